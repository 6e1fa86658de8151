import { NotChecked } from '../../errors/not-checked.js';
import type { Deviation, FuzzProperty, Profile } from '../../profiles/profile.js';
import type { Check, ScenarioRef, Violation } from '../../verdict/check.js';
import type { RunContext } from '../run-context.js';
import { ScenarioSession } from '../scenario-session.js';
import type { OpenProfile } from '../test-users.js';
import { BatchScheduler, type FailedRequest, keyOf } from './batch-scheduler.js';
import { type Finding, findingText } from './finding-text.js';
import { FuzzSender, type SentRequest } from './fuzz-sender.js';
import { type Generation, generationOf } from './generation.js';
import { phraseOf } from './label.js';
import { shrink } from './shrink.js';

/** Stop after this many findings of a property. */
const MAX_FINDINGS = 5;
/** Searches for a smallest case, including those that came to a known one. */
const MAX_SEARCHES = 10;
/** After this many refusals of logins that are meant to succeed, the account is left alone. */
const MAX_REFUSALS = 6;

/** Sends the generated logins of one property and reports what they find: each finding once, with its smallest case. */
export class PropertyRun {
  /** What was found, for people: each with the request, its seed and path. */
  readonly reports: string[] = [];
  readonly #run: RunContext;
  readonly #roles: Profile['roles'];
  readonly #property: FuzzProperty;
  readonly #name: string;
  readonly #scenario: ScenarioSession;
  readonly #sender: FuzzSender;
  readonly #generation: Generation<unknown>;
  readonly #batches: BatchScheduler;
  readonly #findings: Finding[] = [];
  /** Deviations whose cause could not be decided. */
  readonly #undecided: Finding[] = [];
  /** Clauses whose advisories were recorded. */
  readonly #advisories = new Set<string>();
  #searches = 0;
  #done = 0;
  #stopped: NotChecked | undefined;

