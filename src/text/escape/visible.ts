/**
 * Characters that a reader cannot see or that move, hide or reorder the others: controls (C0, DEL, C1),
 * format characters (bidi overrides, zero-width, tags), line and paragraph separators, lone surrogates,
 * fillers and noncharacters. Variation selectors stay: they only choose the look of an emoji.
 */
const HIDDEN =
  /(?![\ufe00-\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

const NOT_PRINTABLE_ASCII = /[^ -~]+/g;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** How much of one foreign text is shown where nothing narrower is asked for. */
export const DEFAULT_LIMIT = 500;

/**
 * A foreign text on one line, bounded, with nothing hidden in it.
 *
 * @param text anything a target may have sent
 * @param limit most code points of the shown form, without the note on what was left out
 * @returns the text, or its beginning and «… (N more characters)», N in code points
 */
export function visible(text: string, limit: number = DEFAULT_LIMIT): string {
  return withOverflowNote(cut(text, limit, codePoints));
}

/** Hidden characters as `\n`, `\r`, `\t` or `\u001b`; the result stands on one line, its length not bounded. */
export function escapeHidden(text: string): string {
  return replaceHidden(text, (character) => SHORT_ESCAPES[character] ?? unicodeEscape(character));
}

/** Whether a text has a character that a reader cannot see. */
export function hasHidden(text: string): boolean {
  return replaceHidden(text, () => '') !== text;
}

/** Every hidden character replaced by what `replacement` makes of it. */
export function replaceHidden(text: string, replacement: (character: string) => string): string {
  // Most text is printable ASCII: only the rest is worth the slow classes of Unicode.
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

/** A text cut to a limit: what is shown of it, and how many code points are not. */
export interface Cut {
  readonly shown: string;
  readonly left: number;
}

/**
 * Escapes the hidden characters of a text and cuts it.
 *
 * @param limit most that the shown form measures in all
 * @param measure size of the shown form of one character; what has none counts as 1, so that a heap of
 *   combining marks ends as well
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

/** What is shown, with «… (N more characters)» where something is left. */
export function withOverflowNote({ shown, left }: Cut): string {
  return left === 0 ? shown : `${shown}… (${left} more characters)`;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
