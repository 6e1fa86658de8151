/**
 * A message without what may differ between two refusals of the same kind: the name that was sent, digits
 * and hexadecimal references (ES-11, CK-14).
 */
export function messageLike(message: unknown, sent: readonly (string | undefined)[]): string {
  if (typeof message !== 'string') return String(JSON.stringify(message));
  let text = message;
  for (const name of sent) if (name) text = text.replaceAll(name, '');
  return text
    .replace(/\b(?:0x)?(?=[0-9a-f-]*\d)[0-9a-f]+(?:-[0-9a-f]+)*\b/gi, '')
    .replace(/\d/g, '')
    .trim();
}
