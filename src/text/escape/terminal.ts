import { escapeCiCommands } from './ci-commands.js';
import { displayWidth } from './display-width.js';
import { cut, DEFAULT_LIMIT, withOverflowNote } from './visible.js';

/**
 * A foreign text for a terminal or a CI job's log: one line, no control or escape sequence, no bidi trick, no
 * command to a CI server.
 *
 * @param limit most columns, without the note on what was left out
 */
export function terminal(text: string, limit: number = DEFAULT_LIMIT): string {
  return escapeCiCommands(withOverflowNote(cut(text, limit, displayWidth)));
}

/** As {@link terminal} where room is narrow: never wider than `columns`, cut with a bare `…`. */
export function terminalCell(text: string, columns: number): string {
  const whole = cut(text, columns, displayWidth);
  const shown = whole.left === 0 ? whole.shown : `${cut(text, columns - 1, displayWidth).shown}…`;
  return escapeCiCommands(shown);
}
