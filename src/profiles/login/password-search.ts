import type { Exchange } from '../../http/exchange.js';
import { type JsonAnswer, readJson } from '../../text/json-answer.js';
import { isDistinctive } from './distinctive-password.js';
import { hasEscapes, membersOf } from './json-answer.js';
import { percentDecoded } from './percent-encoding.js';

/**
 * Whether an answer contains a password of its request, raw or once its JSON strings are decoded, in body or
 * headers (ES-23, CK-11). Judged on distinctive passwords only.
 * @returns where it is, in words; `null`: nowhere, `undefined`: there was nothing to judge
 */
export function findPassword(exchange: Exchange, json: JsonAnswer | null): string | null | undefined {
  const { answer, request } = exchange;
  const facts = request.facts;
  if (!answer || !facts) return undefined;
  const others = [
    ...Object.values(facts.sent ?? {}),
    request.path,
    ...request.headers.map(([, value]) => value),
  ];
  const passwords = [...new Set(facts.passwords)].filter((password) => isDistinctive(password, others));
  if (passwords.length === 0) return undefined;
  const found = placeOf(passwords, exchange, json);
  if (found === null) return null;
  // The body is read only now: few requests are answered with a password of theirs.
  const evaluated = passwords.filter((password) =>
    isDistinctive(password, othersInBody(request.body, password)),
  );
  if (evaluated.length === passwords.length) return found;
  return evaluated.length === 0 ? undefined : placeOf(evaluated, exchange, json);
}

function placeOf(passwords: readonly string[], { answer }: Exchange, json: JsonAnswer | null): string | null {
  const within = (text: string) => passwords.some((password) => text.includes(password));
  if (answer?.headers.some(([, value]) => within(value) || within(percentDecoded(value) ?? '')))
    return 'in a response header';
  if (json === null) return null;
  if (within(json.text)) return 'in the response body';
  if (!json.ok || !hasEscapes(json)) return null;
  for (const { name, value } of membersOf(json.value)) {
    if (typeof value === 'string' && within(value)) return `in the member ${JSON.stringify(name ?? '[]')}`;
    if (name !== null && within(name)) return 'in the name of a member';
  }
  return null;
}

/** Where a request has its password, in any letter case: some requests have it under a name that is wrong. */
const PASSWORD_NAME = /^(?:memb_pwd|password)$/i;
/** Where it has values that are not passwords, even if they equal one. */
const OTHER_NAME = /^(?:memb_email|userId|comp_id|client_id)$/i;

/**
 * Every string in a request's body but those that are its password, names of members among them: an answer may well
 * repeat them. In a body that is not JSON, the password counts as another string only if it occurs twice.
 */
function othersInBody(body: Uint8Array | null, password: string): readonly string[] {
  const request = readJson(body ?? new Uint8Array());
  if (!request.ok) return request.text.split(password).length > 2 ? [password] : [];
  const [own, others, strays]: [string[], string[], string[]] = [[], [], []];
  const rest: { readonly value: unknown; readonly to: string[] }[] = [{ value: request.value, to: strays }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value, to } = next;
    if (typeof value === 'string') to.push(value);
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, item] of Object.entries(value)) {
      if (!Array.isArray(value)) to.push(name);
      rest.push({ value: item, to: PASSWORD_NAME.test(name) ? own : OTHER_NAME.test(name) ? others : to });
    }
  }
  // Nothing under the password's name: then one of the strays is the password itself.
  const itself = own.length === 0 ? strays.findIndex((text) => text.includes(password)) : -1;
  return [...others, ...strays.filter((_, at) => at !== itself)];
}
