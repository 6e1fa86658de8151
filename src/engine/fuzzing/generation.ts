import { createHash } from 'node:crypto';
import fc, { type Arbitrary } from 'fast-check';

/** The values of a property by number: the same for the same seed, however many are used. */
export interface Generation<T> {
  /** The value with that number; values are made in chunks, so that asking in order is cheap. */
  at(index: number): T;
  /**
   * Finds the smallest value that fails as the one with that number does.
   * @param fails tries a value; called for one after another, the first for the value itself
   * @param maxTries values tried at most
   * @returns the smallest found, `null` when the value itself did not fail
   */
  shrink(index: number, fails: (value: T) => Promise<boolean>, maxTries: number): Promise<Shrunken<T> | null>;
}

export interface Shrunken<T> {
  readonly value: T;
  /** For `fc.check(property, { seed, path })`. */
  readonly seed: number;
  readonly path: string;
}

/** Few enough to keep in memory, many enough that starting again costs nothing. */
const CHUNK = 128;

/**
 * @param seed of the run
 * @param name of the property: each has values of its own, whatever else is run
 */
export function generationOf<T>(arbitrary: Arbitrary<T>, seed: number, name: string): Generation<T> {
  let held: { readonly number: number; readonly values: readonly T[] } | undefined;
  return {
    at(index) {
      const number = Math.floor(index / CHUNK);
      if (held?.number !== number) {
        held = {
          number,
          values: fc.sample(arbitrary, { seed: chunkSeed(seed, name, number), numRuns: CHUNK }),
        };
      }
      // A sample has as many values as were asked for.
      return held.values[index % CHUNK] as T;
    },
    async shrink(index, fails, maxTries) {
      const own = chunkSeed(seed, name, Math.floor(index / CHUNK));
      let tries = 0;
      const property = fc.asyncProperty(arbitrary, async (value) => {
        tries += 1;
        return tries > maxTries || !(await fails(value));
      });
      const path = String(index % CHUNK);
      const run = await fc.check(property, { seed: own, path, numRuns: 1, verbose: 0 });
      if (!run.failed || run.counterexample === null) return null;
      return { value: run.counterexample[0], seed: own, path: run.counterexamplePath ?? path };
    },
  };
}

function chunkSeed(seed: number, name: string, chunk: number): number {
  return createHash('sha256').update(`${seed} ${name} ${chunk}`).digest().readInt32BE();
}
