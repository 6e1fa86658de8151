import type { Level } from '../verdict/clause.js';
import { type ProfileName, profileOf } from './built-in.js';

/** Result codes, their meaning, and which of them each kind of refusal may carry. */

/** What a code means, in our own words. The table of ckstack's failures stands in a page that we do not have. */
export const CODE_MEANINGS: Readonly<Record<ProfileName, Readonly<Record<string, string>>>> = {
  'esignon-startsimple': {
    '00': 'success',
    '10': 'failure, without saying of what',
    '12': 'the body of the message cannot be parsed',
    '99': 'unexpected exception (wrong format)',
  },
  'esignon-login': {
    '00': 'success',
    '10': 'the login information is not right',
    '12': 'the body of the message cannot be parsed',
    '95': 'the company may not call the API',
    '99': 'unexpected exception (wrong format)',
  },
  'ckstack-token': { S000001: 'success; any other code is a failure' },
};

/**
 * What is wrong with a request. A mere consequence of a fault is no fault of its own: a request without `body` has
 * `body-not-object`, not `credential-missing` as well.
 */
export type Fault =
  /** Of a real user. */
  | 'wrong-password'
  /** A well-formed e-mail or user ID that nobody has. */
  | 'unknown-user'
  /** The plain password where its SHA-256 belongs. */
  | 'plain-password'
  /** Missing, null, empty or not a string, be it the one or the other. */
  | 'credential-missing'
  /** Credentials given as operators, injections, oversize or deeply nested values. */
  | 'attack'
  | 'not-json'
  /** JSON but for commas after last members. */
  | 'trailing-commas'
  | 'top-level-not-object'
  /** `body` missing, null or not an object. */
  | 'body-not-object'
  /** `header` missing or not an object, `request_code` missing or another. */
  | 'header-wrong'
  | 'unknown-company'
  | 'blocked-company'
  /** `body.comp_id` names another company than the path. */
  | 'company-contradicts'
  | 'unknown-client'
  /** `comp_id` or `client_id` missing. */
  | 'identifier-missing'
  /** `H-Authorization` missing, of another scheme, with an unknown key or a wrong signature. */
  | 'authorization-wrong'
  /** `H-Date` missing, no HTTP-date, or a day old. */
  | 'date-wrong'
  /** `Ck-Service` missing or unknown. */
  | 'service-wrong';

interface Refusal {
  /** The clause that asks for the refusal. A SHOULD leaves it open to the provider not to mind the fault. */
  readonly clause: string;
  readonly level: Level;
  /** `any`: every code but that of success, as far as the document has a table every code of that. */
  readonly codes: readonly string[] | 'any';
  /** The document itself leaves it open whether this is a fault (LG-04). */
  readonly lenient?: boolean;
}
type Refusals = Readonly<Partial<Record<Fault, Refusal>>>;

const must = (clause: string, ...codes: string[]): Refusal => ({
  clause,
  level: 'MUST',
  codes: codes.length > 0 ? codes : 'any',
});
const should = (clause: string): Refusal => ({ clause, level: 'SHOULD', codes: 'any' });

const ESIGNON: Refusals = {
  'wrong-password': must('ES-09', '10'),
  'unknown-user': must('ES-10', '10'),
  'not-json': must('ES-12', '12'),
  'body-not-object': must('ES-13', '12'),
  'credential-missing': must('ES-14', '10', '12', '99'),
  'header-wrong': must('ES-15', '12', '99'),
  'top-level-not-object': must('ES-15', '12', '99'),
  attack: must('ES-26'),
};

