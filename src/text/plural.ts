/** A number with its noun: `1 clause`, `2 clauses`. */
export function pluralise(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
