import type { WriteStream } from 'node:tty';
import type { Result } from '../../test/self-evaluation/task.js';
import { isFalselyFailed } from './figures.js';

/** Shows the progress of a self-evaluation: on a terminal one line that is overwritten, else only what is wrong. */
export class ExaminationProgress {
  readonly #stream: WriteStream | NodeJS.WritableStream;
  readonly #total: number;
  readonly #begin = performance.now();
  #done = 0;
  #amiss = 0;

  constructor(total: number, stream: WriteStream | NodeJS.WritableStream = process.stderr) {
    this.#total = total;
    this.#stream = stream;
  }

  /** To be called with each result as it comes. */
  readonly onResult = (result: Result): void => {
    this.#done += 1;
    const complaint = amissWith(result);
    const live = 'isTTY' in this.#stream && this.#stream.isTTY;
    if (complaint !== null) {
      this.#amiss += 1;
      this.#stream.write(`${live ? '\r\x1b[K' : ''}${complaint}\n`);
    }
    if (!live) return;
    const seconds = Math.round((performance.now() - this.#begin) / 1000);
    this.#stream.write(`\r\x1b[K${this.#done} of ${this.#total} runs, ${this.#amiss} amiss, ${seconds} s`);
    if (this.#done === this.#total) this.#stream.write('\n');
  };
}

/** What is wrong with a result, in one line; null: nothing. */
export function amissWith(result: Result): string | null {
  const run = `${result.id} (seed ${result.seed})`;
  if (result.kind === 'failed') return `${run}: ${result.error}`;
  if (result.kind === 'conforming') {
    if (!isFalselyFailed(result)) return null;
    const alarms = result.falseAlarms.map(
      ({ clause, level, actual, request }) => `${clause} ${level} at ${request}: ${actual}`,
    );
    const rest = [...alarms, ...result.unchecked, ...result.misprobed];
    return `${run}: conforms, but exit ${result.exitCode}: ${[result.reason, ...rest].filter(Boolean).join('; ')}`;
  }
  if (result.difference === null) return `${run}: is not alive, it behaves like the reference provider`;
  if (!result.killed) {
    return result.survives === null ? `${run}: survived with exit ${result.exitCode}: ${result.wrong}` : null;
  }
  if (!result.named)
    return `${run}: blamed on ${result.blamed.join(', ')}, not on ${result.clauses.join(' or ')}`;
  return null;
}
