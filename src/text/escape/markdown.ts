import { escapeCiCommands } from './ci-commands.js';
import { visible } from './visible.js';

/** What begins markup in CommonMark or in GitHub's and GitLab's dialects, or ends a table cell. */
const MARKUP = /[&<>|\\`*_~[\]$]/gu;

/** Parts a word without showing, so that nothing links it: renderers look for links in whole text nodes. */
const BREAK = '<!-- -->';

/**
 * A text that is not ours as running text in Markdown, also inside a table cell: no markup, HTML, link, image,
 * mention or reference comes of it. For what a target sent, {@link markdownCode} is the better place.
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

/** As {@link markdownText}, but what stands between backticks becomes a code span: for the clauses' sentences. */
export function markdownProse(text: string, limit?: number): string {
  const parts = visible(text, limit).split(/`([^`]+)`/u);
  return parts.map((part, at) => (at % 2 === 1 ? markdownCode(part) : markdownText(part))).join('');
}

/**
 * A foreign text as a code span, also inside a table cell: nothing in it is read as markup, HTML, a link or a
 * mention. A `|` is shown as `\u007c`, since tables are parted before code spans are seen, and renderers differ
 * in how they read `\|`.
 *
 * @returns a code span; for the empty text the word *empty*
 */
export function markdownCode(text: string, limit?: number): string {
  const shown = escapeCiCommands(visible(text, limit)).replaceAll('|', '\\u007c');
  if (shown === '') return '*empty*';
  const fence = '`'.repeat(longestRun(shown) + 1);
  // A code span drops one blank on either side, if there is one on both and something between them.
  const pad = /^`|`$|^ .* $/u.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A foreign text as a fenced block of one line, for commands to be copied. */
export function markdownBlock(text: string, language: string, limit?: number): string {
  const shown = escapeCiCommands(visible(text, limit));
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
}
