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
  started?(scenario: { readonly name: string; readonly rule: string; readonly profile: string }): void;
  finished?(status: 'passed' | 'failed' | 'skipped'): void;
}

/** Statuses that only a fault of the suite leads to: a step without a definition, or with two. */
const SUITE_FAULTS = ['UNDEFINED', 'AMBIGUOUS', 'PENDING', 'UNKNOWN'];

/** Follows the messages of all cucumber runs of a run. */
export class ScenarioTally {
  readonly #pickles = new Map<string, { name: string; rule: string; profile: string; uri: string }>();
  readonly #rules = new Map<string, string>();
  readonly #pickleOf = new Map<string, string>();
  readonly #running = new Map<string, { pickleId: string; statuses: Set<string> }>();
  readonly #observer: ScenarioObserver;
  readonly #counts = { run: 0, passed: 0, failed: 0, skipped: 0 };
  /** Steps that no definition, or more than one, fits. */
  readonly suiteFaults: string[] = [];

  constructor(observer: ScenarioObserver = {}) {
    this.#observer = observer;
  }

  get counts(): Tally {
    return { ...this.#counts };
  }

  /** Names of the scenarios seen so far, in the order of the stream: for a dry run. */
  get scenarios(): readonly {
    readonly name: string;
    readonly rule: string;
    readonly profile: string;
    readonly uri: string;
  }[] {
    return [...this.#pickleOf.values()].flatMap((id) => this.#pickles.get(id) ?? []);
  }

  onEnvelope(envelope: Envelope): void {
    if (envelope.gherkinDocument) this.#learnRules(envelope.gherkinDocument);
    if (envelope.pickle) {
      const { id, name, uri, tags, astNodeIds } = envelope.pickle;
      const profile = tags.find((tag) => /^@(esignon|ckstack)-/.test(tag.name))?.name.slice(1) ?? '';
      this.#pickles.set(id, { name, uri, profile, rule: this.#rules.get(astNodeIds[0] ?? '') ?? '' });
    }
    if (envelope.testCase) this.#pickleOf.set(envelope.testCase.id, envelope.testCase.pickleId);
    if (envelope.testCaseStarted)
      this.#start(envelope.testCaseStarted.id, envelope.testCaseStarted.testCaseId);
    if (envelope.testStepFinished) {
      const { testCaseStartedId, testStepResult } = envelope.testStepFinished;
      this.#running.get(testCaseStartedId)?.statuses.add(testStepResult.status);
    }
    if (envelope.testCaseFinished) this.#finish(envelope.testCaseFinished.testCaseStartedId);
  }

  #learnRules(document: NonNullable<Envelope['gherkinDocument']>): void {
    for (const { rule } of document.feature?.children ?? []) {
      for (const { scenario } of rule?.children ?? [])
        if (rule && scenario) this.#rules.set(scenario.id, rule.name);
    }
  }

  #start(id: string, testCaseId: string): void {
    const pickleId = this.#pickleOf.get(testCaseId) ?? '';
    this.#running.set(id, { pickleId, statuses: new Set() });
    const pickle = this.#pickles.get(pickleId);
    if (pickle) this.#observer.started?.(pickle);
  }

  #finish(id: string): void {
    const running = this.#running.get(id);
    if (!running) return;
    this.#running.delete(id);
    const { statuses, pickleId } = running;
    const fault = SUITE_FAULTS.find((status) => statuses.has(status));
    if (fault) {
      const pickle = this.#pickles.get(pickleId);
      this.suiteFaults.push(`a step of «${pickle?.name}» in ${pickle?.uri} is ${fault.toLowerCase()}`);
    }
    const status =
      statuses.has('FAILED') || fault ? 'failed' : statuses.has('SKIPPED') ? 'skipped' : 'passed';
    this.#counts.run += 1;
    this.#counts[status] += 1;
    this.#observer.finished?.(status);
  }
}
