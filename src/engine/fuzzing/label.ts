/** What was done to a plain login, in one phrase. */
export function phraseOf(words: readonly string[]): string {
  return words.length === 0 ? 'a plain login' : words.join('; ');
}

/** The label of a generated request. */
export function labelOf(words: readonly string[], origin: string): string {
  return `${phraseOf(words)} (generated: ${origin})`;
}
