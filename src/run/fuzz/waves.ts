import type { Generation } from '../../arbitraries/generation.js';
import type { Recipe } from '../../arbitraries/recipe.js';
import type { Flaw } from './examination.js';
import type { Property } from './property.js';
import type { FuzzSender, Outcome } from './sender.js';
import { Slots } from './slots.js';
import type { Speaker } from './speaker.js';

/** A generated request whose answer broke something. */
export interface Failure {
  readonly index: number;
  readonly speaker: Speaker;
  readonly outcome: Outcome;
  readonly flaws: readonly Flaw[];
}

export interface WaveSetting {
  readonly property: Property;
  readonly recipes: Generation<Recipe>;
  readonly speakers: readonly [Speaker, ...Speaker[]];
  readonly sender: FuzzSender;
  /** Requests in all. */
  readonly total: number;
  readonly concurrency: number;
  /** Holds an answer against the clauses. */
  readonly examine: (outcome: Outcome) => readonly Flaw[];
}

/** Requests of one caller in a row: they can be sent at once where they are meant to succeed. */
const ROW = 3;

/**
 * Sends the generated logins of a property in the order of their numbers, so many at once: until something new fails,
 * then on from there. Nothing is kept but what failed.
 */
export class Waves {
  readonly #setting: WaveSetting;
  #next = 0;
  #refusals = 0;

  constructor(setting: WaveSetting) {
    this.#setting = setting;
  }

  get isOver(): boolean {
    return this.#next >= this.#setting.total;
  }

  /** Refusals of logins that were meant to succeed. */
  get refusals(): number {
    return this.#refusals;
  }

  /**
   * Sends until something fails that is news, or all is sent, and waits for what is in flight.
   * @returns what failed, by number; every number before the last was sent
   * @throws {NotChecked} as the sender
   */
  async next(isNews: (flaw: Flaw) => boolean): Promise<readonly Failure[]> {
    const failures: Failure[] = [];
    const errors: unknown[] = [];
    const { concurrency, speakers } = this.#setting;
    // Where refusals are not expected, one row for each caller: there is little in flight when the first comes.
    const window = new Slots(this.#isMeantToSucceed ? speakers.length : 4 * concurrency);
    let news = false;
    for (;;) {
      await window.take();
      if (this.isOver || news || errors.length > 0) break;
      this.#row()
        .then((failed) => {
          failures.push(...failed);
          news ||= failed.some(({ flaws }) => flaws.some(isNews));
        })
        .catch((error: unknown) => errors.push(error))
        .finally(() => window.give());
    }
    window.give();
    await window.allFree();
    if (errors.length > 0) throw errors[0];
    return failures.sort((one, other) => one.index - other.index);
  }

  /** Sends the next logins of one caller. */
  async #row(): Promise<readonly Failure[]> {
    const { speakers, recipes, sender, property, total, examine } = this.#setting;
    const first = this.#next;
    this.#next = Math.min(total, first + (this.#isMeantToSucceed ? ROW : 1));
    const speaker = speakers[Math.floor(first / ROW) % speakers.length] ?? speakers[0];
    const indices = Array.from({ length: this.#next - first }, (_, at) => first + at);
    const utterances = indices.map((index) => speaker.utter(recipes.at(index), keyOf(property, index)));
    const outcomes = this.#isMeantToSucceed
      ? await sender.volley(speaker, utterances)
      : await Promise.all(utterances.map((utterance) => sender.send(speaker, utterance)));
    return outcomes.flatMap((outcome, at) => {
      const flaws = examine(outcome);
      if (this.#isMeantToSucceed && !outcome.judged.isAccepted) this.#refusals += 1;
      return flaws.length > 0 ? [{ index: first + at, speaker, outcome, flaws }] : [];
    });
  }

  get #isMeantToSucceed(): boolean {
    return this.#setting.property.kind === 'equivalent logins';
  }
}

/** Names a generated request: `malformed-logins-17`. */
export function keyOf({ kind }: Property, index: number): string {
  return `${kind.replaceAll(' ', '-')}-${index + 1}`;
}
