import { disarmCiCommands } from './ci-commands.js';
import { visible } from './visible.js';

/**
 * A foreign text for an XML text node or attribute. What XML 1.0 cannot carry (most controls, lone surrogates,
 * U+FFFE, U+FFFF) becomes a visible escape, as does what a viewer would hide; the five markup characters are
 * left to the XML writer. CI servers print JUnit messages into logs, so commands to them are disarmed.
 */
export function xmlText(text: string, limit = 2_000): string {
  return disarmCiCommands(visible(text, limit));
}
