import { UNDECODABLE, UNUSUAL_FIELDS, withUndecodableQuery } from '../../login/unusual-http.js';
import { type CkstackDraft, type CkstackLogin, type CkstackVariation, draftOf } from './login.js';

/** Logins in ways of which no document speaks, so that nothing is judged but a server error (CK-23). */
export const CKSTACK_UNUSUAL_REQUESTS: readonly CkstackVariation[] = [
  unusual('with neither a body nor a Content-Length', () => ({
    body: null,
    withoutLength: true,
    valid: false,
    account: null,
  })),
  ...UNUSUAL_FIELDS.map(([phrase, field]) => unusual(phrase, () => ({ moreHeaders: [field] }))),
  unusual('with a query that cannot be decoded', (_, { path }) => ({ path: withUndecodableQuery(path) })),
  unusual('with a transaction id that cannot be decoded', ({ path }) => ({
    path: `${path}${path.includes('?') ? '&' : '?'}tid=${UNDECODABLE}`,
    tid: undefined,
  })),
];

/** A server that does not understand how a body ends reads what comes after it as another request. */
function unusual(
  phrase: string,
  of: (login: CkstackLogin, plain: CkstackDraft) => Partial<CkstackDraft>,
): CkstackVariation {
  return {
    phrase,
    build: (login) => ({
      ...draftOf(login, { label: phrase, valid: true }),
      ...of(login, draftOf(login)),
      mayBeRefused: true,
      mayLeadNowhere: true,
      alone: true,
    }),
  };
}
