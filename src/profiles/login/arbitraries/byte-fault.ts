import fc, { type Arbitrary } from 'fast-check';
import type { BaseRequest, GeneratedBody } from './base-request.js';
import { invalidUtf8 } from './invalid-utf8.js';
import { rawNode, withAdded } from './json-node.js';
import { writeJson } from './json-writer.js';
import { among, indexAt, pick, place } from './pick.js';

/** A fault in the bytes of a valid login. */
export type ByteFault = (base: BaseRequest) => GeneratedBody;

const bytesOf = (base: BaseRequest) => Buffer.from(writeJson(base.document));
const fault = (
  words: string,
  change: (json: string, base: BaseRequest) => string | Uint8Array,
): ByteFault => {
  return (base) => ({ words: [words], bytes: Buffer.from(change(bytesOf(base).toString(), base)) });
};
const edited = (edit: (bytes: Buffer) => readonly [words: string, bytes: Uint8Array]): ByteFault => {
  return (base) => {
    const [words, bytes] = edit(bytesOf(base));
    return { words: [words], bytes };
  };
};
const spliced = (bytes: Buffer, at: number, removed: number, ...added: number[]) =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(added), bytes.subarray(at + removed)]);

/** Cut off after any byte, most often near the end, where a lenient parser has all it needs. */
const truncated: Arbitrary<ByteFault> = pick<number>(
  [3, fc.integer({ min: 1, max: 3 }).map((cut) => -cut)],
  [2, place],
).map((at) =>
  edited((bytes) => {
    const length = at < 0 ? bytes.length + at : indexAt(at, bytes.length);
    return [`cut off after byte ${length} of ${bytes.length}`, bytes.subarray(0, length)];
  }),
);

const changedByte: Arbitrary<ByteFault> = fc
  .tuple(place, fc.nat({ max: 7 }), among('flipped', 'inserted', 'doubled', 'left out'))
  .map(([where, bit, how]) =>
    edited((bytes) => {
      const at = indexAt(where, bytes.length);
      const byte = bytes[at] ?? 0;
      if (how === 'flipped')
        return [`bit ${bit} of byte ${at} flipped`, spliced(bytes, at, 1, byte ^ (1 << bit))];
      if (how === 'doubled') return [`byte ${at} doubled`, spliced(bytes, at, 1, byte, byte)];
      if (how === 'left out') return [`byte ${at} left out`, spliced(bytes, at, 1)];
      const more = (where * 31 + bit) % 256;
      return [`the byte ${hex(more)} inserted at ${at}`, spliced(bytes, at, 0, more)];
    }),
  );

const utf16: Arbitrary<ByteFault> = fc.tuple(fc.boolean(), fc.boolean()).map(([big, mark]) =>
  fault(`in UTF-16${big ? 'BE' : 'LE'}${mark ? ' with a BOM' : ''}`, (json) => {
    const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${json}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  }),
);

const around: Arbitrary<ByteFault> = pick<ByteFault>(
  [
    3,
    among(
      '}',
      ']',
      ',',
      ' login',
      '{}',
      'null',
      '0',
      '"',
      ';',
      ')',
      '//',
      '/* */',
      '\0',
      '\0\0\0\0',
      '\ufeff',
    ).map((junk) => fault(`${JSON.stringify(junk)} after the end`, (json) => json + junk)),
  ],
  [1, fc.constant(fault('the login twice', (json) => json + json))],
  [1, fc.constant(fault('the login twice, on two lines', (json) => `${json}\n${json}`))],
  [
    2,
    among('x', ',', ':', ")]}',\n", '\0', '\u00a0', '\u2028', '\ufeff\ufeff', '\ufeffx', 'login=').map(
      (junk) => fault(`${JSON.stringify(junk)} before the start`, (json) => junk + json),
    ),
  ],
  [1, fc.constant(fault('a BOM before the start', (json) => `\ufeff${json}`))],
);

