import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Result } from '../../test/self-evaluation/task.js';

/** Most results that are lost when a self-evaluation is cut off. */
const EVERY = 50;

/** The results of a self-evaluation on the disk, so that another can add to them. */
export class KeptResults {
  readonly #file: string;
  readonly #results = new Map<string, Result>();

  /** @param adds to those that are there; else they are forgotten */
  constructor(file: string, adds: boolean) {
    this.#file = file;
    if (!adds || !existsSync(file)) return;
    for (const result of JSON.parse(readFileSync(file, 'utf8')) as Result[]) this.#put(result);
  }

  /** In place of an earlier one of the same run. */
  add(result: Result): void {
    this.#put(result);
    if (this.#results.size % EVERY === 0) this.save();
  }

  save(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(this.all));
  }

  get all(): readonly Result[] {
    return [...this.#results.values()];
  }

  #put(result: Result): void {
    this.#results.set(`${result.id} ${result.seed}`, result);
  }
}
