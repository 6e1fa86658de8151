import { isDistinctive } from '../contract/secrets.js';
import type { Exchange } from '../exchange/exchange.js';
import { hasEscapes, type JsonAnswer, membersOf } from './json-answer.js';

/**
 * Whether an answer contains a password of its request, raw or once its JSON strings are decoded, in body or
 * headers (ES-23, CK-11). Judged on distinctive passwords only.
 * @returns where it stands, in words; `null`: nowhere, `undefined`: there was nothing to judge
 */
export function findPassword(exchange: Exchange, json: JsonAnswer | null): string | null | undefined {
  const { answer, request } = exchange;
  const facts = request.facts;
  if (!answer || !facts) return undefined;
  const others = [
    facts.company,
    facts.email,
    facts.userId,
    facts.tid,
    request.path,
    ...request.headers.map(([, value]) => value),
  ];
  const known = others.filter((value) => value !== undefined);
  const passwords = [...new Set(facts.passwords)].filter((password) => isDistinctive(password, known));
  if (passwords.length === 0) return undefined;
  const within = (text: string) => passwords.some((password) => text.includes(password));

  if (answer.headers.some(([, value]) => within(value) || within(decoded(value)))) return 'in a header';
  if (json === null) return null;
  if (within(json.text)) return 'in the body';
  if (!json.ok || !hasEscapes(json)) return null;
  for (const { name, value } of membersOf(json.value)) {
    if (typeof value === 'string' && within(value)) return `in the member ${JSON.stringify(name ?? '[]')}`;
    if (name !== null && within(name)) return 'in the name of a member';
  }
  return null;
}

function decoded(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
