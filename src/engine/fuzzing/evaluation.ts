import type { EvaluatedExchange } from '../../profiles/login/evaluated-exchange.js';
import type { Expectation } from '../../profiles/login/oracle/expectation.js';
import { clauseOfFault, type Fault, maySucceed } from '../../profiles/result-codes.js';
import type { Check } from '../../verdict/check.js';
import type { Property } from './property.js';

/** Something that an answer broke. */
export interface Deviation {
  readonly check: Check;
  /** What it is due to: two flaws of one clause and the same kinds are one finding. */
  readonly kinds: readonly string[];
}

/** What an answer to a generated request says about the clauses. */
export interface Evaluation {
  readonly held: readonly Check[];
  readonly deviations: readonly Deviation[];
  /** SHOULD clauses on every answer that were broken: not worth a search for the smallest case. */
  readonly advisories: readonly Check[];
}

/** Requests that these faults make malformed, as ES-27 and CK-29 have it. */
const MALFORMING: readonly Fault[] = [
  'not-json',
  'trailing-commas',
  'top-level-not-object',
  'body-not-object',
  'header-wrong',
  'credential-missing',
];

/** SHOULD clauses that ask for a login to be accepted. */
const TOLERANCES = ['ES-20', 'ES-21', 'CK-25'];
/** What those clauses speak of, by the words of the generators. */
const ADDITIONS = ['the unknown member', 'Content-Type'];

/** Clauses that a request of any kind may break by being what it is. */
const CRASHES = ['ES-17', 'CK-23'];

/** Clauses on the form of every answer. */
const OF_FORM = ['ES-02', 'ES-03', 'ES-16', 'ES-18', 'CK-02', 'CK-03', 'CK-18', 'CK-31'];

/** Holds an answer against what the contract allows, and against the clauses on every answer. */
export function evaluate(
  evaluated: EvaluatedExchange,
  expectation: Expectation,
  property: Property,
  words: readonly string[],
): Evaluation {
  const held: Check[] = [];
  const deviations: Deviation[] = [];
  const advisories: Check[] = [];
  for (const check of evaluated.universalChecks()) {
    // No clause speaks of such a transaction id: many a server refuses it before its application is asked.
    if (expectation.open.includes('form of the tid') && OF_FORM.includes(check.clause)) continue;
    if (check.held) held.push(check);
    else if (check.level === 'SHOULD') advisories.push(check);
    else deviations.push({ check, kinds: CRASHES.includes(check.clause) ? kindsOf(expectation) : [] });
  }
  const outcome = judgeOutcome(evaluated, expectation, property, words);
  if (outcome?.check.held) held.push(outcome.check);
  else if (outcome) deviations.push(outcome);

  if (deviations.some(({ check }) => CRASHES.includes(check.clause))) {
    // A server that broke down does not answer in its envelope either: one flaw, not three.
    const isForm = ({ clause }: Check) => OF_FORM.includes(clause);
    deviations.splice(0, deviations.length, ...deviations.filter(({ check }) => !isForm(check)));
    advisories.splice(0, advisories.length, ...advisories.filter((check) => !isForm(check)));
  }
  const broken = deviations.some(({ check }) => property.generated.instances.includes(check.clause));
  if (!broken && isOf(property, expectation)) {
    held.push({ clause: property.generated.clause, level: 'MUST', held: true });
  }
  return { held, deviations, advisories };
}

/** Whether two flaws are of one clause, or both the refusal of a login that is to be accepted. */
export function isSameDeviation(one: Deviation, other: Deviation, property: Property): boolean {
  const [left, right] = [one.check, other.check];
  if (left.clause === right.clause && left.level === right.level) return true;
  const acceptance = [property.equal, ...TOLERANCES];
  return acceptance.includes(left.clause) && acceptance.includes(right.clause);
}

/**
 * Whether the refusal of a login may be due to more than what a SHOULD clause speaks of: the MUST clause speaks of the
 * rest, of how it is spelled.
 */
