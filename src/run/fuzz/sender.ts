import type { Judged } from '../../verify/judged.js';
import type { Courier } from '../courier.js';
import type { Dialogue } from '../dialogue.js';
import type { RunContext } from '../run-context.js';
import type { Expectation } from './oracle/expectation.js';
import { Slots } from './slots.js';
import type { Speaker, Spoken, Utterance } from './speaker.js';

/** A generated request that was sent: what was expected, and what came. */
export interface Outcome {
  readonly utterance: Utterance;
  readonly expectation: Expectation;
  readonly judged: Judged;
}

/** All fuzzing of a run shares its slots: `--concurrency` is of the run, not of a property. */
const slotsOf = new WeakMap<Courier, Slots>();

/** Sends generated requests: no more at once than `--concurrency`, no more failed logins than the budget has. */
export class FuzzSender {
  readonly #run: RunContext;
  readonly #dialogue: Dialogue;
  readonly #slots: Slots;
  readonly #locked = new Set<string>();

  constructor(run: RunContext, dialogue: Dialogue) {
    this.#run = run;
    this.#dialogue = dialogue;
    this.#slots = slotsOf.get(run.courier) ?? new Slots(run.config.concurrency);
    slotsOf.set(run.courier, this.#slots);
  }

  /**
   * Sends one request; where it names a real account, in that account's turn.
   * @throws {NotChecked} when the run is cut off, the target throttles, or the account's budget is spent for good
   */
  async send(speaker: Speaker, utterance: Utterance): Promise<Outcome> {
    if (utterance.account === null) return this.#slots.within(() => this.#alone(utterance));
    let spoken: Spoken | undefined;
    const judged = await this.#run.courier.spend(
      utterance.account,
      async () => {
        spoken = await this.#speak(utterance);
        return spoken.request;
      },
      () => this.restore(speaker),
      (work) => this.#slots.within(work),
    );
    // `spend` asks for the request before it sends it.
    if (!spoken) throw new Error('nothing was sent');
    return { utterance, expectation: spoken.expectation, judged };
  }

  /** Sends logins that are meant to succeed, in the turn of their account: as many at once as may fail in a row. */
  volley(speaker: Speaker, utterances: readonly Utterance[]): Promise<readonly Outcome[]> {
    const logins = utterances.map((utterance) => async () => {
      const outcome = await this.#slots.within(() => this.#alone(utterance));
      return { ...outcome, accepted: outcome.judged.isAccepted };
    });
    return this.#run.courier.volley(speaker.account, logins, () => this.restore(speaker));
  }

  /** A good login, unless one was refused before: then the account is left alone. @returns whether it was accepted */
  async restore({ account, caller }: Speaker): Promise<boolean> {
    if (this.#locked.has(account)) return false;
    const accepted = await this.#slots.within(() => this.#dialogue.restore(caller));
    if (!accepted) this.#locked.add(account);
    return accepted;
  }

  async #alone(utterance: Utterance): Promise<Outcome> {
    const { request, expectation } = await this.#speak(utterance);
    return { utterance, expectation, judged: await this.#run.courier.send(request) };
  }

  async #speak(utterance: Utterance): Promise<Spoken> {
    const { request, expectation } = await utterance.now();
    return { expectation, request: { ...request, scenario: this.#dialogue.scenario.name } };
  }
}
