import { clauseOfFault, type Fault, maySucceed } from '../../contract/result-codes.js';
import type { Check } from '../../verify/finding.js';
import type { Judged } from '../../verify/judged.js';
import type { Expectation } from './oracle/expectation.js';
import type { Property } from './property.js';

/** Something that an answer broke. */
export interface Flaw {
  readonly check: Check;
  /** What it is due to: two flaws of one clause and the same kinds are one finding. */
  readonly kinds: readonly string[];
}

/** What an answer to a generated request says about the clauses. */
export interface Examination {
  readonly held: readonly Check[];
  readonly flaws: readonly Flaw[];
  /** SHOULD clauses on every answer that were broken: not worth a search for the smallest case. */
  readonly asides: readonly Check[];
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
export function examine(
  judged: Judged,
  expectation: Expectation,
  property: Property,
  words: readonly string[],
): Examination {
  const held: Check[] = [];
  const flaws: Flaw[] = [];
  const asides: Check[] = [];
  for (const check of judged.universal()) {
    // No clause speaks of such a transaction id: many a server refuses it before its application is asked.
    if (expectation.open.includes('form of the tid') && OF_FORM.includes(check.clause)) continue;
    if (check.held) held.push(check);
    else if (check.level === 'SHOULD') asides.push(check);
    else flaws.push({ check, kinds: CRASHES.includes(check.clause) ? kindsOf(expectation) : [] });
  }
  const outcome = judgeOutcome(judged, expectation, property, words);
  if (outcome?.check.held) held.push(outcome.check);
  else if (outcome) flaws.push(outcome);

  if (flaws.some(({ check }) => CRASHES.includes(check.clause))) {
    // A server that broke down does not answer in its envelope either: one flaw, not three.
    const isForm = ({ clause }: Check) => OF_FORM.includes(clause);
    flaws.splice(0, flaws.length, ...flaws.filter(({ check }) => !isForm(check)));
    asides.splice(0, asides.length, ...asides.filter((check) => !isForm(check)));
  }
  const broken = flaws.some(({ check }) => property.generated.instances.includes(check.clause));
  if (!broken && isOf(property, expectation)) {
    held.push({ clause: property.generated.clause, level: 'MUST', held: true });
  }
  return { held, flaws, asides };
}

/** Whether two flaws are of one clause, or both the refusal of a login that is to be accepted. */
export function isSameFlaw(one: Flaw, other: Flaw, property: Property): boolean {
  const [left, right] = [one.check, other.check];
  if (left.clause === right.clause && left.level === right.level) return true;
  const acceptance = [property.equal, ...TOLERANCES];
  return acceptance.includes(left.clause) && acceptance.includes(right.clause);
}

/**
 * Whether the refusal of a login may be due to more than what a SHOULD clause speaks of: the MUST clause speaks of the
 * rest, of how it is spelled.
 */
export function isAmbiguous({ check, kinds }: Flaw): boolean {
  return TOLERANCES.includes(check.clause) && kinds.some((kind) => !ADDITIONS.includes(kind));
}

/**
 * An ambiguous refusal told apart.
 * @param judged the answer to it
 * @param plain the answer to the same additions, spelled as everybody does
 */
export function toldApart({ check, kinds }: Flaw, judged: Judged, plain: Judged, property: Property): Flaw {
  if (!plain.isAccepted) return { check, kinds: kinds.filter((kind) => ADDITIONS.includes(kind)) };
  return { check: judged.accepted(property.equal, 'MUST'), kinds };
}

/** The violation of the generated clause that goes with one of a specific clause; `null`: it is no instance of it. */
export function generatedCheck({ check }: Flaw, { generated }: Property): Check | null {
  if (check.level !== 'MUST' || !generated.instances.includes(check.clause)) return null;
  return { ...check, clause: generated.clause, instanceOf: check.clause };
}

function judgeOutcome(
  judged: Judged,
  expectation: Expectation,
  property: Property,
  words: readonly string[],
): Flaw | null {
  const reading = judged.esignon ?? judged.ckstack;
  const { accept, codes, faults } = expectation;
  const says = judged.esignon ? judged.esignon.code : judged.ckstack?.refused ? 'refused' : null;
  // An answer that says nothing, or nothing of its table, breaks the clauses on every answer.
  if (reading?.refusedForSize || (!judged.isAccepted && says === null)) return null;
  if (accept === 'must') {
    return { check: judged.accepted(property.equal, 'MUST'), kinds: words.map(withoutDetail) };
  }
  if (accept === 'should') {
    const clause = toleranceOf(expectation, property);
    return { check: judged.accepted(clause, 'SHOULD'), kinds: words.map(withoutDetail) };
  }
  const fault = faults.find((one) => !maySucceed(property.profile, [one])) ?? faults[0];
  if (fault === undefined) return null;
  const { id } = clauseOfFault(property.profile, fault);
  if (judged.isAccepted) {
    return accept === 'may' ? null : { check: refusal(judged, id, expectation), kinds: faults };
  }
  if (accept !== 'never' && !isMustFault(property, fault)) return null;
  // A token in what calls itself a refusal is a matter of the clauses on every answer.
  if (codes === null) return { check: { clause: id, level: 'MUST', held: true }, kinds: [] };
  if (judged.esignon && !judged.esignon.table.includes(says ?? '')) return null;
  return { check: refusal(judged, id, expectation), kinds: faults };
}

/** The clause asks for a refusal, with one of the codes where they are known. */
function refusal(judged: Judged, clause: string, { codes, accept }: Expectation): Check {
  if (codes === null || clause === 'ES-26' || clause === 'CK-26') return judged.noToken(clause, 'MUST');
  return judged.refused(clause, 'MUST', codes, { orAccepted: accept === 'may' });
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