export function isAmbiguous({ check, kinds }: Deviation): boolean {
  return TOLERANCES.includes(check.clause) && kinds.some((kind) => !ADDITIONS.includes(kind));
}

/**
 * An ambiguous refusal told apart.
 * @param judged the answer to it
 * @param plain the answer to the same additions, spelled as everybody does
 */
export function disambiguate(
  { check, kinds }: Deviation,
  evaluated: EvaluatedExchange,
  plain: EvaluatedExchange,
  property: Property,
): Deviation {
  if (!plain.isAccepted) return { check, kinds: kinds.filter((kind) => ADDITIONS.includes(kind)) };
  return { check: evaluated.checkAccepted(property.equal, 'MUST'), kinds };
}

/** The violation of the generated clause that goes with one of a specific clause; `null`: it is no instance of it. */
export function generatedCheck({ check }: Deviation, { generated }: Property): Check | null {
  if (check.level !== 'MUST' || !generated.instances.includes(check.clause)) return null;
  return { ...check, clause: generated.clause, instanceOf: check.clause };
}

function judgeOutcome(
  evaluated: EvaluatedExchange,
  expectation: Expectation,
  property: Property,
  words: readonly string[],
): Deviation | null {
  const reading = evaluated.esignon ?? evaluated.ckstack;
  const { accept, codes, faults } = expectation;
  const says = evaluated.esignon ? evaluated.esignon.code : evaluated.ckstack?.refused ? 'refused' : null;
  // An answer that says nothing, or nothing of its table, breaks the clauses on every answer.
  if (reading?.refusedForSize || (!evaluated.isAccepted && says === null)) return null;
  if (accept === 'must') {
    return { check: evaluated.checkAccepted(property.equal, 'MUST'), kinds: words.map(withoutDetail) };
  }
  if (accept === 'should') {
    const clause = toleranceOf(expectation, property);
    return { check: evaluated.checkAccepted(clause, 'SHOULD'), kinds: words.map(withoutDetail) };
  }
  const fault = faults.find((one) => !maySucceed(property.profile, [one])) ?? faults[0];
  if (fault === undefined) return null;
  const { id } = clauseOfFault(property.profile, fault);
  if (evaluated.isAccepted) {
    return accept === 'may' ? null : { check: refusal(evaluated, id, expectation), kinds: faults };
  }
  if (accept !== 'never' && !isMustFault(property, fault)) return null;
  // A token in what calls itself a refusal is a matter of the clauses on every answer.
  if (codes === null) return { check: { clause: id, level: 'MUST', held: true }, kinds: [] };
  if (evaluated.esignon && !evaluated.esignon.table.includes(says ?? '')) return null;
  return { check: refusal(evaluated, id, expectation), kinds: faults };
}

/** The clause asks for a refusal, with one of the codes where they are known. */
function refusal(evaluated: EvaluatedExchange, clause: string, { codes, accept }: Expectation): Check {
  if (codes === null || clause === 'ES-26' || clause === 'CK-26')
    return evaluated.checkNoToken(clause, 'MUST');
  return evaluated.checkRefused(clause, 'MUST', codes, { orAccepted: accept === 'may' });
}

function isMustFault(property: Property, fault: Fault): boolean {
  return clauseOfFault(property.profile, fault).level === 'MUST';
}

/** The SHOULD clause that asks for success. */
function toleranceOf({ open }: Expectation, { profile }: Property): string {
  if (profile === 'ckstack-token') return 'CK-25';
  return open.includes('charset') ? 'ES-21' : 'ES-20';
}

/** Whether the generated clause speaks of such a request. */
function isOf({ kind }: Property, { accept, faults }: Expectation): boolean {
  if (kind === 'attacks') return faults.includes('attack');
  if (kind === 'equivalent logins') return accept === 'must';
  return faults.some((fault) => MALFORMING.includes(fault));
}

function kindsOf({ faults, open }: Expectation): readonly string[] {
  return [...faults, ...open];
}

/** «the transaction id "a&b"» is one kind with all others. */
function withoutDetail(words: string): string {
  return words.replace(/ (?:"|of \d|application).*$/s, '');
}
