import { displayWidth } from '../text/escape/display-width.js';
import { terminalCell } from '../text/escape/terminal.js';

/** A foreign text in at most `maxLines` lines of `width` columns; what does not fit is cut with `…`. */
export function paragraph(text: string, width: number, maxLines: number): readonly string[] {
  return wrap(terminalCell(text, width * maxLines), width, maxLines);
}

/**
 * Breaks a line of words so that it fits a width; a word that is wider than a line is broken where it must.
 *
 * @param text one line, without colours
 * @param width columns of a line
 * @param maxLines what does not fit into so many lines ends with `…`
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
