import { type EsignonLogin, type EsignonVariation, envelopeOf, requestOf } from './login.js';

const TRAILING_COMMAS = 'with a comma after the last member of each object';

/**
 * Bodies that are not JSON (ES-12). Each holds the right credentials as far as it can, so that a parser that
 * is too lenient shows by what it answers.
 */
export const MALFORMED_JSON: readonly EsignonVariation[] = [
  text('with an empty body', () => '', { namesAccount: false }),
  text('with a body of plain text', () => 'please let me in', { namesAccount: false }),
  text('with a body that is cut off in the middle', (login) => json(login).slice(0, json(login).length / 2), {
    namesAccount: false,
  }),
  text('with a body that lacks its last brace', (login) => json(login).slice(0, -1)),
  text('with a body that has one brace too many', (login) => `${json(login)}}`),
  text('with a body in single quotes', (login) => json(login).replaceAll('"', "'")),
  text('with a body whose member names have no quotes', (login) => json(login).replace(/"(\w+)":/g, '$1:')),
  text('with a body that has a comment in it', (login) => json(login).replace('{', '{/* login */')),
  text('with a body that goes on after its end', (login) => `${json(login)} login`),
  text('with a raw line break inside a string', (login) => json(login).replace('1001Q', '1001Q\n')),
  bytes('with a byte that is not UTF-8 in its password', (login) => {
    const [before, after] = split(json(login), JSON.stringify(login.password).slice(1, -1));
    return Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]);
  }),
  bytes('with an @ in an overlong encoding, which is not UTF-8', (login) => {
    const [before, after] = split(json(login), login.email.slice(0, login.email.indexOf('@')));
    return Buffer.concat([Buffer.from(before), Buffer.from([0xc1, 0x80]), Buffer.from(after.slice(1))]);
  }),
];

/** ES-12 for startsimple; LG-04 for login, whose document writes its own example so. */
export const TRAILING_COMMA: EsignonVariation = text(TRAILING_COMMAS, (login) =>
  json(login).replaceAll('}', ',}'),
);

function json(login: EsignonLogin): string {
  return JSON.stringify(envelopeOf(login));
}

/** Cuts `whole` behind the first `mark`. */
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

function bytes(phrase: string, of: (login: EsignonLogin) => Uint8Array): EsignonVariation {
  return { phrase, build: (login) => requestOf(login, { label: phrase, body: of(login) }) };
}
