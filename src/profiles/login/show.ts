/** Far more than is ever shown: the ledger masks first and shortens afterwards, so that no part of a secret remains. */
const LIMIT = 64 * 1024;

/** A target's value for "actual": JSON, "missing" for undefined. */
export function show(value: unknown): string {
  if (value === undefined) return 'missing';
  try {
    return JSON.stringify(value).slice(0, LIMIT);
  } catch {
    return `unprintable value of type ${typeof value}`;
  }
}

/** Describes a token without showing it. */
export function showToken(value: unknown): string {
  if (typeof value !== 'string') return show(value);
  return value === '' ? 'the empty string' : `a string of ${value.length} characters`;
}
