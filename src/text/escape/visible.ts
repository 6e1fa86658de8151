/**
 * Characters that a reader cannot see or that move, hide or reorder the others: controls (C0, DEL, C1),
 * format characters (bidi overrides, zero-width, tags), line and paragraph separators, lone surrogates,
 * fillers and noncharacters. Not variation selectors, which only choose the look of an emoji.
 */
const HIDDEN =
  /(?![\ufe00-\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

const NOT_PRINTABLE_ASCII = /[^ -~]+/g;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** How much of a text that is not ours is shown by default. */
export const DEFAULT_LIMIT = 500;

/**
 * A text that is not ours on one line, bounded, with nothing hidden in it.
 *
 * @param text anything that a target may have sent
 * @param limit most code points of the result, without the note on what was cut off
 * @returns the text, or its beginning and `… (N more characters)`, N in code points
 */
export function visible(text: string, limit: number = DEFAULT_LIMIT): string {
  return withOverflowNote(cut(text, limit, codePoints));
}

/** A text on one line, with hidden characters as `\n`, `\r`, `\t` or `\u001b`; its length is not bounded. */
function escapeHidden(text: string): string {
  return replaceHidden(text, (character) => SHORT_ESCAPES[character] ?? unicodeEscape(character));
}

/** Whether a text has a character that a reader cannot see. */
export function hasHidden(text: string): boolean {
  return replaceHidden(text, () => '') !== text;
}

/** Replaces every hidden character. */
export function replaceHidden(text: string, replacement: (character: string) => string): string {
  // For speed: most text is printable ASCII, and Unicode classes are slow.
  return text.replace(NOT_PRINTABLE_ASCII, (run) => run.replace(HIDDEN, replacement));
}

/** `\u001b`; two such escapes for a character beyond U+FFFF. */
export function unicodeEscape(character: string): string {
  let escaped = '';
  for (let at = 0; at < character.length; at += 1) {
    escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}

/** A text cut to a limit: what is shown, and how many code points are not. */
export interface Cut {
  readonly shown: string;
  readonly left: number;
}

/**
 * Escapes the hidden characters of a text and cuts it.
 *
 * @param limit of the sum of all sizes
 * @param measure size of one escaped character; 0 counts as 1, so that a heap of combining marks is cut as well
 */
export function cut(text: string, limit: number, measure: (shown: string) => number): Cut {
  let shown = '';
  let used = 0;
  let taken = 0;
  for (const character of text) {
    const form = escapeHidden(character);
    used += Math.max(1, measure(form));
    if (used > limit) return { shown, left: codePoints(text.slice(taken)) };
    shown += form;
    taken += character.length;
  }
  return { shown, left: 0 };
}

/** What is shown, followed by `… (N more characters)` where something is left. */
export function withOverflowNote({ shown, left }: Cut): string {
  return left === 0 ? shown : `${shown}… (${left} more characters)`;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
