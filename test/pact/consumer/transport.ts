import { createClient } from '../../../src/http/client.js';
import type { ProfileName } from '../../../src/profiles/documents.js';
import { createRedactor } from '../../../src/redaction/redactor.js';
import type { HeaderField } from '../../../src/text/header-field.js';
import { UnusableAnswerError } from './unusable-answer-error.js';

/** How a client reaches its service. */
export interface Transport {
  /**
   * Sends a login and reads the answer as JSON.
   * @param path below the base URL, percent-encoded
   * @throws {UnusableAnswerError} when there is no answer, or one that is not JSON
   */
  post(profile: ProfileName, path: string, headers: readonly HeaderField[], body: string): Promise<unknown>;
  /** Closes its connections. */
  close(): Promise<void>;
}

/** @param baseUrl of the service, a path prefix is kept @param timeoutMs deadline of one login */
export function createTransport(baseUrl: string, timeoutMs = 10_000): Transport {
  const client = createClient({
    baseUrl,
    timeoutMs,
    rate: null,
    maxInFlight: 16,
    headers: [],
    ca: null,
    insecure: false,
    userAgent: 'token-client',
    redactor: createRedactor(),
    onExchange: () => {},
    signal: new AbortController().signal,
  });
  return {
    async post(profile, path, headers, body) {
      const { answer, failure } = await client.send({
        profile,
        method: 'POST',
        path,
        headers,
        body: body === '' ? null : Buffer.from(body),
        label: 'a login',
        secrets: [],
      });
      if (answer === null) throw new UnusableAnswerError(failure?.message ?? 'the service did not answer');
      try {
        return JSON.parse(Buffer.from(answer.body).toString());
      } catch {
        throw new UnusableAnswerError(`the answer (HTTP ${answer.status}) is not JSON`);
      }
    },
    close: () => client.close(),
  };
}
