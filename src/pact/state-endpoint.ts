import { NotChecked } from '../errors/not-checked.js';
import { type Client, createClient } from '../http/client.js';
import type { Redactor } from '../redaction/redactor.js';
import { readJson } from '../text/json-answer.js';
import { isObject } from '../text/json-members.js';
import type { StateCall } from './verifier-proxy.js';

export interface StateEndpointSetting {
  readonly url: string;
  readonly timeoutMs: number;
  readonly ca: string | null;
  readonly insecure: boolean;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
}

/** Values with such names are masked wherever they appear. */
const SECRET_NAME = /pass|pwd|secret|token|key|signature|credential/i;

/** The provider-state endpoint of a target (`--state-url`): sets up the states of other people's contracts. */
export class StateEndpoint {
  readonly #client: Client;
  readonly #path: string;
  readonly #redactor: Redactor;

  constructor({ url, redactor, timeoutMs, ca, insecure, signal }: StateEndpointSetting) {
    const { origin, pathname, search } = new URL(url);
    this.#path = `${pathname}${search}`;
    this.#redactor = redactor;
    this.#client = createClient({
      baseUrl: origin,
      timeoutMs,
      ca,
      insecure,
      redactor,
      signal,
      rate: null,
      maxInFlight: 1,
      // The headers of `--header` are for the target.
      headers: [],
      userAgent: 'token-assay',
      onExchange: () => {},
    });
  }

  /**
   * Sets a state up, or tears it down.
   * @returns the values that its answer gives, none where it is not a JSON object
   * @throws {NotChecked} when the endpoint does not say that it did
   */
  async change(call: StateCall): Promise<Readonly<Record<string, unknown>>> {
    const { answer, failure } = await this.#client.send({
      // A request names a profile; nothing evaluates or records this one.
      profile: '',
      method: 'POST',
      path: this.#path,
      headers: [['Content-Type', 'application/json']],
      body: Buffer.from(JSON.stringify(call)),
      label: 'provider state',
      secrets: [],
    });
    if (answer === null || answer.status < 200 || answer.status > 299) {
      const what = answer === null ? (failure?.message ?? 'no answer') : `HTTP ${answer.status}`;
      throw new NotChecked('fixture', `the endpoint of --state-url did not set up "${call.state}": ${what}`);
    }
    const json = readJson(answer.body);
    const values = json.ok && isObject(json.value) ? json.value : {};
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'string' && SECRET_NAME.test(name)) this.#redactor.addSecret(value);
    }
    return values;
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
