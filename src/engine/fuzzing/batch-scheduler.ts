import type { Mutation } from '../../profiles/login/arbitraries/mutation.js';
import type { Deviation } from './evaluation.js';
import type { FuzzSender, SentRequest } from './fuzz-sender.js';
import type { Generation } from './generation.js';
import type { Property } from './property.js';
import type { RequestFactory } from './request-factory.js';
import { Semaphore } from './semaphore.js';

/** A generated request whose answer broke something. */
export interface FailedRequest {
  readonly index: number;
  readonly factory: RequestFactory;
  readonly outcome: SentRequest;
  readonly deviations: readonly Deviation[];
}

export interface BatchSetting {
  readonly property: Property;
  readonly mutations: Generation<Mutation>;
  readonly factories: readonly [RequestFactory, ...RequestFactory[]];
  readonly sender: FuzzSender;
  /** Requests in all. */
  readonly total: number;
  readonly concurrency: number;
  /** Holds an answer against the clauses. */
  readonly evaluate: (outcome: SentRequest) => readonly Deviation[];
}

/** Requests of one caller in a row: they can be sent at once where they are meant to succeed. */
const BATCH = 3;

/**
 * Sends the generated logins of a property in the order of their numbers, so many at once: until something new fails,
 * then on from there. Nothing is kept but what failed.
 */
export class BatchScheduler {
  readonly #setting: BatchSetting;
  #next = 0;
  #refusals = 0;

  constructor(setting: BatchSetting) {
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
  async next(isNews: (deviation: Deviation) => boolean): Promise<readonly FailedRequest[]> {
    const failures: FailedRequest[] = [];
    const errors: unknown[] = [];
    const { concurrency, factories } = this.#setting;
    // Where refusals are not expected, one row for each caller: there is little in flight when the first comes.
    const window = new Semaphore(this.#isMeantToSucceed ? factories.length : 4 * concurrency);
    let news = false;
    for (;;) {
      await window.take();
      if (this.isOver || news || errors.length > 0) break;
      this.#row()
        .then((failed) => {
          failures.push(...failed);
          news ||= failed.some(({ deviations }) => deviations.some(isNews));
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
  async #row(): Promise<readonly FailedRequest[]> {
    const { factories, mutations, sender, property, total, evaluate } = this.#setting;
    const first = this.#next;
    this.#next = Math.min(total, first + (this.#isMeantToSucceed ? BATCH : 1));
    const factory = factories[Math.floor(first / BATCH) % factories.length] ?? factories[0];
    const indices = Array.from({ length: this.#next - first }, (_, at) => first + at);
    const pendingRequests = indices.map((index) =>
      factory.prepare(mutations.at(index), keyOf(property, index)),
    );
    const outcomes = this.#isMeantToSucceed
      ? await sender.sendBatch(factory, pendingRequests)
      : await Promise.all(pendingRequests.map((pending) => sender.send(factory, pending)));
    return outcomes.flatMap((outcome, at) => {
      const deviations = evaluate(outcome);
      if (this.#isMeantToSucceed && !outcome.evaluated.isAccepted) this.#refusals += 1;
      return deviations.length > 0 ? [{ index: first + at, factory, outcome, deviations }] : [];
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
