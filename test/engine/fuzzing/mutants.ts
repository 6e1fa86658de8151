import type { ProfileName } from '../../../src/profiles/documents.js';
import { parseHttpDate } from '../../../src/provider/ckstack/http-date.js';
import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { BODY_STAGES } from '../../../src/provider/http/body-stages.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import type { ProviderOptions } from '../../../src/provider/provider-options.js';
import { isObject } from '../../../src/text/json-members.js';

/** The reference provider with one defect that generated logins must find. */
export interface FuzzMutant {
  readonly wrong: string;
  readonly profile: ProfileName;
  /** The kind of logins that finds it. */
  readonly kind: string;
  /** The clause that a finding must name. */
  readonly clause: string;
  readonly provider: ProviderOptions;
}

type Parse = (text: string) => unknown;
const reference: Parse = BODY_STAGES.parse;
const crash = (): never => {
  throw new Error('a defect');
};

/** Depth of arrays and objects, however little the rest is JSON. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}

function holdsDuplicates(text: string): boolean {
  return /"(\w+)":(?:"[^"]*"|[^,{}[\]]*|\{\}|\{[^{}]*\}),"\1":/.test(text);
}

/** Puts in what a truncated text lacks at its end. */
function mended(text: string): unknown {
  try {
    return reference(text);
  } catch {
    return reference(text + ['', '}', '}}', '"}', '"}}', '""}}'].find((end) => isJson(text + end)));
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const esignon = (stages: (reference: EsignonStages) => Partial<EsignonStages>): ProviderOptions => ({
  profiles: ['esignon-login'],
  stages: { 'esignon-login': stages },
});

const login = (
  wrong: string,
  kind: string,
  clause: string,
  stages: (reference: EsignonStages) => Partial<EsignonStages>,
): FuzzMutant => ({ wrong, profile: 'esignon-login', kind, clause, provider: esignon(stages) });

const ckstack = (
  wrong: string,
  kind: string,
  clause: string,
  stages: NonNullable<NonNullable<ProviderOptions['stages']>['ckstack-token']>,
): FuzzMutant => ({
  wrong,
  profile: 'ckstack-token',
  kind,
  clause,
  provider: { profiles: ['ckstack-token'], stages: { 'ckstack-token': stages } },
});

/** Reads a password in another way before the envelope is read: `given` as it came, `right` the account's. */
const password =
  (taken: (given: unknown) => string | undefined) =>
  ({ readLogin }: EsignonStages): Partial<EsignonStages> => ({
    readLogin: (document, call) => {
      const body = isObject(document) ? document.body : undefined;
      if (!isObject(document) || !isObject(body)) return readLogin(document, call);
      const text = taken(body.memb_pwd);
      return readLogin(
        text === undefined ? document : { ...document, body: { ...body, memb_pwd: text } },
        call,
      );
    },
  });

const ANY = 'any password';

export const FUZZ_MUTANTS: readonly FuzzMutant[] = [
  login('{"$ne":null} is accepted', 'attacks', 'ES-26', (stages) => ({
    ...password((given) => (isObject(given) && given.$ne === null ? ANY : undefined))(stages),
    samePassword: (given, stored) => given === ANY || stages.samePassword(given, stored),
  })),
  login(
    'a password in an array is accepted',
    'attacks',
    'ES-26',
    password((given) => (Array.isArray(given) && typeof given[0] === 'string' ? given[0] : undefined)),
  ),
  login('a password is compared on its first 8 characters', 'attacks', 'ES-09', () => ({
    samePassword: (given, stored) => given.slice(0, 8) === stored.slice(0, 8),
  })),
  login('a password is compared case-insensitively', 'attacks', 'ES-09', () => ({
    samePassword: (given, stored) => given.toLowerCase() === stored.toLowerCase(),
  })),
  login('request_code is ignored', 'malformed logins', 'ES-15', ({ readLogin }) => ({
    readLogin: (document, call) =>
      readLogin(isObject(document) ? { ...document, header: { request_code: '1001Q' } } : document, call),
  })),
  login('\\u0040 is not decoded in the e-mail', 'equivalent logins', 'ES-28', () => ({
    parse: (text) => {
      const document = reference(text);
      const raw = /"memb_email"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
      if (!raw?.includes('\\u0040') || !isObject(document) || !isObject(document.body)) return document;
      return { ...document, body: { ...document.body, memb_email: raw } };
    },
  })),
  login(
    'a regular expression reads the members in the documented order',
    'equivalent logins',
    'ES-28',
    () => ({
      parse: (text) => {
        const document = reference(text);
        const order = /"request_code"[\s\S]*"body"[\s\S]*"memb_email"[\s\S]*"memb_pwd"/;
        const names = text.replace(/\\u([0-9a-f]{4})/gi, (_, hex) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        );
        if (isObject(document) && isObject(document.body) && document.body.memb_pwd && !order.test(names))
          throw new Refusal('unparsable');
        return document;
      },
    }),
  ),
  login('truncated JSON is accepted', 'malformed logins', 'ES-12', () => ({ parse: mended })),
  login('invalid UTF-8 is dropped', 'malformed logins', 'ES-12', () => ({
    decode: (bytes) => new TextDecoder().decode(bytes).replaceAll('\ufffd', ''),
  })),
  login('duplicate members crash it', 'malformed logins', 'ES-17', () => ({
    parse: (text) => (holdsDuplicates(text) ? crash() : reference(text)),
  })),
  login('a depth of 1,000 crashes it', 'malformed logins', 'ES-17', () => ({
    parse: (text) => (depthOf(text) >= 1_000 ? crash() : reference(text)),
  })),
  login('a depth of 1,000 in a credential crashes it', 'attacks', 'ES-17', () => ({
    parse: (text) => (depthOf(text) >= 1_000 ? crash() : reference(text)),
  })),
  ckstack('tid is cut at 64 characters', 'equivalent logins', 'CK-02', ({ readTid }) => ({
    readTid: (target) => readTid(target)?.slice(0, 64),
  })),
  ckstack('a tid that is not ASCII is mangled', 'equivalent logins', 'CK-02', ({ readTid }) => ({
    readTid: (target) => {
      const tid = readTid(target);
      return tid === undefined ? undefined : Buffer.from(tid, 'utf8').toString('latin1');
    },
  })),
  ckstack('a signature is compared on its first 16 characters', 'logins with wrong headers', 'CK-19', () => ({
    sameSignature: (given, expected) => given.slice(0, 16) === expected.slice(0, 16),
  })),
  ckstack('a date in the form of RFC 850 crashes it', 'logins with wrong headers', 'CK-23', () => ({
    parseDate: (text, now) => (/^[A-Z][a-z]+day, /.test(text) ? crash() : parseHttpDate(text, now)),
  })),
  ckstack('{"$ne":null} is accepted', 'attacks', 'CK-26', ({ readLogin, sameSecret }) => ({
    readLogin: (document, call) => {
      const operator = isObject(document) && isObject(document.password) && document.password.$ne === null;
      return readLogin(operator ? { ...document, password: ANY } : document, call);
    },
    sameSecret: (given, stored) => given === ANY || sameSecret(given, stored),
  })),
  ckstack('a digest is compared on its first 8 characters', 'attacks', 'CK-12', ({ sameSecret }) => ({
    sameSecret: (given, stored) =>
      sameSecret(given, stored) || (stored.length === 64 && given.slice(0, 8) === stored.slice(0, 8)),
  })),
  ckstack('truncated JSON is accepted', 'malformed logins', 'CK-17', () => ({ parse: mended })),
  ckstack('invalid UTF-8 is dropped', 'malformed logins', 'CK-17', () => ({
    decode: (bytes) => new TextDecoder().decode(bytes).replaceAll('\ufffd', ''),
  })),
  ckstack('duplicate members crash it', 'malformed logins', 'CK-23', () => ({
    parse: (text) => (holdsDuplicates(text) ? crash() : reference(text)),
  })),
  ckstack('\\u escapes are not decoded', 'equivalent logins', 'CK-30', () => ({
    parse: (text) => (/\\u/.test(text) ? { userId: 'x', password: 'y' } : reference(text)),
  })),
];
