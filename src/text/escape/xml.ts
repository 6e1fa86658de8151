import { escapeCiCommands } from './ci-commands.js';
import { visible } from './visible.js';

/**
 * A foreign text for XML, still to be put in by `xmlElement`. What XML 1.0 cannot carry (most controls, lone
 * surrogates, U+FFFE, U+FFFF) becomes a visible escape, as does what a viewer would hide. CI servers print JUnit
 * messages into logs, so commands to them are disarmed.
 */
export function xmlText(text: string, limit = 2_000): string {
  return escapeCiCommands(visible(text, limit));
}

/** The text with its markup characters as references: what stands between tags or in a quoted attribute. */
export function xmlEncode(text: string): string {
  return text.replace(/[&<>"\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
