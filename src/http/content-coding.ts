import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { type HeaderField, headerValues } from '../text/header-field.js';
import { MAX_BODY_BYTES, MAX_CODINGS } from './limits.js';
import { ProtocolFault } from './protocol-fault.js';

const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const brotliDecompress = promisify(zlib.brotliDecompress);

/** Content codings of RFC 9110 section 8.4.1 and RFC 7932, by name. */
const DECODERS: Readonly<Record<string, (coded: Uint8Array, limit: number) => Promise<Buffer>>> = {
  gzip: (coded, limit) => gunzip(coded, { maxOutputLength: limit }),
  'x-gzip': (coded, limit) => gunzip(coded, { maxOutputLength: limit }),
  deflate: (coded, limit) => (hasZlibHeader(coded) ? inflate : inflateRaw)(coded, { maxOutputLength: limit }),
  br: (coded, limit) => brotliDecompress(coded, { maxOutputLength: limit }),
};

/** An answer that cannot be decoded; the message is one sentence. */
export class ContentCodingFault extends Error {}

/**
 * Decodes the content codings of an answer, the last applied first.
 * @param body as received; an empty body is returned as it is (HEAD, 204)
 * @param limit most bytes of the result of each step
 * @throws {ContentCodingFault} when a coding is unknown or broken, or there are too many
 * @throws {ProtocolFault} `too-large`: over the limit
 */
export async function decodeContent(
  body: Uint8Array,
  headers: readonly HeaderField[],
  limit = MAX_BODY_BYTES,
): Promise<Uint8Array> {
  const codings = codingsOf(headers);
  if (body.byteLength === 0) return body;
  if (codings.length > MAX_CODINGS) {
    throw new ContentCodingFault(`the answer has more than ${MAX_CODINGS} content codings`);
  }
  let decoded = body;
  for (const coding of codings.reverse()) decoded = await decodeOne(decoded, coding, limit);
  return decoded;
}

function codingsOf(headers: readonly HeaderField[]): string[] {
  return headerValues(headers, 'content-encoding')
    .flatMap((value) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
}

async function decodeOne(coded: Uint8Array, coding: string, limit: number): Promise<Uint8Array> {
  const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
  if (!decode) {
    throw new ContentCodingFault(`the answer has the unknown content coding "${coding.slice(0, 40)}"`);
  }
  try {
    return await decode(coded, limit);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new ProtocolFault(
        'too-large',
        `the answer's body unpacks to more than ${limit} bytes (${coding})`,
      );
    }
    throw new ContentCodingFault(`the answer's body is not what its content coding ${coding} says`);
  }
}

/** Servers send `deflate` with the zlib header that RFC 9110 requires, or without it. */
function hasZlibHeader(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}
