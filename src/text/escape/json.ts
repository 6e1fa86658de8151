import { escapeCiCommands } from './ci-commands.js';
import { replaceHidden, unicodeEscape } from './visible.js';

/**
 * JSON of a value that is safe to print: hidden characters and commands to CI servers are written as `\u` escapes,
 * which parse to the same characters.
 *
 * @param indent spaces for each level; without it, one line
 */
export function safeJson(value: unknown, indent?: number): string {
  // Outside of strings, the only hidden characters are the line breaks of the indentation.
  const json = replaceHidden(JSON.stringify(value, null, indent) ?? 'null', (character) =>
    character === '\n' ? character : unicodeEscape(character),
  );
  return escapeCiCommands(json);
}
