import type { Answer, Exchange, OutgoingRequest } from '../../../src/http/exchange.js';
import { loginRequest } from './client.js';

/** An answered exchange, and `changes` laid over its parts. */
export function exchangeOf(
  changes: {
    readonly request?: Partial<OutgoingRequest>;
    readonly answer?: Partial<Answer> | null;
    readonly rest?: Partial<Exchange>;
  } = {},
): Exchange {
  const request = loginRequest(changes.request);
  return {
    id: 'x-7',
    request,
    url: `http://127.0.0.1:8080/v1${request.path}`,
    sentHeaders: [['Host', '127.0.0.1:8080'], ...request.headers, ['User-Agent', 'token-assay/0.0.0']],
    startedAt: new Date(Date.UTC(2027, 0, 2, 3, 4, 5, 678)),
    durationMs: 12.5,
    attempts: 1,
    answer:
      changes.answer === null
        ? null
        : {
            status: 200,
            statusText: 'OK',
            httpVersion: '1.1',
            headers: [['content-type', 'application/json']],
            body: Buffer.from('{"header":{"result_code":"00"}}'),
            ...changes.answer,
          },
    failure: null,
    ...changes.rest,
  };
}
