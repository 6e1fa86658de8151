import type { Deviation, FuzzProperty, RequestFactory } from '../../profiles/profile.js';
import type { FuzzSender, GeneratedRequest, SentRequest } from './fuzz-sender.js';
import type { Generation } from './generation.js';

/** A generated request whose answer broke something. */
export interface FailedRequest {
  /** Its number, from 0. */
  readonly index: number;
  readonly sent: SentRequest;
  readonly deviations: readonly Deviation[];
}

export interface BatchSetting {
  readonly property: FuzzProperty;
  readonly generation: Generation<unknown>;
  readonly factories: readonly [RequestFactory, ...RequestFactory[]];
  readonly sender: FuzzSender;
  /** Requests in all. */
  readonly total: number;
  readonly concurrency: number;
  /** Compares an answer with the clauses. */
  readonly evaluate: (sent: SentRequest) => readonly Deviation[];
}

/** Requests of one user in a row: they can be sent at once where they are meant to succeed. */
const BATCH = 3;

/**
 * Sends the generated requests of a property in the order of their numbers, a limited number at a time: until something
 * new fails, then on from there. Keeps only what failed.
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

  /** How many logins that were meant to succeed were refused. */
  get refusals(): number {
    return this.#refusals;
  }

  /**
   * Sends until something fails in a new way, or everything is sent, and waits for what is in flight.
   * @returns what failed, by number; every number before the last was sent
   * @throws {NotChecked} as the sender
   */
  async next(isNews: (deviation: Deviation) => boolean): Promise<readonly FailedRequest[]> {
    const { concurrency, factories, property } = this.#setting;
    const failures: FailedRequest[] = [];
    let isStopped = false;
    const work = async () => {
      while (!this.isOver && !isStopped) {
        const failed = await this.#sendBatch();
        failures.push(...failed);
        isStopped ||= failed.some(({ deviations }) => deviations.some(isNews));
      }
    };
    const errors: unknown[] = [];
    // One batch for each user where no refusal is expected: little is in flight when the first one comes.
    const workers = property.meantToSucceed ? factories.length : 4 * concurrency;
    await Promise.all(
      Array.from({ length: workers }, () =>
        work().catch((error: unknown) => {
          isStopped = true;
          errors.push(error);
        }),
      ),
    );
    if (errors.length > 0) throw errors[0];
    return failures.sort((one, other) => one.index - other.index);
  }

  /** Sends the next requests of one user. */
  async #sendBatch(): Promise<readonly FailedRequest[]> {
    const { factories, generation, sender, property, total, evaluate } = this.#setting;
    const first = this.#next;
    this.#next = Math.min(total, first + (property.meantToSucceed ? BATCH : 1));
    const factory = factories[Math.floor(first / BATCH) % factories.length] ?? factories[0];
    const requests = Array.from({ length: this.#next - first }, (_, at): GeneratedRequest => {
      const key = keyOf(property, first + at);
      return { factory, pending: factory.prepare(generation.at(first + at), key), origin: key };
    });
    const answered = property.meantToSucceed
      ? await sender.sendBatch(factory.user, requests)
      : await Promise.all(requests.map((request) => sender.send(request)));
    return answered.flatMap((sent, at) => {
      const deviations = evaluate(sent);
      if (property.meantToSucceed && !sent.evaluated.isAccepted) this.#refusals += 1;
      return deviations.length > 0 ? [{ index: first + at, sent, deviations }] : [];
    });
  }
}

/** Names a generated request: `malformed-logins-17`. */
export function keyOf({ kind }: FuzzProperty, index: number): string {
  return `${kind.replaceAll(' ', '-')}-${index + 1}`;
}
