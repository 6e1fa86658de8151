import { replaceHidden, unicodeEscape } from './escape/visible.js';

/**
 * Text from anywhere on one line, for a terminal or a report.
 * @param limit characters of what is returned, the ellipsis included
 * @returns line breaks and the indentation after them made one space, other hidden characters as `\u001b`
 */
export function printable(text: string, limit = Number.POSITIVE_INFINITY): string {
  const head = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const line = replaceHidden(head.replace(/[\r\n]\s*/g, ' '), unicodeEscape);
  if (line.length <= limit && head.length === text.length) return line;
  return `${cut(line, limit - 1)}…`;
}

/** The first characters, never half of a pair. */
function cut(text: string, length: number): string {
  const short = text.slice(0, Math.max(0, length));
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}
