import { replaceHidden, unicodeEscape } from './escape/visible.js';

const LIMIT = 80;

/**
 * Shows a value of the user's in a sentence.
 *
 * @param text any text
 * @returns the text in double quotes, shortened to 80 characters, hidden characters as `\u001b`
 */
export function quote(text: string): string {
  const characters = [...text];
  const short = characters.length > LIMIT ? `${characters.slice(0, LIMIT).join('')}…` : text;
  return `"${replaceHidden(short, unicodeEscape)}"`;
}
