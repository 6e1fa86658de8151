import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { isObject } from '../../../src/text/json-members.js';
import { bothProfiles, type EsignonDefect, rows } from '../support/esignon.js';
import type { Json } from '../support/json.js';

/** Changes the document before it is read. */
const document = (change: (document: Json) => Json) => (reference: EsignonStages) => ({
  readLogin: (given: unknown, call: Parameters<EsignonStages['readLogin']>[1]) =>
    reference.readLogin(change(given), call),
});

/** Puts the right request code in. */
const withCode = (given: Json, header: Json = {}) =>
  isObject(given) ? { ...given, header: { ...header, request_code: '1001Q' } } : given;

/** The code of a document, of whatever type; undefined where there is no header. */
const codeOf = (given: Json): unknown => (isObject(given?.header) ? given.header.request_code : undefined);

/** ES-13 and ES-15: header, body and top level. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'body-missing-is-99',
    clause: 'ES-13',
    wrong: 'A request without body is answered 99.',
    stages: (reference) => ({
      ...document((given) => {
        if (isObject(given) && given.body === undefined) throw new Refusal('header');
        return given;
      })(reference),
    }),
  },
  {
    id: 'body-null-is-500',
    clause: ['ES-13', 'ES-17'],
    wrong: 'A body that is null is dereferenced.',
    stages: document((given) => {
      if (isObject(given) && given.body === null) throw new TypeError('Cannot read properties of null');
      return given;
    }),
  },
  {
    id: 'body-in-list-accepted',
    clause: 'ES-13',
    wrong: 'Of a body that is a list the first element is taken.',
    stages: document((given) =>
      isObject(given) && Array.isArray(given.body) ? { ...given, body: given.body[0] } : given,
    ),
  },
  {
    id: 'body-as-text-accepted',
    clause: 'ES-13',
    wrong: 'A body that is a string of JSON is parsed once more.',
    stages: document((given) =>
      isObject(given) && typeof given.body === 'string' && given.body.startsWith('{')
        ? { ...given, body: JSON.parse(given.body) }
        : given,
    ),
  },
  {
    id: 'body-scalar-is-10',
    clause: 'ES-13',
    wrong: 'A body that is a string, number or boolean is answered 10.',
    stages: (reference) => ({
      refusals: { ...reference.refusals, header: reference.refusals.header },
      ...document((given) => {
        const scalar = isObject(given) && ['string', 'number', 'boolean'].includes(typeof given.body);
        if (scalar) throw new Refusal('credentials');
        return given;
      })(reference),
    }),
  },
  {
    id: 'request-code-ignored',
    clause: 'ES-15',
    wrong: 'request_code is not looked at.',
    stages: document((given) => (isObject(given?.header) ? withCode(given) : given)),
  },
  {
    id: 'request-code-optional',
    clause: 'ES-15',
    wrong: 'A request_code that is missing or null is taken for the right one.',
    stages: document((given) =>
      isObject(given?.header) && (codeOf(given) ?? null) === null ? withCode(given) : given,
    ),
  },
  {
    id: 'request-code-ignores-case',
    clause: 'ES-15',
    wrong: 'request_code is compared ignoring case.',
    stages: document((given) => {
      const code = codeOf(given);
      return typeof code === 'string' && code.toUpperCase() === '1001Q' ? withCode(given) : given;
    }),
  },
  {
    id: 'request-code-trimmed',
    clause: 'ES-15',
    wrong: 'White space round request_code is cut off.',
    stages: document((given) => {
      const code = codeOf(given);
      return typeof code === 'string' && code.trim() === '1001Q' ? withCode(given) : given;
    }),
  },
  {
    id: 'request-code-by-number',
    clause: 'ES-15',
    wrong: 'Only the number in request_code counts: 1001A and 1001 pass.',
    stages: document((given) =>
      Number.parseInt(String(codeOf(given)), 10) === 1001 ? withCode(given) : given,
    ),
  },
  {
    id: 'wrong-request-code-is-10',
    clause: 'ES-15',
    wrong: 'A wrong request_code is answered 10.',
    stages: rows('header', { code: '10' }),
  },
  {
    id: 'header-optional',
    clause: 'ES-15',
    wrong: 'A request without header is served.',
    stages: document((given) => (isObject(given) && given.header === undefined ? withCode(given) : given)),
  },
  {
    id: 'header-null-is-500',
    clause: ['ES-15', 'ES-17'],
    wrong: 'A header that is null is dereferenced.',
    stages: document((given) => {
      if (isObject(given) && given.header === null) throw new TypeError('header is null');
      return given;
    }),
  },
  {
    id: 'header-list-accepted',
    clause: 'ES-15',
    wrong: 'A header that is a list with the code in it passes.',
    stages: document((given) =>
      isObject(given) && Array.isArray(given.header) && given.header.includes('1001Q')
        ? withCode(given)
        : given,
    ),
  },
  {
    id: 'login-in-list-accepted',
    clause: 'ES-15',
    wrong: 'Of a top level that is a list the first element is taken.',
    stages: document((given) => (Array.isArray(given) && given.length > 0 ? given[0] : given)),
  },
  {
    id: 'top-level-null-is-500',
    clause: ['ES-15', 'ES-17'],
    wrong: 'A top level that is null is dereferenced.',
    stages: document((given) => {
      if (given === null) throw new TypeError('Cannot read properties of null');
      return given;
    }),
  },
  {
    id: 'top-level-scalar-is-10',
    clause: 'ES-15',
    wrong: 'A top level that is a string, number or boolean is answered 10.',
    stages: document((given) => {
      if (['string', 'number', 'boolean'].includes(typeof given)) throw new Refusal('credentials');
      return given;
    }),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
