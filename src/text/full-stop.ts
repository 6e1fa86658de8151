/** Ends a sentence: a full stop, unless it ends as a question. */
export function fullStop(sentence: string): string {
  return sentence.endsWith('?') ? sentence : `${sentence}.`;
}
