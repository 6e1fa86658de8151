import { createHash } from 'node:crypto';
import { companyRoles, type Role } from '../../../src/profiles/ckstack/roles.js';
import { memberOf } from '../../../src/text/json-members.js';
import type { Transport } from './transport.js';
import { UnusableAnswerError } from './unusable-answer-error.js';

export interface CkstackClientOptions {
  readonly transport: Transport;
  readonly apiKey: string;
  /** `Ck-Service`, given by the operator. */
  readonly service: string;
  /** Signs what is sent. */
  readonly sign: (sent: { readonly method: string; readonly path: string; readonly date: string }) => string;
}

/** What a login came to. */
export type CkstackLogin =
  | {
      readonly ok: true;
      readonly token: string;
      readonly expires: Date;
      /** By company. */
      readonly roles: ReadonlyMap<string, ReadonlySet<Role>>;
    }
  | { readonly ok: false; readonly code: string; readonly message: string };

export interface CkstackClient {
  /**
   * @param transactionId comes back in the answer
   * @throws {UnusableAnswerError} when the service does not answer in its envelope
   */
  logIn(userId: string, password: string, transactionId: string): Promise<CkstackLogin>;
}

/** A client of the ckstack token service: it logs in and derives the roles of the user. */
export function createCkstackClient({
  transport,
  apiKey,
  service,
  sign,
}: CkstackClientOptions): CkstackClient {
  return {
    async logIn(userId, password, transactionId) {
      const path = `/token?tid=${encodeURIComponent(transactionId)}`;
      const date = new Date().toUTCString();
      const answer = await transport.post(
        'ckstack-token',
        path,
        [
          ['Accept', 'application/json'],
          ['Content-Type', 'application/json'],
          ['H-Date', date],
          ['Ck-Service', service],
          ['H-Authorization', `Open ${apiKey}:${sign({ method: 'POST', path, date })}`],
        ],
        JSON.stringify({ userId, password: createHash('sha256').update(password).digest('hex') }),
      );
      return loginOf(answer);
    },
  };
}

function loginOf(answer: unknown): CkstackLogin {
  const code = memberOf(answer, 'ckError');
  const message = memberOf(answer, 'ckMessage');
  if (typeof code !== 'string' || code === '') throw new UnusableAnswerError('the answer has no ckError');
  if (code !== 'S000001') return { ok: false, code, message: typeof message === 'string' ? message : '' };
  const token = memberOf(memberOf(answer, 'token'), 'token');
  const expireDate = memberOf(memberOf(answer, 'token'), 'expireDate');
  if (typeof token !== 'string' || token === '') throw new UnusableAnswerError('the answer has no token');
  if (typeof expireDate !== 'number') throw new UnusableAnswerError('the token has no expireDate');
  return {
    ok: true,
    token,
    expires: new Date(expireDate * 1000),
    roles: companyRoles(memberOf(answer, 'company')),
  };
}
