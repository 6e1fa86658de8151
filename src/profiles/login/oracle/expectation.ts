import { allowedCodes, type Fault, maySucceed, type RefusalTable, refusalOf } from '../refusals.js';

/**
 * What the contract leaves open in a request: neither taking nor refusing it breaks a MUST, whatever the code.
 * No token for wrong credentials, no server error and no secret hold even there.
 */
export type Open =
  | 'duplicate members'
  | 'byte order mark'
  | 'lone surrogates'
  | 'depth'
  | 'numbers out of range'
  | 'size'
  /** Unknown members: a SHOULD (ES-20, CK-25). */
  | 'unknown members'
  /** `charset=utf-8`: a SHOULD (ES-21, CK-25). */
  | 'charset'
  | 'media type parameters'
  /** `request_msg` and `session_id`. */
  | 'optional members'
  /** Letter case, white space, accents and other forms of the user's name. */
  | 'form of the user name'
  /** Forms of the right password that Unicode's normalisations make equal to it (RFC 8265). */
  | 'form of the password'
  /** Other spellings of the right digest. */
  | 'form of the digest'
  /** A text that the clauses on wrong credentials do not cover. */
  | 'odd credentials'
  /** Letter case of the scheme, white space, other spellings of the right signature. */
  | 'form of the authorization'
  /** RFC 850, asctime, and dates some hours off. */
  | 'form of the date'
  /** An empty `tid`, a repeated one, a raw `+`, control characters, not UTF-8, oversize. */
  | 'form of the tid';

/** Which outcomes the contract allows for a request: derived from its bytes alone. */
export interface Expectation {
  /** What is wrong with it, in the reading that is best for it. */
  readonly faults: readonly Fault[];
  readonly open: readonly Open[];
  /** `should`: only a SHOULD clause asks for success. */
  readonly accept: 'must' | 'should' | 'may' | 'never';
  /** Codes that a refusal may carry; `null`: any but that of success. */
  readonly codes: readonly string[] | null;
  /** The refusal that a SHOULD clause asks for, though others conform; `null`: none does. */
  readonly preferred: PreferredRefusal | null;
}

/** A refusal that a SHOULD clause asks for. */
interface PreferredRefusal {
  readonly clause: string;
  /** `null`: any but that of success. */
  readonly codes: readonly string[] | null;
}

/**
 * Puts together what was found in a request.
 * @param readings the faults in each way to read it: several where members are doubled or readers differ, the strictest
 *   first
 */
export function expectationOf(
  table: RefusalTable,
  readings: readonly (readonly Fault[])[],
  open: Iterable<Open>,
): Expectation {
  const left = [...new Set(open)];
  const best = readings.reduce((one, other) => (other.length < one.length ? other : one), readings[0] ?? []);
  const codes = left.length > 0 ? null : allowedCodes(table, [...new Set(readings.flat())]);
  const accept = acceptanceOf(table, readings, left);
  return { faults: best, open: left, accept, codes, preferred: preferredOf(table, readings) };
}

function preferredOf(table: RefusalTable, readings: readonly (readonly Fault[])[]): PreferredRefusal | null {
  const all = new Set(readings.flat());
  const lenient = [...all].find((fault) => refusalOf(table, fault).preferred);
  if (lenient) return { clause: refusalOf(table, lenient).clause, codes: allowedCodes(table, [lenient]) };
  if (!all.has('name-in-another-case')) return null;
  const { clause } = refusalOf(table, 'name-in-another-case');
  return { clause, codes: allowedCodes(table, readings[0] ?? []) };
}

function acceptanceOf(
  table: RefusalTable,
  readings: readonly (readonly Fault[])[],
  open: readonly Open[],
): Expectation['accept'] {
  if (!readings.some((faults) => maySucceed(table, faults))) return 'never';
  if (readings.some((faults) => faults.length > 0)) return 'may';
  if (open.length === 0) return 'must';
  return open.length === 1 && (open[0] === 'unknown members' || open[0] === 'charset') ? 'should' : 'may';
}

/** Faults that make a request malformed, as the clauses on generated malformed requests have it. */
const MALFORMING: readonly Fault[] = [
  'not-json',
  'not-quite-json',
  'trailing-commas',
  'credential-mended',
  'top-level-not-object',
  'body-not-object',
  'body-is-array',
  'header-wrong',
  'credential-missing',
];

/** Credentials of it are attacks. */
export function isAttack({ faults }: Expectation): boolean {
  return faults.includes('attack');
}

/** Its form is faulty, be it in structure or in bytes. */
export function isMalformed({ faults }: Expectation): boolean {
  return faults.some((fault) => MALFORMING.includes(fault));
}

/** A MUST clause asks for its acceptance. */
export function mustBeAccepted({ accept }: Expectation): boolean {
  return accept === 'must';
}
