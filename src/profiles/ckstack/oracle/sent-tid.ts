import type { SentRequest } from '../../login/oracle/sent-request.js';
import { percentDecoded } from '../../login/percent-encoding.js';

/** The `tid` of a request: what the answer must repeat, or that no clause says what. */
export type SentTid =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' };

/** Printable characters of any script, and what joins them. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\u200d\ufe0f]+$/u;
/** Bytes of UTF-8, and so characters of ASCII. */
const LONGEST = 256;

/** Reads `tid` from the query, percent-decoded as UTF-8 (CK-02). */
export function sentTid({ path }: SentRequest): SentTid {
  const query = path.includes('?') ? path.slice(path.indexOf('?') + 1) : '';
  const values = query
    .split('&')
    .filter((pair) => /^tid(?:=|$)/.test(pair))
    .map((pair) => pair.slice('tid='.length));
  const [value] = values;
  if (value === undefined) return { kind: 'none' };
  if (values.length > 1 || value === '' || value.includes('+')) return { kind: 'open' };
  const text = percentDecoded(value);
  if (text === null || !PRINTABLE.test(text)) return { kind: 'open' };
  return Buffer.byteLength(text) > LONGEST ? { kind: 'open' } : { kind: 'text', text };
}
