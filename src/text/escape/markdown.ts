import { escapeCiCommands } from './ci-commands.js';
import { visible } from './visible.js';

/** Characters that begin markup in CommonMark or the dialects of GitHub and GitLab, or end a table cell. */
const MARKUP = /[&<>|\\`*_~[\]$]/gu;

/** Splits a word invisibly, so that it is not turned into a link: renderers look for links in whole text nodes. */
const BREAK = '<!-- -->';

/**
 * A text that is not ours as running text in Markdown, also in a table cell: it cannot become markup, HTML, a link, an
 * image, a mention or a reference. For what a target sent, prefer {@link markdownCode}.
 */
export function markdownText(text: string, limit?: number): string {
  return (
    escapeCiCommands(visible(text, limit))
      // A numeric entity is text and never markup.
      .replace(MARKUP, (character) => `&#${character.codePointAt(0)};`)
      .replace(/@(?=\S)/gu, `@${BREAK}`)
      .replace(/(?<!&)#(?=\d)/gu, `#${BREAK}`)
      .replace(/\/(?=\/)/gu, `/${BREAK}`)
      .replace(/(www(?=\.)|(?:mailto|xmpp)(?=:))/giu, `$1${BREAK}`)
  );
}

/** Like {@link markdownText}, but text between backticks becomes a code span: for the sentences of clauses. */
export function markdownProse(text: string, limit?: number): string {
  const parts = visible(text, limit).split(/`([^`]+)`/u);
  return parts.map((part, at) => (at % 2 === 1 ? markdownCode(part) : markdownText(part))).join('');
}

/**
 * A text that is not ours as a code span, also in a table cell. A `|` is shown as `\u007c`: tables are split into cells
 * before code spans are recognised, and renderers differ in how they read `\|`.
 *
 * @returns a code span; for the empty text, the word *empty*
 */
export function markdownCode(text: string, limit?: number): string {
  const shown = escapeCiCommands(visible(text, limit)).replaceAll('|', '\\u007c');
  if (shown === '') return '*empty*';
  const fence = '`'.repeat(longestRun(shown) + 1);
  // A code span drops one space from either end, if there is one at both and something else between them.
  const pad = /^`|`$|^ .* $/u.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A text that is not ours as a fenced code block of one line, for commands. */
export function markdownBlock(text: string, language: string, limit?: number): string {
  const shown = escapeCiCommands(visible(text, limit));
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
}
