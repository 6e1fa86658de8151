import { eastAsianWidth } from 'get-east-asian-width';

const NO_WIDTH = /\p{M}/u;

/**
 * Columns that a text without control characters takes on a terminal: 2 for a Korean or Japanese letter, 0 for a
 * combining mark. Measured code point by code point, so that the width of a text is the sum of its parts'.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character < '\u0300') width += 1;
    else if (!NO_WIDTH.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}
