import { randomBytes } from 'node:crypto';

/** How often the clock looks whether the suite still runs. */
const TICK_MS = 20;
/** What a tick may be late on a machine that has time for it. */
const TOLERANCE_MS = 10;

/**
 * A clock that counts only time in which the suite runs: it stands still while the event loop or the threads of node
 * do (a starved or suspended machine, a long computation of our own), so that no target is blamed for that.
 */
export class RunClock {
  readonly #time: () => number;
  readonly #worked: () => number;
  readonly #began: number;
  #stalled = 0;
  /** The last tick. */
  #ticked: number;
  #starved = 0;
  #workedBefore: number;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  /**
   * The parameters are for tests.
   * @param time milliseconds of a monotonic clock
   * @param worked milliseconds of processor time that this process has had
   */
  constructor(time: () => number = () => performance.now(), worked: () => number = processorTime) {
    this.#time = time;
    this.#worked = worked;
    this.#began = time();
    this.#ticked = this.#began;
    this.#workedBefore = worked();
    this.#wait();
  }

  /** Milliseconds from an arbitrary moment on in which the suite ran. */
  now(): number {
    return this.#time() - this.stalledMs;
  }

  /** Milliseconds since the clock was made in which the suite did not run. */
  get stalledMs(): number {
    return this.#stalled + this.#lateness();
  }

  /** Share of the time since the clock was made, 0 to 1, in which the suite had no processor: starved or asleep. */
  get starvedShare(): number {
    return this.#starved / Math.max(1, this.#time() - this.#began);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** How late the next tick is by now: it may be due itself, and a deadline asks before it comes. */
  #lateness(): number {
    if (this.#isStopped) return 0;
    const late = this.#time() - this.#ticked - TICK_MS;
    return late > TOLERANCE_MS ? late : 0;
  }

  #wait(): void {
    // A trip through the pool of threads, in which names are looked up and bodies decoded, is part of each tick.
    this.#timer = setTimeout(() => randomBytes(1, () => this.#tick()), TICK_MS).unref();
  }

  #tick(): void {
    if (this.#isStopped) return;
    const late = this.#lateness();
    const worked = this.#worked();
    this.#stalled += late;
    this.#starved += Math.max(0, late - (worked - this.#workedBefore));
    this.#workedBefore = worked;
    this.#ticked = this.#time();
    this.#wait();
  }
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Calls back once the clock has gone so far.
 * @param milliseconds in which the suite runs
 * @returns takes it back
 */
export function afterRunning(clock: RunClock, milliseconds: number, callBack: () => void): () => void {
  const end = clock.now() + milliseconds;
  let timer: NodeJS.Timeout;
  const wait = () => {
    const left = end - clock.now();
    // After a stall an answer may be there that nobody has read: it is read before the timer that is set now ends.
    if (left > 0) timer = setTimeout(wait, Math.ceil(left));
    else callBack();
  };
  wait();
  return () => clearTimeout(timer);
}
