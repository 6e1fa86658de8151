import { IncompleteRunError } from '../errors/incomplete-run-error.js';
import { NoProfileServedError } from '../errors/no-profile-served-error.js';
import { NothingCheckedError } from '../errors/nothing-checked-error.js';
import type { RunError } from '../errors/run-error.js';
import { UnkeptContractsError } from '../errors/unkept-contracts-error.js';
import { UnservedProfileError } from '../errors/unserved-profile-error.js';
import type { RedactedExchange, RedactedText } from '../redaction/redacted-exchange.js';
import type { Violation } from './check.js';
import type { Clause } from './clause.js';
import { isOfEdition, sinceOf } from './edition.js';
import type { SeenViolation } from './finding.js';
import { isGating } from './gating.js';
import { withoutInstances } from './instances.js';
import type {
  ClauseVerdict,
  ContractVerdict,
  Evidence,
  OutcomeCounts,
  ProfileVerdict,
  SkippedRecord,
  Verdict,
} from './verdict.js';

/** What is known of a clause in a profile once the run is over. */
export interface ClauseFacts {
  readonly checks: number;
  readonly violations: readonly SeenViolation[];
}

/** A `RunError` as text: its reason is one phrase, its message a sentence that says what to do as well. */
export type RunErrorText = Readonly<Pick<RunError, 'code' | 'reason' | 'message'>>;

/** The same of an error that may quote the target. */
interface RedactedRunError extends RunErrorText {
  readonly reason: RedactedText;
  readonly message: RedactedText;
}

/** Everything that a verdict is made of. */
export interface VerdictFacts
  extends Pick<
    Verdict,
    | 'tool'
    | 'target'
    | 'seed'
    | 'fuzzRuns'
    | 'startedAt'
    | 'durationMs'
    | 'strict'
    | 'edition'
    | 'profiles'
    | 'exchanges'
    | 'scenarios'
    | 'waivers'
    | 'contracts'
    | 'warnings'
  > {
  /** The clauses that apply, by profile: every one gets an entry. */
  readonly clausesOf: (profile: string) => readonly Clause[];
  /** The clause on the good login of a profile: without it there is no verdict. */
  readonly goodLoginOf: (profile: string) => string;
  readonly factsOf: (profile: string, clause: Clause) => ClauseFacts;
  /** Whether a waiver accepts it today. */
  readonly isWaived: (violation: Violation) => boolean;
  readonly skipped: readonly SkippedRecord[];
  /** Profiles that `--profile` names: each must be served. */
  readonly pinned: readonly string[] | null;
  /** `--complete` */
  readonly mustBeComplete: boolean;
  /** Why the run could not do its work, if it could not; masked. */
  readonly errors: readonly RedactedRunError[];
  readonly describe: (exchange: RedactedExchange) => Pick<Evidence, 'request' | 'answer'>;
  readonly replay: (violation: Violation) => string;
}

/** Makes the verdict of a run from its findings: a pure function. */
export function buildVerdict(facts: VerdictFacts): Verdict {
  const served = facts.profiles.filter((profile) => profile.served);
  const clauses = served.flatMap(({ name }) =>
    facts.clausesOf(name).map((clause) => clauseVerdict(name, clause, facts)),
  );
  const counted = clauses.filter((entry) => isOfEdition(entry, facts.edition.name));
  const must = counted.filter(({ level }) => level === 'MUST');
  const complete = served.length > 0 && must.every(({ outcome }) => outcome !== 'not-checked');
  const absent = facts.profiles.filter(({ name, served: is }) => !is && facts.pinned?.includes(name));
  const isViolated = clauses.some((entry) => isGating(entry, facts));
  const unkept = facts.contracts.filter(({ outcome, counts }) => outcome === 'failed' && counts);
  const broken = isViolated || absent.length > 0 || unkept.length > 0;
  const noVerdict = broken ? null : noVerdictError(facts, served, must);
  const incomplete = broken || complete || !facts.mustBeComplete ? null : incompleteError(must);
  const error =
    (absent.length > 0 ? new UnservedProfileError(absent) : null) ??
    (unkept.length > 0 ? unkeptError(unkept, facts.contracts) : null) ??
    noVerdict ??
    incomplete ??
    facts.errors[0];
  return {
    tool: facts.tool,
    target: facts.target,
    seed: facts.seed,
    fuzzRuns: facts.fuzzRuns,
    startedAt: facts.startedAt,
    durationMs: facts.durationMs,
    strict: facts.strict,
    edition: facts.edition,
    profiles: facts.profiles,
    conformant: broken ? false : noVerdict === null ? true : null,
    complete,
    exitCode: broken ? 1 : noVerdict || incomplete ? 3 : 0,
    reason: error?.reason ?? null,
    error: error ? { code: error.code, message: error.message } : null,
    counts: { MUST: countsOf(must), SHOULD: countsOf(counted.filter(({ level }) => level === 'SHOULD')) },
    exchanges: facts.exchanges,
    scenarios: facts.scenarios,
    clauses,
    skipped: facts.skipped.map(({ level: _, ...one }) => one),
    waivers: facts.waivers,
    contracts: facts.contracts,
    warnings: facts.warnings,
  };
}

