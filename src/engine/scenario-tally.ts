import type { ScenarioRef } from '../verdict/check.js';
import { scenarioRefOf } from './scenario-ref.js';
import type { Envelope } from './scenarios.js';

/** What became of the scenarios, counted from cucumber's messages. */
export interface Tally {
  readonly run: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Scenario by scenario, as they begin and end. */
export interface ScenarioObserver {
  started?(scenario: ScenarioRef, profile: string): void;
  finished?(status: 'passed' | 'failed' | 'skipped'): void;
}

/** A scenario and the profile that it is run for. */
export interface PlannedScenario {
  readonly profile: string;
  readonly scenario: ScenarioRef;
}

/** Statuses that only a fault of the suite leads to: a step without a definition, or with two. */
const SUITE_FAULTS = ['UNDEFINED', 'AMBIGUOUS', 'PENDING', 'UNKNOWN'];

/** Follows the messages of all cucumber runs of a run. */
export class ScenarioTally {
  readonly #documents = new Map<string, NonNullable<Envelope['gherkinDocument']>>();
  /** By pickle, then by test case. */
  readonly #pickles = new Map<string, PlannedScenario>();
  readonly #cases = new Map<string, PlannedScenario>();
  readonly #running = new Map<string, { scenario: ScenarioRef; statuses: Set<string> }>();
  readonly #observer: ScenarioObserver;
  readonly #counts = { run: 0, passed: 0, failed: 0, skipped: 0 };
  /** Scenarios with a step that no definition, or more than one, fits. */
  readonly suiteFaults: string[] = [];

  constructor(observer: ScenarioObserver = {}) {
    this.#observer = observer;
  }

  get counts(): Tally {
    return { ...this.#counts };
  }

  /** The scenarios that were selected, in the order of the stream. */
  get scenarios(): readonly PlannedScenario[] {
    return [...this.#cases.values()];
  }

  /** @param profile that the scenario is run for */
  onEnvelope(envelope: Envelope, profile: string): void {
    const { gherkinDocument, pickle, testCase, testCaseStarted, testStepFinished, testCaseFinished } =
      envelope;
    if (gherkinDocument) this.#documents.set(gherkinDocument.uri ?? '', gherkinDocument);
    if (pickle) {
      const document = this.#documents.get(pickle.uri);
      if (document) this.#pickles.set(pickle.id, { profile, scenario: scenarioRefOf(document, pickle) });
    }
    if (testCase) {
      const scenario = this.#pickles.get(testCase.pickleId);
      if (scenario) this.#cases.set(testCase.id, scenario);
    }
    if (testCaseStarted) this.#start(testCaseStarted.id, testCaseStarted.testCaseId);
    if (testStepFinished) {
      this.#running
        .get(testStepFinished.testCaseStartedId)
        ?.statuses.add(testStepFinished.testStepResult.status);
    }
    if (testCaseFinished) this.#finish(testCaseFinished.testCaseStartedId);
  }

  #start(id: string, testCaseId: string): void {
    const planned = this.#cases.get(testCaseId);
    if (!planned) return;
    const { scenario, profile } = planned;
    this.#running.set(id, { scenario, statuses: new Set() });
    this.#observer.started?.(scenario, profile);
  }

  #finish(id: string): void {
    const running = this.#running.get(id);
    if (!running) return;
    this.#running.delete(id);
    const { statuses, scenario } = running;
    const fault = SUITE_FAULTS.find((status) => statuses.has(status));
    if (fault)
      this.suiteFaults.push(`a step of "${scenario.name}" (${scenario.location}) is ${fault.toLowerCase()}`);
    const status =
      statuses.has('FAILED') || fault ? 'failed' : statuses.has('SKIPPED') ? 'skipped' : 'passed';
    this.#counts.run += 1;
    this.#counts[status] += 1;
    this.#observer.finished?.(status);
  }
}
