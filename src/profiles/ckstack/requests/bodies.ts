import { SPELLINGS, slashesEscaped, WITH_NOTES } from '../../login/json-spellings.js';
import { withQuery } from '../../login/methods.js';
import {
  type CkstackDraft,
  type CkstackLogin,
  type CkstackVariation,
  credentialsOf,
  draftOf,
  jsonBytes,
  withTid,
} from './login.js';

/** Bytes of the line and the headers of a login, generously: its signature may be one of RSA. */
const HEAD = 700;

/** Bodies that are not JSON at all, or JSON but not an object (CK-17). */
export const CKSTACK_MALFORMED_BODIES: readonly CkstackVariation[] = [
  malformed('with an empty body', () => '', { account: null }),
  malformed('with a body of plain text', () => 'please let me in', { account: null }),
  malformed('with a body that is cut off in the middle', (json) => json.slice(0, json.length / 2)),
  malformed('with a body that lacks its last brace', (json) => json.slice(0, -1)),
  malformed('with extra text before the start of the body', (json) => `login ${json}`),
  malformed('with no comma between two members', (json) => json.replace(',"', '"')),
  malformed('with form data instead of JSON', (json) => new URLSearchParams(JSON.parse(json)).toString()),
  malformed('that is just an empty array', () => '[]', { account: null }),
  malformed('that is wrapped in an array', (json) => `[${json}]`),
  malformed('that is just a string', (json) => JSON.stringify(json)),
  malformed('that is just a number', () => '7', { account: null }),
  malformed('that is just true', () => 'true', { account: null }),
  malformed('that is just null', () => 'null', { account: null }),
];

/** Bodies that are not quite JSON: lenient readers make sense of them, each alike (CK-17). */
export const CKSTACK_LENIENT_BODIES: readonly CkstackVariation[] = [
  malformed('with a body that has one brace too many', (json) => `${json}}`),
  malformed('with extra text after the end of the body', (json) => `${json} login`),
  malformed('with a body that uses single quotes', (json) => json.replaceAll('"', "'")),
  malformed('with unquoted member names', (json) => json.replace(/"(\w+)":/g, '$1:')),
  malformed('with a /* */ comment', (json) => json.replace('{', '{/* login */')),
  malformed('with a // comment', (json) => json.replace('{', '{// login\n')),
  malformed('with a number that has a leading zero', (json) => json.replace('{', '{"serial":007,')),
  malformed('with a hexadecimal number', (json) => json.replace('{', '{"serial":0x1F,')),
  malformed('with NaN as a value', (json) => json.replace('{', '{"serial":NaN,')),
  malformed('with a raw tab inside a string', (json) => json.replace('{', '{"note":"a\tb",')),
  malformed('with two commas between two members', (json) => json.replace(',"', ',,"')),
  malformed('with a comma before the first member', (json) => json.replace('{', '{,')),
  malformed('with a trailing comma', (json) => `${json.slice(0, -1)},}`),
  malformed('with a no-break space between two members', (json) => json.replace(',"', ',\u00a0"')),
  malformed('with a body in UTF-16', (json) => Buffer.from(json, 'utf16le')),
  malformed('with an invalid UTF-8 byte in its password', (json) => withByte(json, json.length - 2)),
  malformed('with an invalid UTF-8 byte in another member', (json) =>
    withByte(json.replace('{', '{"note":"",'), '{"note":"'.length),
  ),
];

/** The same login, written or sent otherwise (CK-24). */
export const CKSTACK_EQUIVALENT_LOGINS: readonly CkstackVariation[] = [
  ...SPELLINGS.map(([phrase, write]) =>
    equivalent(phrase, (login) => ({ body: Buffer.from(write(credentialsOf(login), HEAD)) })),
  ),
  equivalent('sent with header names in lower case', () => ({ headerCase: (name) => name.toLowerCase() })),
  equivalent('sent with header names in upper case', () => ({ headerCase: (name) => name.toUpperCase() })),
];

/** The letter case of a media type, and the place of `tid` in the query, mean nothing (CK-24). */
export const CKSTACK_RESPELT_LOGINS: readonly CkstackVariation[] = [
  equivalent('sent as Application/JSON', () => ({ contentType: 'Application/JSON' })),
  equivalent('with other query parameters around its transaction id', ({ path, tid }) => ({
    path: `${withTid(withQuery(path, { lang: 'ko' }), tid)}&view=full`,
  })),
];

/** A user whom nobody knows, with slashes as they are and escaped (CK-24): a reader takes both for the same. */
export const CKSTACK_SLASHED_LOGINS: readonly CkstackVariation[] = [
  slashed('as a stranger whose name has a slash', (json) => json),
  slashed('as a stranger whose name has an escaped slash', slashesEscaped),
];

/** Unknown members, and a Content-Type that names the charset (CK-25). */
export const CKSTACK_TOLERATED_LOGINS: readonly CkstackVariation[] = [
  equivalent('with unknown members', (login) => ({
    body: jsonBytes({
      version: '1.0',
      ...credentialsOf(login),
      device: { os: 'x', drift: 1.5e-7, tags: [1, null] },
    }),
  })),
  ...WITH_NOTES.map(([phrase, write]) =>
    equivalent(phrase, (login) => ({ body: Buffer.from(write(credentialsOf(login), HEAD)) })),
  ),
  equivalent('sent as application/json; charset=utf-8', () => ({
    contentType: 'application/json; charset=utf-8',
  })),
];

/** A text in UTF-8 with a byte in it that is not. */
function withByte(json: string, at: number): Uint8Array {
  return Buffer.concat([Buffer.from(json.slice(0, at)), Buffer.from([0xff]), Buffer.from(json.slice(at))]);
}

function malformed(
  phrase: string,
  of: (json: string) => string | Uint8Array,
  more: Partial<CkstackDraft> = {},
): CkstackVariation {
  return {
    phrase,
    build: (login) =>
      draftOf(login, { label: phrase, body: Buffer.from(of(JSON.stringify(credentialsOf(login)))), ...more }),
  };
}

function slashed(phrase: string, spelt: (json: string) => string): CkstackVariation {
  return {
    phrase,
    build: (login) => {
      const userId = `nobody/${login.nonce}`;
      const body = Buffer.from(spelt(JSON.stringify(credentialsOf({ ...login, userId }))));
      return draftOf(login, { label: phrase, body, userId, wrongCredentials: true, account: null });
    },
  };
}

function equivalent(phrase: string, of: (login: CkstackLogin) => Partial<CkstackDraft>): CkstackVariation {
  return { phrase, build: (login) => draftOf(login, { label: phrase, valid: true, ...of(login) }) };
}
