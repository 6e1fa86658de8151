import fc, { type Arbitrary } from 'fast-check';
import type { BaseRequest } from './base-request.js';
import type { ByteFault } from './byte-fault.js';
import { nodeOf, withAdded } from './json-node.js';
import { writeJson } from './json-writer.js';
import { among, indexAt, pick, place } from './pick.js';

/** Bytes that are not UTF-8 (RFC 3629), whatever comes before and after them. */
const SEQUENCES: readonly (readonly [words: string, ...bytes: number[]])[] = [
  ['the byte 0xff', 0xff],
  ['the byte 0xfe', 0xfe],
  ['a lone continuation byte', 0x80],
  ['two lone continuation bytes', 0xbf, 0xbf],
  ['a lead byte alone', 0xc3],
  ['a character of three bytes without its last', 0xe2, 0x82],
  ['a character of four bytes without its last', 0xf0, 0x9f, 0x98],
  ['an overlong @', 0xc1, 0x80],
  ['an overlong /', 0xc0, 0xaf],
  ['an overlong NUL', 0xc0, 0x80],
  ['an overlong character of three bytes', 0xe0, 0x80, 0xaf],
  ['a lone high surrogate (CESU-8)', 0xed, 0xa0, 0x80],
  ['a lone low surrogate (CESU-8)', 0xed, 0xb0, 0x80],
  ['a surrogate pair (CESU-8)', 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
  ['a character beyond U+10FFFF', 0xf4, 0x90, 0x80, 0x80],
  ['a sequence of five bytes', 0xf8, 0x88, 0x80, 0x80, 0x80],
  ['é in Latin-1', 0xe9],
];

type Where = 'in a credential' | 'in a member next to the credentials' | 'in any string' | 'anywhere';

const MARK = 'assay-mark';

/**
 * Invalid UTF-8: in a credential, which is not the right one then, in a member that no document names, where nothing but
 * the login's acceptance shows whether it was taken, in any string, or anywhere.
 */
export const invalidUtf8: Arbitrary<ByteFault> = fc
  .tuple(
    among(...SEQUENCES),
    pick<Where>(
      [4, fc.constant('in a credential')],
      [3, fc.constant<Where>('in a member next to the credentials')],
      [2, fc.constant<Where>('in any string')],
      [1, fc.constant<Where>('anywhere')],
    ),
    place,
  )
  .map(([[words, ...bytes], where, at]) => (base) => {
    const json = bytesFor(base, where);
    const places = placesIn(json, where, base);
    const index = places[indexAt(at, places.length)] ?? 1;
    return {
      words: [`${words} ${where}`],
      bytes: Buffer.concat([json.subarray(0, index), Buffer.from(bytes), json.subarray(index)]),
    };
  });

function bytesFor(base: BaseRequest, where: Where): Buffer {
  if (where !== 'in a member next to the credentials') return Buffer.from(writeJson(base.document));
  const path = base.password.slice(0, -1);
  return Buffer.from(writeJson(withAdded(base.document, path, { name: 'x', value: nodeOf(MARK) })));
}

/** Offsets at which the bytes may be put in. */
function placesIn(json: Buffer, where: Where, { user, password }: BaseRequest): readonly number[] {
  if (where === 'anywhere') return Array.from(json, (_, at) => at);
  if (where === 'in a member next to the credentials') return [json.indexOf(MARK) + 5];
  const text = json.toString('latin1');
  if (where === 'in any string')
    return [...text.matchAll(/"(?:[^"\\]|\\.)+"/g)].map(({ index }) => index + 1);
  return [user, password].flatMap((path) => {
    const [found] = text.matchAll(new RegExp(`"${path.at(-1)}":"(?:[^"\\\\]|\\\\.)*"`, 'g'));
    if (!found) return [];
    const end = found.index + found[0].length - 1;
    // At its end, where it is most easily overlooked, or at its beginning.
    return [end, end, found.index + `"${path.at(-1)}":"`.length];
  });
}
