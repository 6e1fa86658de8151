import type { OutgoingRequest, RequestFacts } from '../../../http/exchange.js';
import { UNDECODABLE, UNUSUAL_FIELDS, withUndecodableQuery } from '../../login/unusual-http.js';
import {
  type Change,
  type EsignonLogin,
  type EsignonVariation,
  envelopeOf,
  headersOf,
  pathOf,
  requestOf,
} from './login.js';

const NOTHING = 'with neither a body nor a Content-Length';

/** Logins in ways of which no document speaks, so that nothing is judged but a server error (ES-17). */
export const UNUSUAL_REQUESTS: readonly EsignonVariation[] = [
  {
    phrase: NOTHING,
    // Some readers then have no document, where a body of no bytes is an empty object to them.
    build: (login) => ({
      ...anyAnswer(requestOf(login, { label: NOTHING, body: null, namesAccount: false })),
      withoutLength: true,
    }),
  },
  ...(
    [
      ['null', null],
      ['a number', 7],
      ['an object', {}],
    ] as const
  ).map(([words, value]) =>
    unusual(`whose session id is ${words}`, (login) => {
      const { header, body } = envelopeOf(login);
      return { body: { header: { ...header, session_id: value }, body } };
    }),
  ),
  ...UNUSUAL_FIELDS.map(([phrase, field]) =>
    unusual(phrase, (login) => ({ headers: [...headersOf(login.profile), field] })),
  ),
  unusual('with a query that cannot be decoded', (login) => ({ path: withUndecodableQuery(pathOf(login)) })),
  {
    phrase: 'to a company that cannot be decoded',
    build: (login) =>
      anyAnswer(
        requestOf(login, {
          label: 'the percent-encoding of the company cannot be decoded',
          path: login.path.replace('{company}', UNDECODABLE),
        }),
      ),
  },
];

function unusual(phrase: string, of: (login: EsignonLogin) => Omit<Change, 'label'>): EsignonVariation {
  return {
    phrase,
    build: (login) =>
      anyAnswer(requestOf(login, { label: phrase, valid: true, mayBeRefused: true, ...of(login) })),
  };
}

/** A server that does not understand how a body ends reads what comes after it as another request. */
function anyAnswer(request: OutgoingRequest): OutgoingRequest {
  return { ...request, alone: true, facts: { ...(request.facts as RequestFacts), mayLeadNowhere: true } };
}
