import { setMaxListeners } from 'node:events';
import type { RedactedExchange } from '../redaction/redacted-exchange.js';
import type { Redactor } from '../redaction/redactor.js';
import type { HeaderField } from '../text/header-field.js';
import { createAgents } from './agents.js';
import { attempt } from './attempt.js';
import { countsTowardLockout } from './counted-login.js';
import { endpointOf } from './endpoint.js';
import type { Exchange, OutgoingRequest } from './exchange.js';
import { createRateLimit } from './rate-limit.js';
import { createRequestQueue, type Sender } from './request-queue.js';
import { createResender, DEFAULT_RESEND_POLICY, type ResendPolicy } from './resend.js';
import { RunClock } from './run-clock.js';
import { isStale, resigned } from './signature-freshness.js';
import { toWire } from './wire-request.js';

export interface ClientOptions {
  /** Base URL of the target, with its path prefix. */
  readonly baseUrl: string;
  /** Deadline of one attempt, from connecting to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Attempts a second; `null`: no limit. */
  readonly rate: number | null;
  readonly maxInFlight: number;
  /** `--header`: added to every request that does not have a header of that name. */
  readonly headers: readonly HeaderField[];
  /** PEM text of `--ca`; `null`: the system's trust. */
  readonly ca: string | null;
  readonly insecure: boolean;
  /** For requests without a User-Agent: `token-assay/<version>`. */
  readonly userAgent: string;
  /** Learns every secret of a request and every token of an answer before the exchange is shown to anyone. */
  readonly redactor: Redactor;
  /** Gets every exchange that was sent, as it may be shown, once it is done and before `send` returns. */
  readonly onExchange: (exchange: RedactedExchange) => void;
  /** Cuts the run off: requests in flight and waiting ones end as `cancelled`. */
  readonly signal: AbortSignal;
  /** For tests. */
  readonly resend?: Partial<ResendPolicy>;
}

export interface Client extends Sender {
  /** See {@link RunClock.starvedShare}. */
  readonly starvedShare: number;
  /** Waits for requests under way, then closes the connections. Later requests are `cancelled`. */
  close(): Promise<void>;
}

/** An exchange before its first attempt, and for good if the run is cut off before that. */
const UNSENT = {
  durationMs: 0,
  attempts: 0,
  answer: null,
  failure: { kind: 'cancelled', message: 'the run was cut off before it was sent' },
} as const;

/**
 * Makes the HTTP client of a run, the only one that talks to the target.
 * @throws {TypeError} for a base URL that is not an http or https URL
 */
export function createClient(options: ClientOptions): Client {
  const { redactor } = options;
  const { signal, release } = relay(options.signal);
  const endpoint = endpointOf(options.baseUrl);
  const clock = new RunClock();
  const agents = createAgents(options.ca, options.insecure);
  const rate = createRateLimit(options.rate, signal);
  const resender = createResender({ ...DEFAULT_RESEND_POLICY, ...options.resend }, signal);
  for (const field of options.headers) redactor.hideHeader(field);
  let closed = false;
  let sent = 0;

  const mayGoOn = async () =>
    !closed && !signal.aborted && (await resender.ready()) && (await rate.take()) && !signal.aborted;

  /**
   * Sends a request, again after a stale connection and, a few times, while the target throttles. A login that counts as
   * failed is sent once.
   */
  async function perform(given: OutgoingRequest): Promise<Exchange> {
    sent += 1;
    const id = `x-${sent}`;
    const prepared = (request: OutgoingRequest) => {
      const wire = toWire(request, endpoint, options.headers, options.userAgent);
      return { wire, of: { id, request, url: wire.url, sentHeaders: wire.headers } };
    };
    let { wire, of } = prepared(given);
    let exchange: Exchange = { ...of, ...UNSENT, startedAt: new Date() };
    let resent = 0;
    let fresh = given.alone === true;
    const counted = countsTowardLockout(given);
    for (;;) {
      if (!(await mayGoOn())) {
        if (exchange.failure) exchange = { ...exchange, failure: UNSENT.failure };
        break;
      }
      if (isStale(of.request)) ({ wire, of } = prepared(await resigned(of.request)));
      const startedAt = new Date();
      const begin = performance.now();
      const { answer, failure, stale } = await attempt(wire, {
        endpoint,
        agents: fresh ? agents.fresh : agents.pooled,
        timeoutMs: options.timeoutMs,
        clock,
        signal,
      });
      const durationMs = performance.now() - begin;
      exchange = { ...of, startedAt, durationMs, attempts: exchange.attempts + 1, answer, failure };
      // A gateway may refuse every such request: the judge of the exchange finds out whether it was one.
      const isBlocked = given.facts?.mayBeBlocked === true && answer?.status === 429;
      if (isBlocked) break;
      if (counted) {
        if (stale || (answer && resender.pause(answer))) exchange = { ...exchange, retryable: true };
        break;
      }
      fresh = stale;
      if (stale) continue;
      if (!answer || !(await resender.wait(answer, resent))) break;
      resent += 1;
    }
    return exchange.attempts > 0 ? shown(exchange) : exchange;
  }

  /** Nobody sees anything of an exchange before the redactor knows its secrets. */
  function shown(exchange: Exchange): Exchange {
    const redacted = redactor.redact(exchange);
    options.onExchange(redacted);
    return redacted.failure === null ? exchange : { ...exchange, failure: redacted.failure };
  }

  const queue = createRequestQueue(perform, options.maxInFlight);
  return {
    send: queue.send,
    exclusive: queue.exclusive,
    get starvedShare() {
      return clock.starvedShare;
    },
    async close() {
      closed = true;
      await queue.idle();
      agents.destroy();
      clock.stop();
      release();
    },
  };
}

/** A signal without a limit of listeners: each exchange listens to it, and Node warns of many on one signal. */
function relay(source: AbortSignal): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const abort = () => controller.abort();
  if (source.aborted) abort();
  source.addEventListener('abort', abort);
  return { signal: controller.signal, release: () => source.removeEventListener('abort', abort) };
}
