import { distance } from 'fastest-levenshtein';

const MAX_DISTANCE = 3;
const MIN_SIMILARITY = 0.4;
const MIN_PREFIX = 3;

/**
 * Suggests the closest known name for a typo.
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
    const edits = distance(typed, other);
    if (edits > MAX_DISTANCE || 1 - edits / longer <= MIN_SIMILARITY) continue;
    if (best === null || edits < best.distance) best = { name: candidate, distance: edits };
  }
  return best?.name ?? null;
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}
