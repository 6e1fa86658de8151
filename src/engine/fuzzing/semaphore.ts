/** So many at once: the others wait their turn, the first first. */
export class Semaphore {
  readonly #count: number;
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #whenAllFree: (() => void) | undefined;

  constructor(count: number) {
    this.#count = count;
    this.#free = count;
  }

  /** Waits for a slot. Whoever takes one gives it back. */
  async take(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resume) => this.#waiting.push(resume));
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
      return;
    }
    this.#free += 1;
    if (this.#free === this.#count) this.#whenAllFree?.();
  }

  /** When nobody has a slot. To be asked by one alone, who takes none meanwhile. */
  async allFree(): Promise<void> {
    if (this.#free === this.#count) return;
    await new Promise<void>((resume) => {
      this.#whenAllFree = resume;
    });
  }

  /** Runs `work` in a slot. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    await this.take();
    try {
      return await work();
    } finally {
      this.give();
    }
  }
}
