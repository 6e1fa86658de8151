import { escapeCiCommands } from './ci-commands.js';
import { replaceHidden, unicodeEscape } from './visible.js';

/**
 * A text of several lines that may quote a target, for a report that shows it as it stands: line breaks and
 * tabs stay, everything else that is hidden becomes a visible escape, and what is over the limit is left out.
 *
 * @param limit most UTF-16 units
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
