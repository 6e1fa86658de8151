/**
 * A message without what may differ between two refusals of the same kind: the names that were sent, in any letter
 * case, digits and hexadecimal references (ES-11, CK-14).
 * @param sent the names in both requests: one of them may well be a word that both messages have
 */
export function normaliseMessage(message: unknown, sent: readonly (string | undefined)[]): string {
  if (typeof message !== 'string') return String(JSON.stringify(message));
  return withoutNames(message, sent)
    .replace(/\b(?:0x)?(?=[0-9a-f-]*\d)[0-9a-f]+(?:-[0-9a-f]+)*\b/gi, '')
    .replace(/\d/g, '')
    .trim();
}

/** A longer name goes before one that it begins with. */
function withoutNames(message: string, sent: readonly (string | undefined)[]): string {
  const names = sent.flatMap((name) => (name ? [name] : [])).sort((one, other) => other.length - one.length);
  if (names.length === 0) return message;
  const patterns = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  return message.replace(new RegExp(patterns.join('|'), 'giu'), '');
}
