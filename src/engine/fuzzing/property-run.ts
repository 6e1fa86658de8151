import { NotChecked } from '../../errors/not-checked.js';
import { plainlySpelled } from '../../profiles/login/arbitraries/plain-spelling.js';
import type { Check, ScenarioRef, Violation } from '../../verdict/check.js';
import type { RunContext } from '../run-context.js';
import { ScenarioSession } from '../scenario-session.js';
import { BatchScheduler, type FailedRequest, keyOf } from './batch-scheduler.js';
import {
  type Deviation,
  disambiguate,
  evaluate,
  generatedCheck,
  isAmbiguous,
  isSameDeviation,
} from './evaluation.js';
import { type Finding, findingText } from './finding-text.js';
import { FuzzSender, type SentRequest } from './fuzz-sender.js';
import { phraseOf } from './label.js';
import type { Property } from './property.js';
import { requestFactoryOf } from './request-factories.js';
import { shrink } from './shrink.js';

/** So many findings, and the property has said enough. */
const MOST_FINDINGS = 5;
/** So many searches for a smallest case, those included that came to a known one. */
const MOST_SEARCHES = 10;
/** So many refusals of logins that are meant to succeed, and the account is left alone. */
const MOST_REFUSALS = 6;

/** Sends the generated logins of one property and reports what they find: each finding once, by its smallest case. */
export class PropertyRun {
  /** What was found, for people: each with the request, its seed and path. */
  readonly reports: string[] = [];
  readonly #run: RunContext;
  readonly #property: Property;
  readonly #scenarioSession: ScenarioSession;
  readonly #sender: FuzzSender;
  readonly #mutations: ReturnType<Property['generation']>;
  readonly #waves: BatchScheduler;
  readonly #findings: Finding[] = [];
  /** Searched for in vain: what the flaw is due to could not be told. */
  readonly #ambiguous: Finding[] = [];
  readonly #advisories = new Set<string>();
  #searches = 0;
  #done = 0;
  #stopped: NotChecked | undefined;

