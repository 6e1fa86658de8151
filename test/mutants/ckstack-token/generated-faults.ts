import { isObject } from '../../../src/text/json-members.js';
import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';
import type { Json } from '../support/json.js';

/** CK-29: faults that no example names. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'names-ignore-case',
    clause: 'CK-16',
    level: 'SHOULD',
    wrong: 'Names of members are matched ignoring case.',
    stages: ({ readLogin }) => ({
      readLogin: (document, call) => {
        if (!isObject(document)) return readLogin(document, call);
        const members: Json = {};
        for (const [name, value] of Object.entries(document)) {
          members[name.toLowerCase() === 'userid' ? 'userId' : name.toLowerCase()] = value;
        }
        return readLogin(members, call);
      },
    }),
  },
  {
    id: 'utf-16-accepted',
    clause: 'CK-17',
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
    clause: ['CK-29', 'CK-16'],
    wrong: 'userId and password are looked for one level deeper as well.',
    stages: ({ readLogin }) => ({
      readLogin: (document, call) => {
        const [first] = isObject(document) ? Object.values(document) : [];
        return readLogin(isObject(first) ? first : document, call);
      },
    }),
  },
  {
    id: 'numbers-read-loosely',
    clause: 'CK-17',
    level: 'SHOULD',
    wrong: 'Numbers with leading zeros are read.',
    stages: ({ parse }) => ({ parse: (text) => parse(text.replace(/([:[,]\s*-?)0+(?=\d)/g, '$1')) }),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
