import { escapeCiCommands } from './ci-commands.js';
import { displayWidth } from './display-width.js';
import { cut, DEFAULT_LIMIT, withOverflowNote } from './visible.js';

/**
 * A text that is not ours for a terminal or the log of a CI job: one line without control sequences, bidirectional
 * overrides or commands to CI servers.
 *
 * @param limit most columns, without the note on what was cut off
 */
export function terminal(text: string, limit: number = DEFAULT_LIMIT): string {
  return escapeCiCommands(withOverflowNote(cut(text, limit, displayWidth)));
}

/** Like {@link terminal}, but never wider than `columns`: cut with `…` alone. */
export function terminalCell(text: string, columns: number): string {
  const whole = cut(text, columns, displayWidth);
  const shown = whole.left === 0 ? whole.shown : `${cut(text, columns - 1, displayWidth).shown}…`;
  return escapeCiCommands(shown);
}
