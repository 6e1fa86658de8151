/** Controls, separators of lines, marks that turn or join text, lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Text from anywhere, fit for one line of a terminal or a report.
 * @param limit characters of what is returned, the ellipsis included
 * @returns line breaks and the indentation after them made one blank, everything else that could move a cursor as `\uXXXX`
 */
export function printable(text: string, limit = Number.POSITIVE_INFINITY): string {
  const head = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const line = head.replace(/[\r\n]\s*/g, ' ').replace(UNSAFE, escapeCharacter);
  if (line.length <= limit && head.length === text.length) return line;
  return `${cut(line, limit - 1)}…`;
}

/** The first characters, never half of a pair. */
function cut(text: string, length: number): string {
  const short = text.slice(0, Math.max(0, length));
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}

function escapeCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