const token: Arbitrary<ByteFault> = pick<ByteFault>(
  [
    2,
    among('/* login */', '// login\n', '# login\n', '<!-- -->').map((comment) =>
      fault(`a comment ${JSON.stringify(comment)}`, (json) => json.replace('{', `{${comment}`)),
    ),
  ],
  [1, fc.constant(fault('single quotes', (json) => json.replaceAll('"', "'")))],
  [1, fc.constant(fault('member names without quotes', (json) => json.replace(/"(\w+)":/g, '$1:')))],
  [1, fc.constant(fault('a trailing comma in each object', (json) => json.replaceAll('}', ',}')))],
  [1, fc.constant(fault('a trailing comma in one object', (json) => json.replace('}', ',}')))],
  [1, fc.constant(fault('two commas in a row', (json) => json.replace(',', ',,')))],
  [1, fc.constant(fault('no commas', (json) => json.replaceAll(',"', '"')))],
  [1, fc.constant(fault('= instead of colons', (json) => json.replaceAll('":', '"=')))],
  [1, fc.constant(fault('[ ] instead of { }', (json) => json.replaceAll('{', '[').replaceAll('}', ']')))],
);

/** Numbers, literals and strings that JSON does not have, in an added member. */
const literal: Arbitrary<ByteFault> = fc
  .tuple(
    among(
      ...[
        'NaN',
        'Infinity',
        '-Infinity',
        'undefined',
        'True',
        'NULL',
        '007',
        '+1',
        '.5',
        '1.',
        '0x1F',
        '1e',
        '--1',
        '1_000',
      ],
      ...[
        "'single'",
        '`back`',
        '"\\x41"',
        '"\\u12"',
        '"\\\'"',
        '"tab\there"',
        '"line\nbreak"',
        '"nul\0"',
        '"open',
        '{"a"}',
        '[1,]',
        '[,1]',
      ],
    ),
    fc.boolean(),
  )
  .map(([json, first]) => added(`an added member with the value ${JSON.stringify(json)}`, json, first));

/** Nesting: valid as far as JSON goes, or never closed. */
const deep: Arbitrary<ByteFault> = fc
  .tuple(
    pick<number>([3, fc.integer({ min: 1_000, max: 2_000 })], [1, fc.integer({ min: 3, max: 999 })]),
    among('arrays', 'objects', 'arrays never closed', 'arrays as the whole body'),
  )
  .map(([depth, what]) => {
    const words = `${what.replace('arrays', `${depth} nested arrays`).replace('objects', `${depth} nested objects`)}`;
    if (what === 'arrays as the whole body') return fault(words, () => '['.repeat(depth) + ']'.repeat(depth));
    if (what === 'arrays never closed') return added(words, '['.repeat(depth), false);
    if (what === 'objects') return added(words, `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`, false);
    return added(words, '['.repeat(depth) + ']'.repeat(depth), false);
  });

const nothing: Arbitrary<ByteFault> = among(
  '',
  ' ',
  '\n',
  '\0',
  '{',
  '"',
  'login',
  '[]',
  '7',
  'null',
  '""',
).map((text) => fault(`${JSON.stringify(text)} as the whole body`, () => text));

/** One fault in the bytes (ES-12, CK-17). The result may still be JSON: the oracle reads the bytes. */
export const byteFault: Arbitrary<ByteFault> = pick<ByteFault>(
  [18, truncated],
  [18, changedByte],
  [18, invalidUtf8],
  [4, utf16],
  [12, around],
  [8, token],
  [8, literal],
  [11, deep],
  [3, nothing],
);

/** The login with a member of this text next to the credentials. */
function added(words: string, json: string, first: boolean): ByteFault {
  return (base) => {
    const path = base.password.slice(0, -1);
    const node = withAdded(base.document, path, { name: 'x', value: rawNode(json) }, { first });
    return { words: [words], bytes: Buffer.from(writeJson(node)) };
  };
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}
