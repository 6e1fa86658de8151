import { statusKind } from '../../http/status.js';
import type { JsonAnswer } from '../../text/json-answer.js';
import { slug } from '../../text/slug.js';
import type { LoginReading } from './reading.js';

/** How a member that should have been a certain string is not: `body-comp-id-missing`, `body-comp-id-other-value`. */
export function memberKind(name: string, came: unknown): string {
  return `${slug(name)}-${valueKind(came)}`;
}

function valueKind(came: unknown): string {
  if (came === undefined) return 'missing';
  if (typeof came !== 'string') return 'wrong-type';
  return came === '' ? 'empty' : 'other-value';
}

/** How a body that should have been JSON is not: `html`, `empty`, `not-json`, `not-decoded`. */
export function bodyKind(json: JsonAnswer, undecoded?: string): string {
  if (undecoded !== undefined) return 'not-decoded';
  if (json.text.trim() === '') return 'empty';
  return /^\s*<(?:!doctype|[a-z]+[\s>])/i.test(json.text) ? 'html' : 'not-json';
}

/**
 * What came in place of the outcome that a clause asks for: `accepted`, `code-99`, `http-5xx`, `html`, `no-code`. Codes
 * that are not of two digits are text of the target, and all one kind.
 */
export function outcomeKind({
  exchange,
  json,
  accepted,
  rawCode,
  hasToken,
  knownToken,
}: LoginReading): string {
  if (accepted) return 'accepted';
  const token = hasToken || knownToken !== null ? '-with-token' : '';
  if (rawCode !== undefined && rawCode !== null && rawCode !== '') {
    const digits = /^\d{1,2}$/.exec(String(rawCode))?.[0].padStart(2, '0');
    return `${digits === undefined ? 'other-code' : `code-${digits}`}${token}`;
  }
  const status = statusKind(exchange);
  if (json === null || status.endsWith('xx')) return `${status}${token}`;
  return `${json.ok ? 'no-code' : bodyKind(json, exchange.answer?.undecoded)}${token}`;
}
