import { formOf } from './form.js';
import { type EsignonLogin, type EsignonVariation, envelopeOf, requestOf } from './login.js';

const TRAILING_COMMAS = 'with a trailing comma in each object';
const COMMAS_AND_WRONG_PASSWORD = `${TRAILING_COMMAS} and a wrong password`;

/**
 * Bodies that are not JSON at all (ES-12). Some contain the right credentials, so that a parser that repairs them accepts
 * them; the others name an unknown e-mail, which spares the accounts: there such a parser answers "10" instead of "12".
 */
export const NOT_JSON: readonly EsignonVariation[] = [
  text('with an empty body', () => '', { namesAccount: false }),
  text('with a body of white space only', () => ' \r\n\t ', { namesAccount: false }),
  text('with a body of plain text', () => 'please let me in', { namesAccount: false }),
  nobodys('with a body that is cut off in the middle', (login) =>
    json(login).slice(0, json(login).length / 2),
  ),
  text('with a body that lacks its last brace', (login) => json(login).slice(0, -1)),
  nobodys('with extra text before the start of the body', (login) => `login ${json(login)}`),
  nobodys('with True as a value', (login) => json(login).replace('{', '{"urgent":True,')),
  nobodys('with no comma between two members', (login) => json(login).replace('},"body"', '}"body"')),
  nobodys('with form data instead of JSON', formOf),
  nobodys(
    'with a body of XML',
    ({ email, password }) => `<login><email>${email}</email><pwd>${password}</pwd></login>`,
  ),
];

/**
 * Bodies that are not quite JSON: lenient readers make sense of them, each alike (ES-12). Most name an unknown e-mail,
 * which spares the accounts.
 */
export const NOT_QUITE_JSON: readonly EsignonVariation[] = [
  nobodys('with a body that has one brace too many', (login) => `${json(login)}}`),
  text('with extra text after the end of the body', (login) => `${json(login)} login`),
  nobodys('with the body twice', (login) => json(login) + json(login)),
  nobodys('with a body that uses single quotes', (login) => json(login).replaceAll('"', "'")),
  text('with unquoted member names', (login) => json(login).replace(/"(\w+)":/g, '$1:')),
  nobodys('with a /* */ comment', (login) => json(login).replace('{', '{/* login */')),
  nobodys('with a // comment', (login) => json(login).replace('{', '{// login\n')),
  nobodys('with a # comment', (login) => json(login).replace('{', '{# login\n')),
  nobodys('with two commas between two members', (login) => json(login).replace('},"body"', '},,"body"')),
  nobodys('with a comma before the first member', (login) => json(login).replace('{', '{,')),
  nobodys('with a no-break space between two members', (login) =>
    json(login).replace('},"body"', '},\u00a0"body"'),
  ),
  // In members of their own: a reader that takes them finds nothing else to complain about.
  ...(
    [
      ['with a number that has a leading zero', '007'],
      ['with a number that has a plus sign', '+1'],
      ['with a hexadecimal number', '0x1F'],
      ['with NaN as a value', 'NaN'],
      ['with Infinity as a value', '-Infinity'],
      ['with an empty place in an array', '[1,,2]'],
      ['with an escaped apostrophe in a string', `"Mina\\'s"`],
      ['with a raw line break inside a string', '"a\nb"'],
      ['with a raw tab inside a string', '"a\tb"'],
    ] as const
  ).map(([phrase, value]) => nobodys(phrase, (login) => json(login).replace('{', () => `{"note":${value},`))),
  nobodys('with a hexadecimal escape in its e-mail', (login) =>
    json(login).replace('"memb_email":"n', () => '"memb_email":"\\x6e'),
  ),
  nobodys('with a body in UTF-16', (login) => Buffer.from(json(login), 'utf16le')),
  nobodys('with a body in UTF-16 after a byte order mark', (login) =>
    Buffer.from(`\ufeff${json(login)}`, 'utf16le').swap16(),
  ),
  nobodys('with a body in UTF-32', (login) =>
    Buffer.concat([...json(login)].map((one) => Buffer.from(Uint32Array.of(one.codePointAt(0) ?? 0).buffer))),
  ),
  bytes('with an invalid UTF-8 byte in its password', (login) => {
    const [before, after] = split(json(login), JSON.stringify(login.password).slice(1, -1));
    return Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]);
  }),
  bytes('with an invalid UTF-8 byte in another member', (login) => {
    const [before, after] = split(json(login).replace('{', '{"note":"",'), '"note":"');
    return Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]);
  }),
  bytes('with an overlong UTF-8 encoding of @', (login) => {
    const localPart = JSON.stringify(login.email.split('@', 1)[0]).slice(0, -1);
    const [before, after] = split(json(login), `"memb_email":${localPart}`);
    return Buffer.concat([Buffer.from(before), Buffer.from([0xc1, 0x80]), Buffer.from(after.slice(1))]);
  }),
];

/** ES-12 for startsimple; LG-04 for login, whose own example has such commas: there it is a valid login if it is read at all. */
export const TRAILING_COMMA: EsignonVariation = {
  phrase: TRAILING_COMMAS,
  build: (login) =>
    requestOf(login, {
      label: TRAILING_COMMAS,
      body: withTrailingCommas(envelopeOf(login)),
      valid: login.profile === 'esignon-login',
      mayBeRefused: true,
    }),
};

/** The same with a password that is wrong however the commas are read (LG-04). */
export const TRAILING_COMMA_AND_WRONG_PASSWORD: EsignonVariation = {
  phrase: COMMAS_AND_WRONG_PASSWORD,
  build: (login) => {
    const password = `Far-${login.nonce}-9`;
    const body = withTrailingCommas(envelopeOf({ ...login, password }));
    return requestOf(login, { label: COMMAS_AND_WRONG_PASSWORD, body, password });
  },
};

function json(login: EsignonLogin): string {
  return JSON.stringify(envelopeOf(login));
}

/** Member by member, so that no comma gets into a password that contains a brace. */
function withTrailingCommas(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${withTrailingCommas(member)},`).join('')}}`;
}

/** Cuts `whole` after the first `mark`. */
function split(whole: string, mark: string): [string, string] {
  const at = whole.indexOf(mark) + mark.length;
  return [whole.slice(0, at), whole.slice(at)];
}

function text(
  phrase: string,
  of: (login: EsignonLogin) => string,
  more: { namesAccount?: boolean } = {},
): EsignonVariation {
  return { phrase, build: (login) => requestOf(login, { label: phrase, body: of(login), ...more }) };
}

/** The same with an e-mail that no account has. */
function nobodys(phrase: string, of: (login: EsignonLogin) => string | Uint8Array): EsignonVariation {
  return {
    phrase,
    build: (login) => {
      const nobody = { ...login, email: `nobody-${login.nonce}@example.com` };
      return requestOf(nobody, { label: phrase, body: of(nobody), namesAccount: false });
    },
  };
}

function bytes(phrase: string, of: (login: EsignonLogin) => Uint8Array): EsignonVariation {
  return { phrase, build: (login) => requestOf(login, { label: phrase, body: of(login) }) };
}
