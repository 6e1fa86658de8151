import { escapeCiCommands } from './ci-commands.js';
import { visible } from './visible.js';

/**
 * A text that is not ours, ready for `xmlElement`, which encodes its markup characters. What XML 1.0 cannot carry (most
 * controls, lone surrogates, U+FFFE, U+FFFF) becomes a visible escape, as do other hidden characters. CI servers print
 * JUnit messages into logs, so commands to them are escaped as well.
 */
export function xmlText(text: string, limit = 2_000): string {
  return escapeCiCommands(visible(text, limit));
}

/** A text with its markup characters as character references, for element content and quoted attributes. */
export function xmlEncode(text: string): string {
  return text.replace(/[&<>"\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
