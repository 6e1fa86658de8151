const LIMIT = 80;

/** C0 and C1 controls, line separators and the marks that reverse the direction of text. */
const UNSAFE = /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Shows a value of the user's in a sentence.
 *
 * @param text any text
 * @returns the text in double quotes, shortened to 80 characters, with nothing in it that moves a cursor
 */
export function quote(text: string): string {
  const characters = [...text];
  const short = characters.length > LIMIT ? `${characters.slice(0, LIMIT).join('')}…` : text;
  return `"${short.replace(UNSAFE, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
