import type { Check, ScenarioRef, Violation } from '../../verify/finding.js';
import { Dialogue } from '../dialogue.js';
import { NotChecked } from '../not-checked.js';
import type { RunContext } from '../run-context.js';
import { examine, type Flaw, generatedCheck, isAmbiguous, isSameFlaw, toldApart } from './examination.js';
import { type Finding, findingText } from './finding-text.js';
import { phraseOf } from './label.js';
import { plainlySpelled } from './plain-spelling.js';
import type { Property } from './property.js';
import { FuzzSender, type Outcome } from './sender.js';
import { smallest } from './smallest.js';
import { speakerOf } from './speakers.js';
import { type Failure, keyOf, Waves } from './waves.js';

/** So many findings, and the property has said enough. */
const MOST_FINDINGS = 5;
/** So many searches for a smallest case, those included that came to a known one. */
const MOST_SEARCHES = 10;
/** So many refusals of logins that are meant to succeed, and the account is left alone. */
const MOST_REFUSALS = 6;

/** Sends the generated logins of one property and reports what they find: each finding once, by its smallest case. */
export class Campaign {
  /** What was found, for people: each with the request, its seed and path. */
  readonly reports: string[] = [];
  readonly #run: RunContext;
  readonly #property: Property;
  readonly #dialogue: Dialogue;
  readonly #sender: FuzzSender;
  readonly #recipes: ReturnType<Property['generation']>;
  readonly #waves: Waves;
  readonly #findings: Finding[] = [];
  /** Searched for in vain: what the flaw is due to could not be told. */
  readonly #ambiguous: Finding[] = [];
  readonly #asides = new Set<string>();
  #searches = 0;
  #done = 0;
  #stopped: NotChecked | undefined;

  /** @throws {NotChecked} when the fixtures give nobody to speak for */
  constructor(run: RunContext, scenario: ScenarioRef, property: Property) {
    this.#run = run;
    this.#property = property;
    this.#dialogue = new Dialogue(run, scenario, property.profile, { keeps: false });
    this.#sender = new FuzzSender(run, this.#dialogue);
    this.#recipes = property.generation(run.config.seed);
    const [first, ...others] = run.callers.usable(property.profile, property.name).map(speakerOf);
    if (!first) throw new NotChecked('fixture', 'nobody is there to log in');
    this.#waves = new Waves({
      property,
      recipes: this.#recipes,
      speakers: [first, ...others],
      sender: this.#sender,
      total: run.config.fuzzRuns,
      concurrency: run.config.concurrency,
      examine: (outcome) => this.#examine(outcome),
    });
  }

  /**
   * Sends as many logins as `--fuzz-runs` says, fewer where enough was found, the run is cut off, the target
   * throttles or the account is locked.
   */
  async run(): Promise<void> {
    try {
      while (!this.#waves.isOver && !this.#isEnough()) {
        const failures = await this.#waves.next((flaw) => !this.#explained(flaw));
        for (const failure of failures) {
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

  #isEnough(): boolean {
    return this.#hasSearchedEnough || this.#waves.refusals >= MOST_REFUSALS;
  }

  get #hasSearchedEnough(): boolean {
    return this.#findings.length >= MOST_FINDINGS || this.#searches >= MOST_SEARCHES;
  }

  /** Holds an answer against the clauses; what held goes into the ledger at once. */
  #examine({ judged, expectation, utterance }: Outcome): readonly Flaw[] {
    const { held, flaws, asides } = examine(judged, expectation, this.#property, utterance.words);
    this.#dialogue.record(held, [judged]);
    const news = asides.filter((aside) => this.#isNews(aside));
    this.#dialogue.record(news, [judged]);
    this.#done += 1;
    const total = this.#run.config.fuzzRuns;
    this.#run.onFuzz?.({ property: this.#property.name, done: Math.min(this.#done, total), total });
    return flaws;
  }

  #isNews({ clause }: Check): boolean {
    if (this.#asides.has(clause)) return false;
    this.#asides.add(clause);
    return true;
  }

  /** Makes a finding of a flaw, unless it is one more instance of a known one. */
  async #take(failure: Failure, flaw: Flaw): Promise<void> {
    const known = this.#explained(flaw);
    if (known) {
      known.times += 1;
      return;
    }
    if (this.#hasSearchedEnough) return;
    this.#searches += 1;
    const smallestFound = await smallest(failure, flaw, {
      recipes: this.#recipes,
      property: this.#property,
      sender: this.#sender,
      key: keyOf(this.#property, failure.index),
      utter: (recipe, key, origin) => failure.speaker.utter(recipe, key, origin),
    });
    if (smallestFound === null) {
      // Accepted when it was sent again: what went before had it refused, not what it is.
      const earlier = this.#property.profile === 'ckstack-token' ? 'CK-01' : 'ES-30';
      this.#dialogue.record([failure.outcome.judged.accepted(earlier, 'MUST')], [failure.outcome.judged]);
      return;
    }
    if (this.#explained(smallestFound.flaw)) return;
    const found = isAmbiguous(smallestFound.flaw)
      ? await this.#untangled(smallestFound, failure)
      : smallestFound;
    if (found === null) {
      this.#ambiguous.push(smallestFound);
      return;
    }
    if (this.#explained(found.flaw)) return;
    this.#findings.push(found);
    const own = told(found);
    const checks = [own.check, generatedCheck(own, this.#property)].filter((check) => check !== null);
    this.#dialogue.record(checks, [found.outcome.judged]);
    this.reports.push(findingText(found, this.#run, this.#property));
  }

  /** Tells apart what an ambiguous refusal is due to. @returns `null` where that cannot be told */
  async #untangled(found: Finding, { speaker, index }: Failure): Promise<Finding | null> {
    const { shrunken, flaw, outcome } = found;
    if (shrunken === null || !(await this.#sender.restore(speaker))) return null;
    const key = `${keyOf(this.#property, index)}-plain`;
    const plain = await this.#sender.send(speaker, speaker.utter(plainlySpelled(shrunken.value), key));
    if (plain.expectation.accept !== 'should') return null;
    const told = toldApart(flaw, outcome.judged, plain.judged, this.#property);
    return { ...found, flaw: told, outcome: plain.judged.isAccepted ? outcome : plain };
  }

  /** The finding that this flaw is one more instance of. */
  #explained(flaw: Flaw): Finding | undefined {
    return [...this.#findings, ...this.#ambiguous].find(
      (finding) =>
        isSameFlaw(finding.flaw, flaw, this.#property) &&
        finding.flaw.kinds.every((kind) => flaw.kinds.includes(kind)),
    );
  }
}

/** The flaw with what was done to the login: two findings of one clause differ in that alone. */
function told({ flaw, outcome }: Finding): Flaw {
  const { check } = flaw;
  return {
    ...flaw,
    check: { ...check, actual: `${check.actual ?? ''} (${phraseOf(outcome.utterance.words)})` },
  };
}
