import { escapeCiCommands } from './ci-commands.js';
import { replaceHidden, unicodeEscape } from './visible.js';

/**
 * A text of several lines that may quote a target: line breaks and tabs stay, other hidden characters become visible
 * escapes, and the text is cut at the limit.
 *
 * @param limit most UTF-16 units of the text
 */
export function visibleLines(text: string, limit: number): string {
  const left = text.length - limit;
  const kept = left > 0 ? `${text.slice(0, limit)}\n… (${left} more characters)` : text;
  return escapeCiCommands(
    replaceHidden(kept.replaceAll('\r\n', '\n'), (character) =>
      character === '\n' || character === '\t' ? character : unicodeEscape(character),
    ),
  );
}
