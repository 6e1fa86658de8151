import type { Recipe } from '../../arbitraries/recipe.js';
import type { Check, ScenarioRef, Violation } from '../../verify/finding.js';
import { Dialogue } from '../dialogue.js';
import { NotChecked } from '../not-checked.js';
import type { RunContext } from '../run-context.js';
import {
  type Examination,
  examine,
  type Flaw,
  generatedCheck,
  isAmbiguous,
  isSameFlaw,
} from './examination.js';
import { type Finding, findingText } from './finding-text.js';
import type { Property } from './property.js';
import { FuzzSender, type Outcome } from './sender.js';
import { Slots } from './slots.js';
import { smallest } from './smallest.js';
import type { Speaker } from './speaker.js';
import { speakerOf } from './speakers.js';

/** A generated request whose answer broke something. */
export interface Failure {
  readonly index: number;
  readonly speaker: Speaker;
  readonly outcome: Outcome;
  readonly flaws: readonly Flaw[];
}

/** Requests of one caller in a row: they can be sent at once where they are meant to succeed. */
const ROW = 3;
/** So many findings, and the property has said enough. */
const MOST_FINDINGS = 5;
/** So many refusals of logins that are meant to succeed, and the account is left alone. */
const MOST_REFUSALS = 6;

/**
 * Sends the generated logins of one property and reports what they find: each finding once, by its smallest case.
 * Requests are made in the order of their numbers, whatever is in flight; nothing of them is kept.
 */
export class Campaign {
  /** What was found, for people: each with the request, its seed and path. */
  readonly reports: string[] = [];
  readonly #run: RunContext;
  readonly #property: Property;
  readonly #dialogue: Dialogue;
  readonly #sender: FuzzSender;
  readonly #recipes: ReturnType<Property['generation']>;
  readonly #speakers: readonly Speaker[];
  readonly #findings: Finding[] = [];
  /** Searched for in vain: what the flaw is due to could not be told. */
  readonly #ambiguous: Finding[] = [];
  readonly #asides = new Set<string>();
  readonly #total: number;
  #next = 0;
  #done = 0;
  #refusals = 0;
  #stopped: NotChecked | undefined;

  /** @throws {NotChecked} when the fixtures give nobody to speak for */
  constructor(run: RunContext, scenario: ScenarioRef, property: Property) {
    this.#run = run;
    this.#property = property;
    this.#dialogue = new Dialogue(run, scenario, property.profile, { keeps: false });
    this.#sender = new FuzzSender(run, this.#dialogue);
    this.#recipes = property.generation(run.config.seed);
    this.#speakers = run.callers.usable(property.profile, property.name).map(speakerOf);
    this.#total = run.config.fuzzRuns;
  }

