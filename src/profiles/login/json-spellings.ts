import { isObject } from '../../text/json-members.js';

/** Other spellings of the same JSON value (RFC 8259): a parser must treat them alike (ES-19, CK-24). */

/** White space of every legal kind between all tokens. */
export function spaced(value: unknown): string {
  const gaps = [' ', '\t', '\n', '\r\n', '\r', '      \n\t'];
  let next = 0;
  const gap = () => gaps[next++ % gaps.length];
  const write = (part: unknown): string => {
    if (Array.isArray(part)) return `[${gap()}${part.map(write).join(`${gap()},${gap()}`)}${gap()}]`;
    if (isObject(part)) {
      const members = Object.entries(part).map(
        ([name, member]) => `${JSON.stringify(name)}${gap()}:${gap()}${write(member)}`,
      );
      return `{${gap()}${members.join(`${gap()},${gap()}`)}${gap()}}`;
    }
    return JSON.stringify(part);
  };
  return `${gap()}${write(value)}${gap()}`;
}

/** The members of every object in reverse order. */
export function reversed(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

/**
 * `\u` escapes for every character of every string value, for every other one of them, or for every character of
 * every member name.
 */
export function escaped(value: unknown, where: 'values' | 'parts of values' | 'names'): string {
  if (typeof value === 'string') return where === 'names' ? JSON.stringify(value) : escapes(value, where);
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) =>
      `${where === 'names' ? escapes(name, 'values') : JSON.stringify(name)}:${escaped(member, where)}`,
  );
  return `{${members.join(',')}}`;
}

/** Hexadecimal digits in lower and upper case by turns; only letters and digits are left unescaped. */
function escapes(text: string, where: 'values' | 'parts of values'): string {
  const units = Array.from({ length: text.length }, (_, at) => {
    const hex = text.charCodeAt(at).toString(16).padStart(4, '0');
    const plain = where === 'parts of values' && at % 2 === 0 && /[a-z0-9]/i.test(text.charAt(at));
    return plain ? text.charAt(at) : `\\u${at % 4 < 2 ? hex : hex.toUpperCase()}`;
  });
  return `"${units.join('')}"`;
}
