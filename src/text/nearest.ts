const MAX_DISTANCE = 3;
const MIN_SIMILARITY = 0.4;
const MIN_PREFIX = 3;

/**
 * Finds what somebody who mistyped a name probably meant.
 *
 * @param name the name as typed
 * @param known the names that there are
 * @returns the nearest of them, `null` when none is near; case, `-` and `_` do not count
 */
export function nearest(name: string, known: readonly string[]): string | null {
  const typed = bare(name);
  const begun = known.filter((candidate) => bare(candidate).startsWith(typed));
  if (typed.length >= MIN_PREFIX && begun[0] !== undefined) return begun[0];

  let best: { name: string; distance: number } | null = null;
  for (const candidate of known) {
    const other = bare(candidate);
    const longer = Math.max(typed.length, other.length);
    if (Math.abs(typed.length - other.length) > MAX_DISTANCE) continue;
    const distance = editDistance(typed, other);
    if (distance > MAX_DISTANCE || 1 - distance / longer <= MIN_SIMILARITY) continue;
    if (best === null || distance < best.distance) best = { name: candidate, distance };
  }
  return best?.name ?? null;
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
