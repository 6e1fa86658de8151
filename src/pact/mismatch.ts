import { isObject, jsonValue, memberOf } from '../text/json-members.js';

/** One way in which an answer is not what the contract asks for. */
export interface Mismatch {
  /** `$.header.result_code`, `status`, `header Content-Type`, or `body`. */
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
  /** The verifier's own words. */
  readonly description: string;
}

const UNREADABLE = /^Failed to parse the actual body/;
const MISSING_KEYS = /^Actual map is missing the following keys: /;

/**
 * Reads one mismatch of the native core's report.
 * @returns several where several members are missing; none for a value that is not a mismatch
 */
export function readMismatch(value: unknown): readonly Mismatch[] {
  if (!isObject(value)) return [];
  const { type, path, key } = value;
  const description = textOf(value.mismatch);
  const found = { expected: textOf(value.expected), actual: textOf(value.actual), description };
  switch (type) {
    case 'StatusMismatch':
      return [{ path: 'status', ...found }];
    case 'HeaderMismatch':
      return [{ path: `header ${textOf(key)}`, ...found }];
    case 'BodyTypeMismatch':
      return [{ path: 'body', ...found }];
    case 'BodyMismatch': {
      const isRead = typeof path === 'string' && path.startsWith('$') && !UNREADABLE.test(description);
      const at = isRead ? path : 'body';
      return MISSING_KEYS.test(description) ? missingMembers(at, found) : [{ path: at, ...found }];
    }
    default:
      return [{ path: typeof path === 'string' ? path : 'answer', ...found }];
  }
}

/** The core names an object and the members that it has; here each missing member is a mismatch of its own. */
function missingMembers(path: string, found: Omit<Mismatch, 'path'>): readonly Mismatch[] {
  const there = namesIn(found.actual);
  const missing = namesIn(found.expected).filter((name) => !there.includes(name));
  if (missing.length === 0) return [{ path, ...found }];
  return missing.map((name) => ({
    path: `${path}.${name}`,
    expected: 'to be there',
    actual: 'missing',
    description: found.description,
  }));
}

function namesIn(json: string): readonly string[] {
  const names = jsonValue(json);
  return Array.isArray(names) ? names.map(String) : [];
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The mismatches of one failed interaction, or what else went wrong with it. */
export function readFailure(value: unknown): { mismatches: readonly Mismatch[]; error: string | null } {
  const list = memberOf(value, 'mismatches');
  const mismatches = Array.isArray(list) ? list.flatMap(readMismatch) : [];
  const message = memberOf(value, 'message');
  if (mismatches.length > 0) return { mismatches, error: null };
  return { mismatches, error: typeof message === 'string' ? message : 'the verifier does not say why' };
}
