import { Refusal } from '../../../src/provider/http/refusal.js';
import { isObject } from '../../../src/text/json-members.js';
import { bothProfiles, type EsignonDefect } from '../support/esignon.js';
import type { Json } from '../support/json.js';

/** The members of an object, each under its name in small letters. */
function inSmallLetters(value: Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name.toLowerCase(), inSmallLetters(member)]),
  );
}

/** ES-27: faults that no example names. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'names-ignore-case',
    clause: 'ES-14',
    level: 'SHOULD',
    wrong: 'Names of members are matched ignoring case.',
    stages: ({ parse }) => ({ parse: (text) => inSmallLetters(parse(text)) }),
  },
  {
    id: 'numbers-read-loosely',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'Numbers with leading zeros are read.',
    stages: ({ parse }) => ({ parse: (text) => parse(text.replace(/([:[,]\s*-?)0+(?=\d)/g, '$1')) }),
  },
  {
    id: 'control-characters-in-strings',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'Raw control characters are taken inside strings.',
    stages: ({ parse }) => ({
      parse: (text) => {
        try {
          return parse(text);
        } catch {
          return parse(
            text.replace(/"(?:[^"\\]|\\.)*"/gs, (string) =>
              string.replace(
                /[\0-\x1f]/g,
                (one) => `\\u00${one.charCodeAt(0).toString(16).padStart(2, '0')}`,
              ),
            ),
          );
        }
      },
    }),
  },
  {
    id: 'utf-16-accepted',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'A body in UTF-16 is recognised by its zeros and read.',
    stages: ({ decode }) => ({
      decode: (bytes) => {
        const odd = bytes.filter((byte, at) => at % 2 === 1 && byte === 0).length;
        return odd > bytes.length / 3
          ? Buffer.from(bytes).toString('utf16le').replace('\ufeff', '')
          : decode(bytes);
      },
    }),
  },
  {
    id: 'login-anywhere-accepted',
    clause: ['ES-27', 'ES-13', 'ES-15'],
    wrong: 'header and body are looked for one level deeper as well.',
    stages: ({ readLogin }) => ({
      readLogin: (document, call) => {
        if (!isObject(document) || document.header !== undefined || document.body !== undefined) {
          return readLogin(document, call);
        }
        return readLogin(Object.values(document)[0], call);
      },
    }),
  },
  {
    id: 'credentials-in-header-accepted',
    clause: ['ES-27', 'ES-13', 'ES-14', 'ES-15'],
    wrong: 'header and body are told apart by what is in them: swapped ones are read too.',
    stages: ({ readLogin }) => ({
      readLogin: (document, call) => {
        const given = document as Json;
        const swapped = isObject(given?.body) && isObject(given.header) && 'memb_pwd' in given.header;
        return readLogin(swapped ? { header: given.body, body: given.header } : given, call);
      },
    }),
  },
  {
    id: 'junk-before-json-skipped',
    clause: ['ES-12', 'ES-15', 'ES-27'],
    wrong: 'What is malformed in its first bytes is skipped up to the first brace.',
    stages: ({ parse }) => ({
      parse: (text) => {
        const begin = text.indexOf('{');
        if (begin < 0) throw new Refusal('unparsable');
        return parse(text.slice(begin));
      },
    }),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