const REFUSALS: Readonly<Record<ProfileName, Refusals>> = {
  'esignon-startsimple': {
    ...ESIGNON,
    'trailing-commas': must('ES-12', '12'),
    'unknown-company': must('ES-29', '10', '99'),
    'company-contradicts': should('SS-03'),
    'unknown-client': should('SS-04'),
    'identifier-missing': should('SS-05'),
  },
  'esignon-login': {
    ...ESIGNON,
    'trailing-commas': { ...must('LG-04', '12'), lenient: true },
    'unknown-company': must('ES-29', '10', '95', '99'),
    // with wrong credentials as well, LG-03: "95" or "10"
    'blocked-company': must('LG-01', '95'),
  },
  'ckstack-token': {
    'wrong-password': must('CK-12'),
    'unknown-user': must('CK-13'),
    'plain-password': must('CK-15'),
    'credential-missing': must('CK-16'),
    'not-json': must('CK-17'),
    'trailing-commas': must('CK-17'),
    'top-level-not-object': must('CK-17'),
    attack: must('CK-26'),
    'authorization-wrong': must('CK-19'),
    'date-wrong': should('CK-20'),
    'service-wrong': should('CK-21'),
  },
};

/** The faults that a profile's clauses speak of. */
export function faultsOf(profile: ProfileName): readonly Fault[] {
  return Object.keys(REFUSALS[profile]) as Fault[];
}

/**
 * The clause that asks for a fault to be refused.
 * @throws {TypeError} for a fault that the profile's clauses do not speak of: a mistake in the suite
 */
export function clauseOfFault(
  profile: ProfileName,
  fault: Fault,
): { readonly id: string; readonly level: Level } {
  const { clause, level } = refusalOf(profile, fault);
  return { id: clause, level };
}

/**
 * The codes that a refusal of a request with these faults may carry: what any one of them allows.
 * @returns sorted; `null` where no table exists and any non-empty string but the code of success will do (ckstack)
 * @throws {TypeError} as `clauseOfFault`
 */
export function allowedCodes(profile: ProfileName, faults: readonly Fault[]): readonly string[] | null {
  const refusals = faults.map((fault) => refusalOf(profile, fault));
  const { family, resultCodes, successCode } = profileOf(profile);
  if (family === 'ckstack') return null;
  const all = resultCodes.filter((code) => code !== successCode);
  return [...new Set(refusals.flatMap(({ codes }) => (codes === 'any' ? all : codes)))].sort();
}

/**
 * Whether a request with these faults may also succeed without a MUST being broken: every fault is one of a SHOULD,
 * or one that the document leaves open. So may a request without fault.
 * @throws {TypeError} as `clauseOfFault`
 */
export function maySucceed(profile: ProfileName, faults: readonly Fault[]): boolean {
  return faults
    .map((fault) => refusalOf(profile, fault))
    .every(({ level, lenient }) => lenient || level === 'SHOULD');
}

/**
 * Whether an answer to a request with these faults may carry a code, by the MUST clauses.
 * @param code the code as it came: any JSON value
 * @throws {TypeError} as `clauseOfFault`
 */
export function isAllowedCode(profile: ProfileName, faults: readonly Fault[], code: unknown): boolean {
  if (typeof code !== 'string' || code === '') return false;
  if (code === profileOf(profile).successCode) return maySucceed(profile, faults);
  if (faults.length === 0) return false;
  return allowedCodes(profile, faults)?.includes(code) ?? true;
}

/** The allowed codes of a refusal in words, for «expected»: `"12" or "99"`; without a fault, that of success. */
export function describeAllowedCodes(profile: ProfileName, faults: readonly Fault[]): string {
  const success = JSON.stringify(profileOf(profile).successCode);
  if (faults.length === 0) return success;
  const codes = allowedCodes(profile, faults)?.map((code) => JSON.stringify(code));
  if (!codes) return `any code but ${success}`;
  return codes.length > 1 ? `${codes.slice(0, -1).join(', ')} or ${codes.at(-1)}` : codes.join();
}

function refusalOf(profile: ProfileName, fault: Fault): Refusal {
  const refusal = REFUSALS[profile][fault];
  if (!refusal) throw new TypeError(`${profile} has no clause on requests with the fault ${fault}`);
  return refusal;
}
