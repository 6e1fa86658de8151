import type { Check } from '../../verdict/check.js';
import type { Deviation, EvaluatedExchange, Evaluation, FuzzProperty } from '../profile.js';
import type { Mutation } from './arbitraries/mutation.js';
import type { Expectation } from './oracle/expectation.js';
import { maySucceed, type RefusalTable, refusalOf } from './refusals.js';

/** The clauses by which a profile's answers to generated logins are evaluated. */
export interface EvaluationRules {
  readonly refusals: RefusalTable;
  /** The clause that asks for equal treatment of equal requests. */
  readonly equalTreatment: string;
  /** SHOULD clauses that ask for a login to be accepted though it holds what no document names. */
  readonly tolerances: Readonly<Record<'unknown members' | 'charset', string>>;
  /** The clause against server errors: a request of any kind may break it by being what it is. */
  readonly serverErrors: string;
  /** Clauses on the form of every answer. */
  readonly form: readonly string[];
}

type GeneratedLogins<M> = Pick<FuzzProperty<M>, 'kind' | 'generated' | 'mutations'> & {
  /** Whether the generated clause is about such a request. */
  readonly covers: (expectation: Expectation) => boolean;
  readonly meantToSucceed?: boolean;
  /** The same mutation as everybody writes it. */
  readonly plain: (mutation: M) => M;
};

/** What those SHOULD clauses are about, in the words of the generators. */
const ADDITIONS = ['the unknown member', 'Content-Type'];

/** What holds for generated logins of one kind: the engine sends them, the rules judge the answers. */
export function loginProperty<M extends Mutation>(
  rules: EvaluationRules,
  { covers, plain, meantToSucceed = false, ...property }: GeneratedLogins<M>,
): FuzzProperty<M> {
  const tolerances = Object.values(rules.tolerances);
  const acceptance = [rules.equalTreatment, ...tolerances];
  return {
    ...property,
    meantToSucceed,
    evaluate: (answer, { expectation }, changes) => {
      const expected = expectation as Expectation;
      const found = evaluate(answer, expected, rules, changes);
      const isInstance = ({ check }: Deviation) => property.generated.instances.includes(check.clause);
      if (found.deviations.some(isInstance) || !covers(expected)) return found;
      return { ...found, held: [...found.held, heldCheck(property.generated.clause)] };
    },
    // The refusal of a login that is to be accepted is one finding, whichever clause asks for it.
    isSame: ({ check: one }, { check: other }) =>
      (one.clause === other.clause && one.level === other.level) ||
      (acceptance.includes(one.clause) && acceptance.includes(other.clause)),
    ambiguity: {
      plain,
      // The SHOULD clause is about the addition, the MUST clause about the spelling of the rest.
      isAmbiguous: ({ check, kinds }) =>
        tolerances.includes(check.clause) && kinds.some((kind) => !ADDITIONS.includes(kind)),
      resolve: ({ check, kinds }, answer, prepared, plainAnswer) => {
        if ((prepared.expectation as Expectation).accept !== 'should') return null;
        return plainAnswer.isAccepted
          ? { check: answer.checkAccepted(rules.equalTreatment, 'MUST'), kinds }
          : { check, kinds: kinds.filter((kind) => ADDITIONS.includes(kind)) };
      },
    },
  };
}

/** Compares an answer with what the contract allows, and with the clauses on every answer. */
function evaluate(
  answer: EvaluatedExchange,
  expectation: Expectation,
  rules: EvaluationRules,
  changes: readonly string[],
): Evaluation {
  const held: Check[] = [];
  const deviations: Deviation[] = [];
  const advisories: Check[] = [];
  const isForm = ({ clause }: Check) => rules.form.includes(clause);
  for (const check of answer.universalChecks()) {
    if (check.held) held.push(check);
    else if (check.level === 'SHOULD') advisories.push(check);
    else deviations.push({ check, kinds: check.clause === rules.serverErrors ? kindsOf(expectation) : [] });
  }
  const outcome = evaluateOutcome(answer, expectation, rules, changes);
  if (outcome?.check.held) held.push(outcome.check);
  else if (outcome) deviations.push(outcome);
  const preferred = checkPreferred(answer, expectation);
  if (preferred) (preferred.held ? held : advisories).push(preferred);

  // A server that broke down does not answer in its envelope either: one deviation, not three.
  if (!deviations.some(({ check }) => check.clause === rules.serverErrors))
    return { held, deviations, advisories };
  return {
    held,
    deviations: deviations.filter(({ check }) => !isForm(check)),
    advisories: advisories.filter((check) => !isForm(check)),
  };
}

function evaluateOutcome(
  answer: EvaluatedExchange,
  expectation: Expectation,
  { refusals, equalTreatment, tolerances }: EvaluationRules,
  changes: readonly string[],
): Deviation | null {
  const { accept, codes, faults, open } = expectation;
  // An answer without a code, or with none of the table, violates the clauses on every answer.
  if (answer.isBlocked || (!answer.isAccepted && !answer.isRefused)) return null;
  if (accept === 'must') {
    return { check: answer.checkAccepted(equalTreatment, 'MUST'), kinds: changes.map(withoutDetail) };
  }
  if (accept === 'should') {
    const clause = open.includes('charset') ? tolerances.charset : tolerances['unknown members'];
    return { check: answer.checkAccepted(clause, 'SHOULD'), kinds: changes.map(withoutDetail) };
  }
  const fault = faults.find((one) => !maySucceed(refusals, [one])) ?? faults[0];
  if (fault === undefined) return null;
  const { clause, level } = refusalOf(refusals, fault);
  const refusal = () => ({ check: checkRefusal(answer, clause, expectation, refusals), kinds: faults });
  if (answer.isAccepted) return accept === 'may' ? null : refusal();
  if (accept !== 'never' && level !== 'MUST') return null;
  // The clauses on every answer judge a token in a refusal.
  if (codes === null) return { check: heldCheck(clause), kinds: [] };
  return refusals.codes?.includes(answer.code ?? '') ? refusal() : null;
}

/** What a SHOULD clause asks for where other outcomes conform as well; `null`: nothing. */
function checkPreferred(answer: EvaluatedExchange, { preferred, open }: Expectation): Check | null {
  if (preferred === null || open.some((one) => one !== 'unknown members')) return null;
  if (answer.isBlocked || (!answer.isAccepted && !answer.isRefused)) return null;
  return answer.checkRefused(preferred.clause, 'SHOULD', preferred.codes ?? []);
}

/** The clause asks for a refusal, with one of the codes where they are known. */
function checkRefusal(
  answer: EvaluatedExchange,
  clause: string,
  { codes, accept }: Expectation,
  { byFault }: RefusalTable,
): Check {
  if (codes === null || clause === byFault.attack?.clause) return answer.checkNoToken(clause, 'MUST');
  return answer.checkRefused(clause, 'MUST', codes, { orAccepted: accept === 'may' });
}

function heldCheck(clause: string): Check {
  return { clause, level: 'MUST', held: true };
}

function kindsOf({ faults, open }: Expectation): readonly string[] {
  return [...faults, ...open];
}

/** `the transaction id "a&b"` is one kind with all others. */
function withoutDetail(change: string): string {
  return change.replace(/ (?:"|of \d|application).*$/s, '');
}
