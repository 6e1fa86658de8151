import { isObject } from '../../text/json-members.js';

/** Whole requests of 1, 4 and 7 KiB: more than a line, a page of memory, and nearly what all servers take. */
const ORDINARY_SIZES = [1, 4, 7] as const;

/** A way to write the JSON of a login. `phrase` continues "a login …"; `head`: bytes of line and headers of its request. */
type Spelling = readonly [phrase: string, write: (value: object, head: number) => string];

/** Other spellings of the same JSON value (RFC 8259): a parser must treat them alike (ES-19, CK-24). */
export const SPELLINGS: readonly Spelling[] = [
  ['written with its members in reverse order', (value) => JSON.stringify(reversed(value))],
  ['written with white space between all tokens', spaced],
  ['written with \\u escapes in its values', (value) => escaped(value, 'values')],
  [
    'written with \\u escapes for some characters of its values',
    (value) => escaped(value, 'parts of values'),
  ],
  ['written with \\u escapes in its member names', (value) => escaped(value, 'names')],
  ...ORDINARY_SIZES.map(
    (size): Spelling => [
      `written with white space up to ${size} KiB in all`,
      (value, head) => paddedTo(size, JSON.stringify(value), head),
    ],
  ),
];

/** The same value with members that no document names (ES-20, CK-25). */
export const WITH_NOTES: readonly Spelling[] = ORDINARY_SIZES.map((size) => [
  `with unknown members up to ${size} KiB in all`,
  (value, head) => withNotes(size, value, head),
]);

/** White space of every legal kind between all tokens. */
function spaced(value: unknown): string {
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

/** Every slash in a text of JSON escaped, as some writers do (RFC 8259 section 7). */
export function slashesEscaped(json: string): string {
  return json.replaceAll('/', '\\/');
}

/**
 * A text of JSON with white space that makes the whole request as large as that: what every client adds comes on top, and
 * has the room up to 8 KiB.
 * @param head bytes of the line and the headers of the request, generously
 */
function paddedTo(kibibytes: number, json: string, head: number): string {
  const room = Math.max(0, kibibytes * 1024 - head - Buffer.byteLength(json));
  return json.replace('{', `{${' \n\t\r'.repeat(room / 4)}`);
}

/** As {@link paddedTo}, by members that no document names. */
function withNotes(kibibytes: number, value: object, head: number): string {
  const json = JSON.stringify(value);
  const note = 'nothing that anybody has to read';
  const most = (kibibytes * 1024 - head - Buffer.byteLength(json)) / (note.length + '"note00":"",'.length);
  const notes = Array.from({ length: Math.max(1, Math.floor(most)) }, (_, at) => `"note${at}":"${note}",`);
  return json.replace('{', `{${notes.join('')}`);
}

/** The members of every object in reverse order. */
function reversed(value: unknown): unknown {
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
function escaped(value: unknown, where: 'values' | 'parts of values' | 'names'): string {
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
