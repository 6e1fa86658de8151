import { escapeCiCommands } from './ci-commands.js';
import { replaceHidden, unicodeEscape } from './visible.js';

/**
 * JSON that parses to `value` and is safe to print: hidden characters and commands to CI servers stand as
 * `\u` escapes, which change nothing for a parser.
 *
 * @param indent blanks a level, none: one line
 */
export function safeJson(value: unknown, indent?: number): string {
  // The only hidden characters outside JSON's strings are the line breaks of the indentation.
  const json = replaceHidden(JSON.stringify(value, null, indent) ?? 'null', (character) =>
    character === '\n' ? character : unicodeEscape(character),
  );
  return escapeCiCommands(json);
}
