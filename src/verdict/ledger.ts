import type { Exchange } from '../http/exchange.js';
import { abridged, type RedactedExchange } from '../redaction/redacted-exchange.js';
import type { Redactor } from '../redaction/redactor.js';
import type { Check, ScenarioRef, Violation } from './check.js';
import type { Clause, Level } from './clause.js';
import { EDITIONS, type Edition, sinceOfCheck } from './edition.js';
import { findingId, type SeenViolation, underWritten } from './finding.js';
import type { SkippedRecord } from './verdict.js';

/** What a run found about one clause in one profile. */
export interface ClauseRecord {
  readonly checks: number;
  /** Distinct by finding, scenario and what came, with how often each was seen; of each finding the first ones only. */
  readonly violations: readonly SeenViolation[];
}

/** Cap for each finding, to keep reports readable. */
const MAX_PER_FINDING = 3;
/** More than any profile has scenarios: only a fault of the suite makes more findings of one clause. */
const MAX_VIOLATIONS = 1_000;
/** Most characters of a target's text in a finding. */
const MAX_TEXT = 300;

/** Collects every check of a run, whichever scenario made it: the one source of the verdict. */
export class Ledger {
  readonly #records = new Map<
    string,
    { checks: number; violations: { violation: Violation; times: number }[] }
  >();
  readonly #skipped: SkippedRecord[] = [];
  readonly #redactor: Redactor;
  readonly #clausesOf: (profile: string) => readonly Clause[];

  /** @param clausesOf the catalogue of a profile: it says which entry a check is about */
  constructor(redactor: Redactor, clausesOf: (profile: string) => readonly Clause[] = () => []) {
    this.#redactor = redactor;
    this.#clausesOf = clausesOf;
  }

  /**
   * Records checks.
   * @param place where they were made, as the id of a finding names it; default: the scenario
   * @returns the violations among them, masked and bounded
   */
  record(
    profile: string,
    scenario: ScenarioRef,
    exchanges: readonly Exchange[],
    checks: readonly Check[],
    place = scenario.name,
  ): readonly Violation[] {
    const violations: Violation[] = [];
    const clauses = this.#clausesOf(profile);
    let evidence: readonly RedactedExchange[] | undefined;
    for (const check of checks) {
      const since = sinceOfCheck(check, clauses);
      const record = this.#recordOf(key(profile, check.clause, check.level, since));
      record.checks += 1;
      if (check.held) continue;
      evidence ??= exchanges.map((exchange) => abridged(this.#redactor.redact(exchange)));
      const violation: Violation = {
        clause: check.clause,
        level: check.level,
        profile,
        since,
        kind: check.kind,
        finding: findingId(check, place),
        expected: this.#redactor.text(check.expected, MAX_TEXT),
        actual: this.#redactor.text(check.actual, MAX_TEXT),
        exchanges: evidence,
        scenario,
        ...(check.instanceOf === undefined ? {} : { instanceOf: check.instanceOf }),
        ...(check.hint === undefined ? {} : { hint: this.#redactor.text(check.hint, MAX_TEXT) }),
      };
      violations.push(violation);
      count(record.violations, violation);
    }
    return violations;
  }

  /** Records that a scenario, or a part of one, was not checked. @param skipped its reason is not masked yet */
  skip(skipped: Omit<SkippedRecord, 'reason'> & { readonly reason: string }): void {
    this.#skipped.push({ ...skipped, reason: this.#redactor.text(skipped.reason, MAX_TEXT) });
  }

  /** What was found about a clause; no checks at all where it was never looked at. */
  of(profile: string, clause: string, level: Level, since: Edition = EDITIONS[0]): ClauseRecord {
    const record = this.#records.get(key(profile, clause, level, since));
    return record
      ? { checks: record.checks, violations: underWritten(record.violations) }
      : { checks: 0, violations: [] };
  }

  get skipped(): readonly SkippedRecord[] {
    return this.#skipped;
  }

  #recordOf(at: string) {
    const known = this.#records.get(at);
    if (known) return known;
    const fresh = { checks: 0, violations: [] };
    this.#records.set(at, fresh);
    return fresh;
  }
}

/** Adds a violation to those that are known, or counts it with the one that is most like it. */
function count(known: { violation: Violation; times: number }[], violation: Violation): void {
  const alike = known.filter((one) => one.violation.finding === violation.finding);
  const same = alike.find(
    ({ violation: { scenario, actual } }) =>
      scenario.location === violation.scenario.location && actual === violation.actual,
  );
  const counted = same ?? (alike.length < MAX_PER_FINDING ? undefined : alike[0]);
  if (counted) counted.times += 1;
  else if (known.length < MAX_VIOLATIONS) known.push({ violation, times: 1 });
}

function key(profile: string, clause: string, level: Level, since: Edition): string {
  return `${profile} ${clause} ${level} ${since}`;
}
