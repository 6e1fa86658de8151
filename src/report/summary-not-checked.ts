import { markdownText } from '../text/escape/markdown.js';
import { pluralise } from '../text/plural.js';
import type { Verdict } from '../verdict/verdict.js';
import { clauseList } from './clause-list.js';
import { notChecked, partlyChecked, type ReasonGroup } from './not-checked.js';

const MOST_ROWS = 60;

/** What was not checked, only partially checked or not run, one line for each reason; `''` when nothing was. */
export function notCheckedSections(verdict: Verdict): string {
  const scenarios = new Map<string, number>();
  for (const { reason } of verdict.skipped) scenarios.set(reason, (scenarios.get(reason) ?? 0) + 1);
  const sections = [
    listSection('Not checked', notChecked(verdict).map(reasonRow)),
    listSection('Partially checked', partlyChecked(verdict).map(reasonRow)),
    listSection(
      'Skipped scenarios',
      [...scenarios].map(
        ([reason, count]) => `- ${pluralise(count, 'scenario')}: ${markdownText(reason, 300)}`,
      ),
    ),
  ];
  return sections.filter((part) => part !== '').join('\n\n');
}

/**
 * A section of rows, sixty at most.
 *
 * @param head rows before them: the head of a table
 * @returns Markdown; `''` when there is no row
 */
export function listSection(title: string, rows: readonly string[], head: readonly string[] = []): string {
  if (rows.length === 0) return '';
  const more = rows.length - MOST_ROWS;
  const rest = more > 0 ? ['', `and ${more} more in \`verdict.json\``] : [];
  return [`### ${title}`, '', ...head, ...rows.slice(0, MOST_ROWS), ...rest].join('\n');
}

function reasonRow({ reason, ids, profiles }: ReasonGroup): string {
  const clauses = (['MUST', 'SHOULD'] as const)
    .filter((level) => ids[level].length > 0)
    .map((level) => `**${level}** ${clauseList(ids[level])}`);
  return `- ${markdownText(reason, 300)}: ${clauses.join('; ')} (${profiles.join(', ')})`;
}
