import fc, { type Arbitrary } from 'fast-check';

/**
 * One of several arbitraries, each as often as its weight says. Shrinks towards the first, so that the plainest
 * goes first.
 */
export function pick<T>(
  ...choices: readonly (readonly [weight: number, arbitrary: Arbitrary<T>])[]
): Arbitrary<T> {
  return fc.oneof(
    { withCrossShrink: true },
    ...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })),
  );
}

/** `null`, except in so many percent of cases. Shrinks towards `null`. */
export function sometimes<T>(percent: number, arbitrary: Arbitrary<T>): Arbitrary<T | null> {
  return pick<T | null>([100 - percent, fc.constant(null)], [percent, arbitrary]);
}

/** `most` values, now and then one less. Shrinks by leaving out any of them. */
export function severalOf<T>(arbitrary: Arbitrary<T>, most: number): Arbitrary<readonly T[]> {
  const each = Array.from({ length: most }, () =>
    sometimes(
      90,
      arbitrary.map((value) => [value]),
    ),
  );
  return fc.tuple(...each).map((all) => all.flatMap((one) => one ?? []));
}

/** One of several values. Shrinks towards the first. */
export function among<T>(...values: readonly T[]): Arbitrary<T> {
  return fc.constantFrom(...values);
}

/** A place in something of any length, in ten-thousandths. Shrinks towards the beginning. */
export const place: Arbitrary<number> = fc.nat({ max: 9_999 });

/** The index that a place is in a length; 0 for an empty one. */
export function indexAt(at: number, length: number): number {
  return Math.min(Math.max(0, length - 1), Math.floor((at * length) / 10_000));
}
