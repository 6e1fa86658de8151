import { escaped, reversed, spaced } from '../../login/json-spellings.js';
import {
  type CkstackDraft,
  type CkstackLogin,
  type CkstackVariation,
  credentialsOf,
  draftOf,
  jsonBytes,
} from './login.js';

/** Bodies that are not JSON, or JSON but no object (CK-17). */
export const CKSTACK_MALFORMED_BODIES: readonly CkstackVariation[] = [
  malformed('with an empty body', () => '', { account: null }),
  malformed('with a body of plain text', () => 'please let me in', { account: null }),
  malformed('with a body that is cut off in the middle', (json) => json.slice(0, json.length / 2)),
  malformed('with a body that lacks its last brace', (json) => json.slice(0, -1)),
  malformed('with a body that has one brace too many', (json) => `${json}}`),
  malformed('with a body that uses single quotes', (json) => json.replaceAll('"', "'")),
  malformed('with unquoted member names', (json) => json.replace(/"(\w+)":/g, '$1:')),
  malformed('with a /* */ comment', (json) => json.replace('{', '{/* login */')),
  malformed('with extra text after the end of the body', (json) => `${json} login`),
  malformed('with extra text before the start of the body', (json) => `login ${json}`),
  malformed('with a number that has a leading zero', (json) => json.replace('{', '{"serial":007,')),
  malformed('with NaN as a value', (json) => json.replace('{', '{"serial":NaN,')),
  malformed('with two commas between two members', (json) => json.replace(',"', ',,"')),
  malformed('with a comma before the first member', (json) => json.replace('{', '{,')),
  malformed('with no comma between two members', (json) => json.replace(',"', '"')),
  malformed('with a no-break space between two members', (json) => json.replace(',"', ',\u00a0"')),
  malformed('with form data instead of JSON', (json) => new URLSearchParams(JSON.parse(json)).toString()),
  malformed('with a body in UTF-16', (json) => Buffer.from(json, 'utf16le')),
  malformed('with a trailing comma', (json) => `${json.slice(0, -1)},}`),
  malformed('with an invalid UTF-8 byte', (json) =>
    Buffer.concat([Buffer.from(json.slice(0, -2)), Buffer.from([0xff]), Buffer.from(json.slice(-2))]),
  ),
  malformed('that is just an empty array', () => '[]', { account: null }),
  malformed('that is wrapped in an array', (json) => `[${json}]`),
  malformed('that is just a string', (json) => JSON.stringify(json)),
  malformed('that is just a number', () => '7', { account: null }),
  malformed('that is just true', () => 'true', { account: null }),
  malformed('that is just null', () => 'null', { account: null }),
];

/** The same login, written or sent otherwise (CK-24). */
export const CKSTACK_EQUIVALENT_LOGINS: readonly CkstackVariation[] = [
  equivalent('written with its members in reverse order', (login) => ({
    body: jsonBytes(reversed(credentialsOf(login))),
  })),
  equivalent('written with white space between all tokens', (login) => ({
    body: Buffer.from(spaced(credentialsOf(login))),
  })),
  equivalent('written with \\u escapes in its values', (login) => ({
    body: Buffer.from(escaped(credentialsOf(login), 'values')),
  })),
  equivalent('written with \\u escapes for some characters of its values', (login) => ({
    body: Buffer.from(escaped(credentialsOf(login), 'parts of values')),
  })),
  equivalent('written with \\u escapes in its member names', (login) => ({
    body: Buffer.from(escaped(credentialsOf(login), 'names')),
  })),
  equivalent('sent with header names in lower case', () => ({ headerCase: (name) => name.toLowerCase() })),
  equivalent('sent with header names in upper case', () => ({ headerCase: (name) => name.toUpperCase() })),
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
  equivalent('sent as application/json; charset=utf-8', () => ({
    contentType: 'application/json; charset=utf-8',
  })),
];

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

function equivalent(phrase: string, of: (login: CkstackLogin) => Partial<CkstackDraft>): CkstackVariation {
  return { phrase, build: (login) => draftOf(login, { label: phrase, valid: true, ...of(login) }) };
}
