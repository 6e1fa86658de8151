import { memberOf } from '../../../src/text/json-members.js';
import type { Transport } from './transport.js';
import { UnusableAnswerError } from './unusable-answer-error.js';

export interface EsignonClientOptions {
  readonly transport: Transport;
  /** Which of the two addresses the service has for the same operation. */
  readonly operation: 'startsimple' | 'login';
  readonly company: string;
  /** Issued by the service; `startsimple` sends it. */
  readonly clientId?: string;
  /** How an envelope is written; default: as JSON. */
  readonly write?: (envelope: EsignonEnvelope) => string;
}

export interface EsignonEnvelope {
  readonly header: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string | undefined>>;
}

/** What a login came to. */
export type EsignonLogin =
  | { readonly ok: true; readonly accessToken: string; readonly expireDate: string }
  | {
      readonly ok: false;
      readonly reason: 'credentials' | 'malformed' | 'company' | 'other';
      readonly code: string;
      readonly message: string;
    };

export interface EsignonClient {
  /** @throws {UnusableAnswerError} when the service does not answer in its envelope */
  logIn(email: string, password: string): Promise<EsignonLogin>;
}

const REASONS = { '10': 'credentials', '12': 'malformed', '95': 'company' } as const;

/** A client of the eSignon token service: it logs in and distinguishes the refusals by their codes. */
export function createEsignonClient(options: EsignonClientOptions): EsignonClient {
  const { transport, operation, company, write = (envelope) => JSON.stringify(envelope) } = options;
  const isStartsimple = operation === 'startsimple';
  return {
    async logIn(email, password) {
      const credentials = { memb_email: email, memb_pwd: password };
      const envelope: EsignonEnvelope = isStartsimple
        ? {
            header: { request_code: '1001Q', request_msg: 'login', session_id: '' },
            body: { comp_id: company, ...credentials, client_id: options.clientId },
          }
        : { header: { request_code: '1001Q' }, body: credentials };
      const answer = await transport.post(
        `esignon-${operation}`,
        `/api/${encodeURIComponent(company)}/${operation}`,
        [
          ['Content-Type', 'application/json'],
          ...(isStartsimple ? [['User-Agent', 'esignonapi'] as const] : []),
        ],
        write(envelope),
      );
      return loginOf(answer);
    },
  };
}

function loginOf(answer: unknown): EsignonLogin {
  const header = memberOf(answer, 'header');
  const body = memberOf(answer, 'body');
  const code = text(header, 'result_code');
  if (code === '00') {
    return { ok: true, accessToken: text(body, 'access_token'), expireDate: text(body, 'expire_date') };
  }
  const reason = Object.hasOwn(REASONS, code) ? REASONS[code as keyof typeof REASONS] : 'other';
  return { ok: false, reason, code, message: text(header, 'result_msg') };
}

function text(part: unknown, name: string): string {
  const value = memberOf(part, name);
  if (typeof value === 'string' && value !== '') return value;
  throw new UnusableAnswerError(`the answer has no ${name}`);
}
