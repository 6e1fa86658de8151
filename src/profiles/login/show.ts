/** Far more than is ever shown: the ledger masks first and shortens after, so that no half secret stays. */
const LIMIT = 64 * 1024;

/** A value of a target's for «actual»: JSON, «missing» for undefined. */
export function show(value: unknown): string {
  if (value === undefined) return 'missing';
  try {
    return JSON.stringify(value).slice(0, LIMIT);
  } catch {
    return `unprintable value of type ${typeof value}`;
  }
}

/** A token is never shown, only what it is like. */
export function showToken(value: unknown): string {
  if (typeof value !== 'string') return show(value);
  return value === '' ? 'the empty string' : `a string of ${value.length} characters`;
}