  /** @throws {NotChecked} when the fixtures give no account that can log in */
  constructor(run: RunContext, open: OpenProfile, scenario: ScenarioRef, property: FuzzProperty) {
    this.#run = run;
    this.#roles = open.profile.roles;
    this.#property = property;
    // Seeds the generation, so that each property has requests of its own.
    this.#name = `${open.profile.name}: ${property.kind}`;
    this.#scenario = new ScenarioSession(run, scenario, open, { keepsAnswers: false, place: property.kind });
    this.#sender = new FuzzSender(run, this.#scenario);
    this.#generation = generationOf(property.mutations, run.config.seed, this.#name);
    const users = run.users.usable(open, this.#name);
    const [first, ...others] = users.map((user) => open.run.requestFactory(user));
    if (!first) throw new NotChecked('fixture', 'nobody is there to log in');
    this.#batches = new BatchScheduler({
      property,
      generation: this.#generation,
      factories: [first, ...others],
      sender: this.#sender,
      total: run.config.fuzzRuns,
      concurrency: run.config.concurrency,
      evaluate: (sent) => this.#evaluate(sent),
    });
  }

  /**
   * Sends as many logins as `--fuzz-runs` says, fewer where enough was found, the run is cut off, the target
   * throttles or the account is locked.
   */
  async run(): Promise<void> {
    try {
      while (!this.#batches.isOver && !this.#isEnough()) {
        const failures = await this.#batches.next((deviation) => !this.#isExplained(deviation));
        for (const failure of failures) {
          for (const deviation of failure.deviations) await this.#investigate(failure, deviation);
        }
      }
    } catch (error) {
      if (!(error instanceof NotChecked)) throw error;
      this.#stopped = error;
    }
  }

  /**
   * Ends the property: a finding fails the scenario.
   * @throws {ViolationError} for the first violation that counts
   * @throws {NotChecked} when not all could be sent, and nothing was found
   */
  conclude(): void {
    this.#scenario.finish();
    if (this.#stopped) throw this.#stopped;
  }

  /** Violations that do not count: they are waived. */
  get nonGating(): readonly Violation[] {
    return this.#scenario.nonGating;
  }

  #isEnough(): boolean {
    return this.#hasSearchedEnough || this.#batches.refusals >= MAX_REFUSALS;
  }

  get #hasSearchedEnough(): boolean {
    return this.#findings.length >= MAX_FINDINGS || this.#searches >= MAX_SEARCHES;
  }

  /** Compares an answer with the clauses; what held goes into the ledger at once. */
  #evaluate({ evaluated, prepared, pending }: SentRequest): readonly Deviation[] {
    const { held, deviations, advisories } = this.#property.evaluate(evaluated, prepared, pending.changes);
    const news = advisories.filter(({ clause }) => !this.#advisories.has(clause));
    for (const { clause } of news) this.#advisories.add(clause);
    this.#scenario.record([...held, ...news], [evaluated]);
    this.#done += 1;
    const total = this.#run.config.fuzzRuns;
    this.#run.onFuzz?.({ property: this.#name, done: Math.min(this.#done, total), total });
    return deviations;
  }

  /** Makes a finding of a deviation, unless it is one more instance of a known one. */
  async #investigate(failure: FailedRequest, deviation: Deviation): Promise<void> {
    if (this.#isExplained(deviation) || this.#hasSearchedEnough) return;
    if (failure.sent.pending.account !== null) await this.#sender.confirmUnlocked(failure.sent.factory.user);
    this.#searches += 1;
    const shrunk = await shrink(failure, deviation, {
      generation: this.#generation,
      property: this.#property,
      sender: this.#sender,
      key: keyOf(this.#property, failure.index),
    });
    if (shrunk === null) {
      // Accepted when it was sent again: it was refused for what went before, not for what it is.
      const { evaluated } = failure.sent;
      this.#scenario.record([evaluated.checkAccepted(this.#roles.loginAfterRefusals, 'MUST')], [evaluated]);
      return;
    }
    if (this.#isExplained(shrunk.deviation)) return;
    const found = await this.#disambiguate(shrunk);
    if (found === null) {
      this.#undecided.push(shrunk);
      return;
    }
    if (this.#isExplained(found.deviation)) return;
    this.#findings.push(found);
    const own = withChanges(found);
    const checks = [own, generatedCheck(own, this.#property)].filter((check) => check !== null);
    this.#scenario.record(checks, [found.sent.evaluated]);
    this.reports.push(findingText(found, this.#run, this.#name));
  }

  /** Decides what a deviation is due to where that is ambiguous. @returns `null` where it cannot be decided */
  async #disambiguate(found: Finding): Promise<Finding | null> {
    const { shrunken, deviation, sent, index } = found;
    const { ambiguity } = this.#property;
    if (!ambiguity?.isAmbiguous(deviation)) return found;
    const { factory } = sent;
    if (shrunken === null || !(await this.#sender.resetWithGoodLogin(factory.user))) return null;
    const origin = `${keyOf(this.#property, index)}-plain`;
    const pending = factory.prepare(ambiguity.plain(shrunken.value), origin);
    const plain = await this.#sender.send({ factory, pending, origin });
    const { prepared, evaluated: answer } = plain;
    const decided = ambiguity.resolve(deviation, sent.evaluated, prepared, answer);
    return decided && { ...found, deviation: decided, sent: answer.isAccepted ? sent : plain };
  }

  /** Whether this deviation is one more instance of a finding. */
  #isExplained(deviation: Deviation): boolean {
    return [...this.#findings, ...this.#undecided].some(
      (finding) =>
        this.#property.isSame(finding.deviation, deviation) &&
        finding.deviation.kinds.every((kind) => deviation.kinds.includes(kind)),
    );
  }
}

/** The check with what was done to the login: two findings of one clause differ in that alone. */
function withChanges({ deviation: { check }, sent }: Finding): Check {
  return { ...check, actual: `${check.actual} (${phraseOf(sent.pending.changes)})` };
}

/** The violation of the generated clause that goes with one of a specific clause; `null`: it is not an instance of it. */
function generatedCheck(check: Check, { generated }: FuzzProperty): Check | null {
  if (check.level !== 'MUST' || !generated.instances.includes(check.clause)) return null;
  return { ...check, clause: generated.clause, instanceOf: check.clause };
}