function clauseVerdict(profile: string, clause: Clause, facts: VerdictFacts): ClauseVerdict {
  const { checks, violations: all } = facts.factsOf(profile, clause);
  const { left, instances } = withoutInstances(
    all,
    (id) => specificFacts(profile, id, facts),
    facts.isWaived,
  );
  const violations = byFinding(left, facts.isWaived);
  const skipped = facts.skipped.filter(
    (one) => one.profile === profile && one.clauses.includes(clause.id) && one.level === clause.level,
  );
  const common = {
    id: clause.id,
    since: sinceOf(clause),
    level: clause.level,
    profile,
    statement: clause.statement,
    source: clause.source,
    ...(clause.reading === undefined ? {} : { reading: clause.reading }),
    checks,
  };
  if (violations.length > 0) {
    const evidence = violations.map(({ violation, times }) => evidenceOf(violation, times, facts));
    const waived = evidence.every((one) => one.waived);
    return { ...common, outcome: waived ? 'waived' : 'violated', evidence };
  }
  if (instances.length > 0) {
    return {
      ...common,
      outcome: 'not-checked',
      checks: 0,
      reason: `its counterexamples fall under ${instances.join(' and ')}`,
    };
  }
  if (checks > 0) {
    const left = skipped.length === 0 ? {} : { reason: `left out: ${reasonsOf(skipped)}` };
    return { ...common, outcome: 'held', ...left };
  }
  const reason =
    skipped.length > 0
      ? reasonsOf(skipped)
      : (facts.errors[0]?.reason ?? 'no scenario that was selected checks it');
  return { ...common, outcome: 'not-checked', reason };
}

/** What is known of the clause that a violation of a generated one is an instance of. */
function specificFacts(profile: string, id: string, facts: VerdictFacts): ClauseFacts | undefined {
  const entries = facts.clausesOf(profile).filter((one) => one.id === id && one.level === 'MUST');
  const all = entries.map((entry) => facts.factsOf(profile, entry));
  if (all.length === 0) return undefined;
  return {
    checks: all.reduce((sum, { checks }) => sum + checks, 0),
    violations: all.flatMap(({ violations }) => violations),
  };
}

/** Groups evidence by finding, in the order of first occurrence; what is not waived comes first. */
function byFinding(
  violations: readonly SeenViolation[],
  isWaived: VerdictFacts['isWaived'],
): readonly SeenViolation[] {
  const groups = new Map<string, SeenViolation[]>();
  for (const seen of violations) {
    const group = groups.get(seen.violation.finding);
    if (group) group.push(seen);
    else groups.set(seen.violation.finding, [seen]);
  }
  const sorted = [...groups.values()].flat();
  const waived = sorted.filter(({ violation }) => isWaived(violation));
  return [...sorted.filter((seen) => !waived.includes(seen)), ...waived];
}

function evidenceOf(violation: Violation, times: number, facts: VerdictFacts): Evidence {
  const [first] = violation.exchanges;
  const { request, answer }: Pick<Evidence, 'request' | 'answer'> = first
    ? facts.describe(first)
    : { request: '', answer: '' };
  return {
    finding: violation.finding,
    ...(facts.isWaived(violation) ? { waived: true } : {}),
    ...(violation.hint === undefined ? {} : { hint: violation.hint }),
    scenario: violation.scenario.name,
    location: violation.scenario.location,
    expected: violation.expected,
    actual: violation.actual,
    exchanges: violation.exchanges.map(({ id }) => id),
    request,
    answer,
    times,
    replay: facts.replay(violation),
  };
}

/** Why there is no verdict although nothing was violated; `null`: there is one. */
function noVerdictError(
  facts: VerdictFacts,
  served: readonly ProfileVerdict[],
  must: readonly ClauseVerdict[],
): RunErrorText | null {
  const [error] = facts.errors;
  if (error !== undefined) return error;
  if (served.length === 0) {
    return new NoProfileServedError(facts.profiles.map(({ name, how }) => `${name} ${how}`));
  }
  if (must.every(({ checks }) => checks === 0)) {
    const good = must.find(({ id, profile }) => id === facts.goodLoginOf(profile));
    return new NothingCheckedError(`nothing was checked: ${good?.reason ?? 'no clause applies'}`);
  }
  const unproven = must.find(({ id, profile, checks }) => id === facts.goodLoginOf(profile) && checks === 0);
  if (!unproven) return null;
  return new NothingCheckedError(`the good login of ${unproven.profile} was not checked: ${unproven.reason}`);
}

function incompleteError(must: readonly ClauseVerdict[]): IncompleteRunError {
  const missing = must.filter(({ outcome }) => outcome === 'not-checked').length;
  return new IncompleteRunError(missing, must.length);
}

function unkeptError(
  unkept: readonly ContractVerdict[],
  contracts: readonly ContractVerdict[],
): UnkeptContractsError {
  const consumers = [...new Set(unkept.map(({ consumer }) => consumer))];
  return new UnkeptContractsError(unkept.length, contracts.filter(({ counts }) => counts).length, consumers);
}

function reasonsOf(skipped: readonly SkippedRecord[]): string {
  return [...new Set(skipped.map(({ reason }) => reason))].join('; ');
}

function countsOf(clauses: readonly ClauseVerdict[]): OutcomeCounts {
  const count = (outcome: ClauseVerdict['outcome']) =>
    clauses.filter((clause) => clause.outcome === outcome).length;
  return {
    total: clauses.length,
    held: count('held'),
    violated: count('violated'),
    waived: count('waived'),
    notChecked: count('not-checked'),
  };
}
