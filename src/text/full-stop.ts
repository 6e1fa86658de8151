/** The sentence with a full stop, unless it ends with a question mark. */
export function fullStop(sentence: string): string {
  return sentence.endsWith('?') ? sentence : `${sentence}.`;
}