  /**
   * Sends as many logins as `--fuzz-runs` says, fewer where enough was found, the run is cut off, the target
   * throttles or the account is locked.
   */
  async run(): Promise<void> {
    try {
      while (this.#next < this.#total && !this.#isEnough()) {
        const failures = await this.#wave();
        for (const failure of failures.sort((one, other) => one.index - other.index)) {
          for (const flaw of failure.flaws) await this.#take(failure, flaw);
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
    this.#dialogue.finish();
    if (this.#stopped) throw this.#stopped;
  }

  /** Violations that do not count: they are waived. */
  get uncounted(): readonly Violation[] {
    return this.#dialogue.uncounted;
  }

  get #isMeantToSucceed(): boolean {
    return this.#property.kind === 'equivalent logins';
  }

  #isEnough(): boolean {
    return this.#searched >= MOST_FINDINGS || this.#refusals >= MOST_REFUSALS;
  }

  get #searched(): number {
    return this.#findings.length + this.#ambiguous.length;
  }

  /** Sends until something new fails or all is sent, and waits for what is in flight. */
  async #wave(): Promise<Failure[]> {
    const failures: Failure[] = [];
    const errors: unknown[] = [];
    // Where refusals are not expected, one row for each caller: there is little in flight when the first comes.
    const rows = this.#isMeantToSucceed ? this.#speakers.length : 4 * this.#run.config.concurrency;
    const window = new Slots(rows);
    let news = false;
    for (;;) {
      await window.take();
      if (this.#next >= this.#total || news || errors.length > 0) break;
      this.#row()
        .then((failed) => {
          failures.push(...failed);
          news ||= failed.some(({ flaws }) => flaws.some((flaw) => !this.#explained(flaw)));
        })
        .catch((error: unknown) => errors.push(error))
        .finally(() => window.give());
    }
    window.give();
    await window.allFree();
    if (errors.length > 0) throw errors[0];
    return failures;
  }

  /** Sends the next logins of one caller. */
  async #row(): Promise<Failure[]> {
    const first = this.#next;
    const atOnce = this.#isMeantToSucceed ? this.#run.config.maxFailedLogins : 1;
    const rowEnd = first - (first % ROW) + ROW;
    this.#next = Math.min(this.#total, rowEnd, first + Math.max(1, atOnce));
    const speaker = this.#speakerAt(first);
    const indices = Array.from({ length: this.#next - first }, (_, at) => first + at);
    const utterances = indices.map((index) => speaker.utter(this.#recipes.at(index), this.#key(index)));
    const outcomes = this.#isMeantToSucceed
      ? await this.#sender.volley(speaker, utterances)
      : await Promise.all(utterances.map((utterance) => this.#sender.send(speaker, utterance)));
    return outcomes.flatMap((outcome, at) => {
      const { flaws } = this.#examine(outcome);
      if (this.#isMeantToSucceed && !outcome.judged.isAccepted) this.#refusals += 1;
      return flaws.length > 0 ? [{ index: first + at, speaker, outcome, flaws }] : [];
    });
  }

  /** Holds an answer against the clauses; what held goes into the ledger at once. */
  #examine(outcome: Outcome): Examination {
    const { judged, expectation, utterance } = outcome;
    const examination = examine(judged, expectation, this.#property, utterance.words);
    this.#dialogue.record(examination.held, [judged]);
    this.#dialogue.record(
      examination.asides.filter((aside) => this.#isNews(aside)),
      [judged],
    );
    this.#done += 1;
    const { name } = this.#property;
    this.#run.onFuzz?.({ property: name, done: Math.min(this.#done, this.#total), total: this.#total });
    return examination;
  }

  #isNews({ clause }: Check): boolean {
    if (this.#asides.has(clause)) return false;
    this.#asides.add(clause);
    return true;
  }

  async #take(failure: Failure, flaw: Flaw): Promise<void> {
    const known = this.#explained(flaw);
    if (known) {
      known.times += 1;
      return;
    }
    if (this.#searched >= MOST_FINDINGS) return;
    const found = await smallest(failure, flaw, {
      recipes: this.#recipes,
      property: this.#property,
      sender: this.#sender,
      key: this.#key(failure.index),
      utter: (recipe: Recipe, key, origin) => failure.speaker.utter(recipe, key, origin),
    });
    if (found === null) {
      // Accepted when it was sent again: what went before had it refused, not what it is.
      const earlier = this.#property.profile === 'ckstack-token' ? 'CK-01' : 'ES-30';
      this.#dialogue.record([failure.outcome.judged.accepted(earlier, 'MUST')], [failure.outcome.judged]);
      return;
    }
    if (this.#explained(found.flaw)) return;
    if (isAmbiguous(found.flaw)) {
      this.#ambiguous.push(found);
      return;
    }
    this.#findings.push(found);
    const checks = [found.flaw.check, generatedCheck(found.flaw, this.#property)].filter(
      (check) => check !== null,
    );
    this.#dialogue.record(checks, [found.outcome.judged]);
    this.reports.push(findingText(found, this.#run, this.#property));
  }

  /** The finding that this flaw is one more instance of. */
  #explained(flaw: Flaw): Finding | undefined {
    return [...this.#findings, ...this.#ambiguous].find(
      (finding) =>
        isSameFlaw(finding.flaw, flaw, this.#property) &&
        finding.flaw.kinds.every((kind) => flaw.kinds.includes(kind)),
    );
  }

  #speakerAt(index: number): Speaker {
    const speaker = this.#speakers[Math.floor(index / ROW) % this.#speakers.length];
    if (!speaker) throw new NotChecked('fixture', 'nobody is there to log in');
    return speaker;
  }

  #key(index: number): string {
    return `${this.#property.kind.replaceAll(' ', '-')}-${index + 1}`;
  }
}
