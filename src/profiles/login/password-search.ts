import type { Exchange } from '../../http/exchange.js';
import type { HeaderField } from '../../text/header-field.js';
import { type JsonAnswer, readJson } from '../../text/json-answer.js';
import { isDistinctive } from './distinctive-password.js';
import { hasEscapes, membersOf } from './json-answer.js';

/**
 * Whether an answer contains a password of its request, raw, once its JSON strings are decoded, or in base64, hexadecimal
 * or percent-encoding, in reason phrase, headers, trailers or body (ES-23, CK-11). Judged on distinctive passwords only.
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

/** Makes the search for a password in a text, as it is or encoded: in base64, hexadecimal or percent-encoding. */
function searchOf(password: string): (text: string) => boolean {
  const bytes = Buffer.from(password);
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((offset) => base64Within(bytes, offset));
  return (text) => {
    if (text.includes(password) || text.toLowerCase().includes(hex)) return true;
    if (base64.some((part) => text.includes(part))) return true;
    if (/[-_]/.test(text)) {
      const ordinary = text.replaceAll('-', '+').replaceAll('_', '/');
      if (base64.some((part) => ordinary.includes(part))) return true;
    }
    return text.includes('%') && looselyDecoded(text).includes(password);
  };
}

/** The characters of base64 that depend on these bytes alone, where so many bytes (0 to 2) are in front of them. */
function base64Within(bytes: Uint8Array, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const isCut = (bytes.length + offset) % 3 !== 0;
  return whole.slice(offset === 0 ? 0 : offset + 1, isCut ? -1 : undefined);
}

/** A text with every run of percent-encoded bytes decoded as UTF-8, and the rest as it is. */
function looselyDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
}

function placeOf(passwords: readonly string[], { answer }: Exchange, json: JsonAnswer | null): string | null {
  const searches = passwords.map(searchOf);
  const within = (text: string) => searches.some((isIn) => isIn(text));
  // Outside of bodies, bytes come as Latin-1 characters: a password may be in them as UTF-8.
  const isOutsideBody = (text: string) => within(text) || within(Buffer.from(text, 'latin1').toString());
  if (answer && isOutsideBody(answer.statusText)) return 'in the reason phrase';
  const isInField = ([name, value]: HeaderField) => within(name) || isOutsideBody(value);
  if (answer?.headers.some(isInField)) return 'in a response header';
  if (answer?.trailers?.some(isInField)) return 'in a trailer';
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
