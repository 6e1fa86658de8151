/** Other spellings of the same JSON value (RFC 8259): what a parser must not tell apart (ES-19, CK-24). */

/** White space of every legal kind between all tokens. */
export function spaced(value: unknown): string {
  const gaps = [' ', '\t', '\n', '\r\n', '  \n\t'];
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

/** Every character of every string value, or of every member name, as a `\u` escape. */
export function escaped(value: unknown, where: 'values' | 'names'): string {
  if (typeof value === 'string') return where === 'values' ? escapeAll(value) : JSON.stringify(value);
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) =>
      `${where === 'names' ? escapeAll(name) : JSON.stringify(name)}:${escaped(member, where)}`,
  );
  return `{${members.join(',')}}`;
}

function escapeAll(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return `"${units.map((unit, at) => `\\u${at % 2 ? unit.toUpperCase() : unit}`).join('')}"`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
