import { DROPPED, REPLACED } from './lenient-json.js';

/** The bytes of a body as one reader decodes them. */
export interface DecodedBody {
  readonly text: string;
  /** They are well-formed UTF-8. */
  readonly isUtf8: boolean;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Byte order marks, and where the zeros of the first ASCII character are: UTF-32 comes first, since UTF-16 fits it too. */
const WIDE: readonly (readonly [
  units: 2 | 4,
  endian: 'little' | 'big',
  beginsSo: (bytes: Uint8Array) => boolean,
])[] = [
  [
    4,
    'little',
    ([a, b, c, d]) => (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a !== 0 && !b && !c && !d),
  ],
  [4, 'big', ([a, b, c, d]) => a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d !== 0))],
  [2, 'little', ([a, b]) => (a === 0xff && b === 0xfe) || (a !== 0 && b === 0)],
  [2, 'big', ([a, b]) => (a === 0xfe && b === 0xff) || (a === 0 && b !== 0)],
];

/**
 * Every way in which readers decode the body of a request: as UTF-8, with what is ill-formed in it replaced, dropped or
 * decoded (overlong forms, CESU-8, else Latin-1), as UTF-16 or as UTF-32. In a text {@link REPLACED} and
 * {@link DROPPED} are where ill-formed bytes were.
 */
export function decodedBodies(bytes: Uint8Array): readonly DecodedBody[] {
  const wide = bytes.length < 4 ? undefined : WIDE.find(([, , beginsSo]) => beginsSo(bytes));
  const others = wide ? [{ text: decodeWide(bytes, wide[0], wide[1]), isUtf8: false }] : [];
  try {
    return [{ text: strictUtf8.decode(bytes), isUtf8: true }, ...others];
  } catch {
    const repaired = [() => REPLACED, () => DROPPED, decodedAnyway].map((repair) =>
      decodeUtf8(bytes, repair),
    );
    return [...repaired.map((text) => ({ text, isUtf8: false })), ...others];
  }
}

function decodeWide(bytes: Uint8Array, units: 2 | 4, endian: 'little' | 'big'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = endian === 'little';
  let text = '';
  for (let at = 0; at + units <= bytes.length; at += units) {
    const code = units === 2 ? view.getUint16(at, isLittle) : view.getUint32(at, isLittle);
    text += code > 0x10ffff ? REPLACED : units === 2 ? String.fromCharCode(code) : String.fromCodePoint(code);
  }
  return text;
}

/** @param repair what becomes of an ill-formed sequence */
function decodeUtf8(bytes: Uint8Array, repair: (sequence: Uint8Array) => string): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const sequence = bytes.subarray(at, at + lengthAt(bytes, at));
    try {
      text += strictUtf8.decode(sequence);
    } catch {
      text += repair(sequence);
    }
    at += sequence.length;
  }
  return text;
}

/** Bytes of the character that begins there, whatever code point it would have: its lead byte and what continues it. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const most = lengthOf(bytes[at] ?? 0);
  let length = 1;
  while (length < most && ((bytes[at + length] ?? 0) & 0xc0) === 0x80) length += 1;
  return length;
}

/** An overlong form or half of a surrogate pair by its bits, anything else as Latin-1. */
function decodedAnyway(sequence: Uint8Array): string {
  const [lead = 0, ...rest] = sequence;
  const isWhole = rest.length === lengthOf(lead) - 1;
  const bits = rest.reduce((code, byte) => code * 64 + (byte & 0x3f), lead & (0x7f >> (rest.length + 1)));
  if (rest.length === 0 || !isWhole || bits > 0x10ffff) return Buffer.from(sequence).toString('latin1');
  return bits > 0xffff ? String.fromCodePoint(bits) : String.fromCharCode(bits);
}

function lengthOf(lead: number): number {
  return lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : lead < 0xfc ? 5 : 6;
}