  /** @throws {NotChecked} when the fixtures give nobody to speak for */
  constructor(run: RunContext, scenario: ScenarioRef, property: Property) {
    this.#run = run;
    this.#property = property;
    this.#scenarioSession = new ScenarioSession(run, scenario, property.profile, { keeps: false });
    this.#sender = new FuzzSender(run, this.#scenarioSession);
    this.#mutations = property.generation(run.config.seed);
    const [first, ...others] = run.users.usable(property.profile, property.name).map(requestFactoryOf);
    if (!first) throw new NotChecked('fixture', 'nobody is there to log in');
    this.#waves = new BatchScheduler({
      property,
      mutations: this.#mutations,
      factories: [first, ...others],
      sender: this.#sender,
      total: run.config.fuzzRuns,
      concurrency: run.config.concurrency,
      evaluate: (outcome) => this.#examine(outcome),
    });
  }

  /**
   * Sends as many logins as `--fuzz-runs` says, fewer where enough was found, the run is cut off, the target
   * throttles or the account is locked.
   */
  async run(): Promise<void> {
    try {
      while (!this.#waves.isOver && !this.#isEnough()) {
        const failures = await this.#waves.next((deviation) => !this.#explained(deviation));
        for (const failure of failures) {
          for (const deviation of failure.deviations) await this.#take(failure, deviation);
        }
      }
    } catch (error) {
      if (!(error instanceof NotChecked)) throw error;
      this.#stopped = error;
    }
  }

  /**
   * The end: what was found fails the scenario.
   * @throws {ViolationError} for the first violation that counts
   * @throws {NotChecked} when not all could be sent, and nothing was found
   */
  conclude(): void {
    this.#scenarioSession.finish();
    if (this.#stopped) throw this.#stopped;
  }

  /** Violations that do not count: they are waived. */
  get nonGating(): readonly Violation[] {
    return this.#scenarioSession.nonGating;
  }

  #isEnough(): boolean {
    return this.#hasSearchedEnough || this.#waves.refusals >= MOST_REFUSALS;
  }

  get #hasSearchedEnough(): boolean {
    return this.#findings.length >= MOST_FINDINGS || this.#searches >= MOST_SEARCHES;
  }

  /** Holds an answer against the clauses; what held goes into the ledger at once. */
  #examine({ evaluated, expectation, pending }: SentRequest): readonly Deviation[] {
    const { held, deviations, advisories } = evaluate(
      evaluated,
      expectation,
      this.#property,
      pending.changes,
    );
    this.#scenarioSession.record(held, [evaluated]);
    const news = advisories.filter((aside) => this.#isNews(aside));
    this.#scenarioSession.record(news, [evaluated]);
    this.#done += 1;
    const total = this.#run.config.fuzzRuns;
    this.#run.onFuzz?.({ property: this.#property.name, done: Math.min(this.#done, total), total });
    return deviations;
  }

  #isNews({ clause }: Check): boolean {
    if (this.#advisories.has(clause)) return false;
    this.#advisories.add(clause);
    return true;
  }

  /** Makes a finding of a flaw, unless it is one more instance of a known one. */
  async #take(failure: FailedRequest, deviation: Deviation): Promise<void> {
    const known = this.#explained(deviation);
    if (known) {
      known.times += 1;
      return;
    }
    if (this.#hasSearchedEnough) return;
    this.#searches += 1;
    const shrunk = await shrink(failure, deviation, {
      mutations: this.#mutations,
      property: this.#property,
      sender: this.#sender,
      key: keyOf(this.#property, failure.index),
      utter: (mutation, key, origin) => failure.factory.prepare(mutation, key, origin),
    });
    if (shrunk === null) {
      // Accepted when it was sent again: what went before had it refused, not what it is.
      const earlier = this.#property.profile === 'ckstack-token' ? 'CK-01' : 'ES-30';
      this.#scenarioSession.record(
        [failure.outcome.evaluated.checkAccepted(earlier, 'MUST')],
        [failure.outcome.evaluated],
      );
      return;
    }
    if (this.#explained(shrunk.deviation)) return;
    const found = isAmbiguous(shrunk.deviation) ? await this.#disambiguated(shrunk, failure) : shrunk;
    if (found === null) {
      this.#ambiguous.push(shrunk);
      return;
    }
    if (this.#explained(found.deviation)) return;
    this.#findings.push(found);
    const own = told(found);
    const checks = [own.check, generatedCheck(own, this.#property)].filter((check) => check !== null);
    this.#scenarioSession.record(checks, [found.outcome.evaluated]);
    this.reports.push(findingText(found, this.#run, this.#property));
  }

  /** Tells apart what an ambiguous refusal is due to. @returns `null` where that cannot be told */
  async #disambiguated(found: Finding, { factory, index }: FailedRequest): Promise<Finding | null> {
    const { shrunken, deviation, outcome } = found;
    if (shrunken === null || !(await this.#sender.resetWithGoodLogin(factory))) return null;
    const key = `${keyOf(this.#property, index)}-plain`;
    const plain = await this.#sender.send(factory, factory.prepare(plainlySpelled(shrunken.value), key));
    if (plain.expectation.accept !== 'should') return null;
    const told = disambiguate(deviation, outcome.evaluated, plain.evaluated, this.#property);
    return { ...found, deviation: told, outcome: plain.evaluated.isAccepted ? outcome : plain };
  }

  /** The finding that this flaw is one more instance of. */
  #explained(deviation: Deviation): Finding | undefined {
    return [...this.#findings, ...this.#ambiguous].find(
      (finding) =>
        isSameDeviation(finding.deviation, deviation, this.#property) &&
        finding.deviation.kinds.every((kind) => deviation.kinds.includes(kind)),
    );
  }
}

/** The flaw with what was done to the login: two findings of one clause differ in that alone. */
function told({ deviation, outcome }: Finding): Deviation {
  const { check } = deviation;
  return {
    ...deviation,
    check: { ...check, actual: `${check.actual ?? ''} (${phraseOf(outcome.pending.changes)})` },
  };
}
