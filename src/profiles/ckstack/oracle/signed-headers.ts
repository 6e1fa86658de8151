import type { Findings } from '../../login/oracle/login-expectation.js';
import { type SentRequest, trimmedValues } from '../../login/oracle/sent-request.js';

/** What is right in the signed headers of a request that is sent now. */
export interface SignedTruth {
  readonly apiKey: string;
  /** The right signature of what is sent. */
  readonly signature: string;
  readonly service: string;
  readonly now: Date;
}

const NOTHING: Findings = { faults: [], open: [] };
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

/** The three forms of an HTTP-date, as far as their letters go (RFC 9110 section 5.6.7). */
const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const PREFERRED = new RegExp(`^${DAY}, \\d\\d ${MONTH} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$`);
const OBSOLETE = [
  new RegExp(`^[A-Z][a-z]+day, \\d\\d-${MONTH}-\\d\\d \\d\\d:\\d\\d:\\d\\d GMT$`),
  new RegExp(`^${DAY} ${MONTH} (?:\\d\\d| \\d) \\d\\d:\\d\\d:\\d\\d \\d{4}$`),
];

/** What is wrong with the signed headers of ckstack, and what is left open in them (CK-19, CK-20, CK-21). */
export function signedHeaders(sent: SentRequest, truth: SignedTruth): Findings {
  const all = [authorization(sent, truth), date(sent, truth.now), service(sent, truth.service)];
  return { faults: all.flatMap(({ faults }) => faults), open: all.flatMap(({ open }) => open) };
}

function authorization(sent: SentRequest, { apiKey, signature }: SignedTruth): Findings {
  const values = trimmedValues(sent, 'h-authorization');
  const [value] = values;
  if (value === `Open ${apiKey}:${signature}` && values.length === 1) return NOTHING;
  if (values.length > 1) return { faults: [], open: ['form of the authorization'] };
  // Whether there is a scheme at all, its letter case and white space are not judged; key and signature are.
  const given = (value ?? '').replace(/^open[ \t]+/i, '');
  const prefix = `${apiKey}:`;
  const isRight = given.startsWith(prefix) && sameSignature(given.slice(prefix.length).trim(), signature);
  return isRight
    ? { faults: [], open: ['form of the authorization'] }
    : { faults: ['authorization-wrong'], open: [] };
}

/**
 * To the character, or another spelling of the same bytes: base64 leaves some bits of its last character unused, and
 * what follows its end is ignored by many decoders.
 */
function sameSignature(given: string, right: string): boolean {
  if (given === right) return true;
  return (['hex', 'base64'] as const).some((encoding) => {
    const bytes = Buffer.from(right, encoding);
    return bytes.toString(encoding) === right && Buffer.from(given, encoding).equals(bytes);
  });
}

function date(sent: SentRequest, now: Date): Findings {
  const values = trimmedValues(sent, 'h-date');
  const [value = ''] = values;
  const preferred = PREFERRED.test(value);
  if (!preferred && !OBSOLETE.some((form) => form.test(value))) return { faults: ['date-wrong'], open: [] };
  const instant = preferred ? Date.parse(value) : now.getTime();
  // A day that does not exist rolls over in some parsers and is an error in others.
  if (Number.isNaN(instant) || (preferred && new Date(instant).toUTCString() !== value)) {
    return { faults: ['date-wrong'], open: [] };
  }
  if (now.getTime() - instant > DAY_MS) return { faults: ['date-wrong'], open: [] };
  const isNow = preferred && values.length === 1 && Math.abs(now.getTime() - instant) < MINUTE_MS;
  return isNow ? NOTHING : { faults: [], open: ['form of the date'] };
}

function service(sent: SentRequest, right: string): Findings {
  const values = trimmedValues(sent, 'ck-service');
  return values.length === 1 && values[0] === right ? NOTHING : { faults: ['service-wrong'], open: [] };
}
