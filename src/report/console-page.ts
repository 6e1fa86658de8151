import type picocolors from 'picocolors';
import { displayWidth } from '../text/escape/display-width.js';
import { terminalCell } from '../text/escape/terminal.js';

/** What every part of the console text is laid out for. */
export interface ConsolePage {
  /** Columns. */
  readonly width: number;
  readonly paint: ReturnType<typeof picocolors.createColors>;
}

/** Text that may quote a target as an item of a list, two lines at most, indented after its mark. */
export function listItem(mark: string, text: string, { width }: ConsolePage): readonly string[] {
  return wrap(terminalCell(text, 2 * width), width - 4, 2).map((line, at) =>
    at === 0 ? `  ${mark} ${line}` : `    ${line}`,
  );
}

/** Text that may quote a target, in at most `maxLines` lines of `width` columns; the rest is cut with `…`. */
export function paragraph(text: string, width: number, maxLines: number): readonly string[] {
  return wrap(terminalCell(text, width * maxLines), width, maxLines);
}

/**
 * Breaks a line of words so that it fits a width; a word that is wider than a line is broken.
 *
 * @param text one line, without colours
 * @param width columns of a line
 * @param maxLines a text that takes more lines ends with `…`
 */
export function wrap(text: string, width: number, maxLines: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => breakWord(part, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  lines.push(line);
  if (lines.length <= maxLines) return lines;
  const last = terminalCell(`${lines[maxLines - 1]} ${lines[maxLines]}`, width - 1).replace(/…$/u, '');
  return [...lines.slice(0, maxLines - 1), `${last}…`];
}

function breakWord(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (displayWidth(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
