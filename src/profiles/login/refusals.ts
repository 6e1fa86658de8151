import type { Level } from '../../verdict/clause.js';

/**
 * What is wrong with a request. A consequence of a fault is not another fault: a request without `body` has
 * `body-not-object`, not `credential-missing` as well.
 */
export type Fault =
  /** For a real user. */
  | 'wrong-password'
  /** A well-formed e-mail or user ID that nobody has. */
  | 'unknown-user'
  /** The plain password where its SHA-256 belongs. */
  | 'plain-password'
  /** User or password missing, null, empty or not a string. */
  | 'credential-missing'
  /** Credentials given as operators, injections, oversize or deeply nested values. */
  | 'attack'
  /** What no reader makes sense of. */
  | 'not-json'
  /** What only lenient readers make sense of (RFC 8259 section 9). */
  | 'not-quite-json'
  /** JSON except for commas after last members. */
  | 'trailing-commas'
  /** An ill-formed byte within a credential was replaced or dropped. */
  | 'credential-mended'
  /** A documented member has a name in another letter case: it is read as that member. */
  | 'name-in-another-case'
  | 'top-level-not-object'
  /** `body` missing, null or a plain value. */
  | 'body-not-object'
  /** Some languages have one type for arrays and objects. */
  | 'body-is-array'
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
  /** `H-Date` missing, not an HTTP-date, or a day old. */
  | 'date-wrong'
  /** `Ck-Service` missing or unknown. */
  | 'service-wrong';

/** How a fault is to be refused. */
export interface RefusalRule {
  /** The clause that asks for the refusal. A SHOULD leaves it to the provider whether the fault matters. */
  readonly clause: string;
  readonly level: Level;
  /** `any`: every code of the table. */
  readonly codes: readonly string[] | 'any';
  /** A MUST leaves it open whether this is a fault: a lenient reader may accept it. */
  readonly lenient?: boolean;
  /** SHOULD: it is refused, with one of the codes, all the same. */
  readonly preferred?: boolean;
}

/** Which refusals the clauses of a profile ask for. */
export interface RefusalTable {
  /** Its name, for messages. */
  readonly profile: string;
  /** Every code of the document's table but that of success; `null`: there is no table, so any other code will do. */
  readonly codes: readonly string[] | null;
  readonly byFault: Readonly<Partial<Record<Fault, RefusalRule>>>;
}

/** A MUST clause on a refusal; without codes any of the table will do. */
export function mustRefuse(clause: string, ...codes: readonly string[]): RefusalRule {
  return { clause, level: 'MUST', codes: codes.length > 0 ? codes : 'any' };
}

/** A SHOULD clause on a refusal, with any code of the table. */
export function shouldRefuse(clause: string): RefusalRule {
  return { clause, level: 'SHOULD', codes: 'any' };
}

/** A MUST clause that lets a lenient reader accept what it SHOULD refuse. */
export function mustRefuseOrRead(clause: string, ...codes: readonly string[]): RefusalRule {
  return { ...mustRefuse(clause, ...codes), lenient: true, preferred: true };
}

/**
 * The clause that asks for a fault to be refused.
 * @throws {TypeError} for a fault that none of the profile's clauses is about: a mistake in the suite
 */
export function refusalOf({ profile, byFault }: RefusalTable, fault: Fault): RefusalRule {
  const rule = byFault[fault];
  if (!rule) throw new TypeError(`${profile} has no clause on requests with the fault ${fault}`);
  return rule;
}

/**
 * The codes that a refusal of a request with these faults may carry: what any one of them allows.
 * @returns sorted; `null` where the document has no table of codes
 * @throws {TypeError} as {@link refusalOf}
 */
export function allowedCodes(table: RefusalTable, faults: readonly Fault[]): readonly string[] | null {
  const rules = faults.map((fault) => refusalOf(table, fault));
  const all = table.codes;
  if (all === null) return null;
  return [...new Set(rules.flatMap(({ codes }) => (codes === 'any' ? all : codes)))].sort();
}

/**
 * Whether a request with these faults may also succeed without a MUST being broken: every fault is one of a SHOULD,
 * or one that the document leaves open. So may a request without a fault.
 * @throws {TypeError} as {@link refusalOf}
 */
export function maySucceed(table: RefusalTable, faults: readonly Fault[]): boolean {
  return faults
    .map((fault) => refusalOf(table, fault))
    .every(({ level, lenient }) => lenient || level === 'SHOULD');
}
