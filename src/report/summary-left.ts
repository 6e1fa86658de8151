import { markdownText } from '../text/escape/markdown.js';
import { pluralise } from '../text/plural.js';
import type { Verdict, WaiverVerdict } from '../verdict/verdict.js';
import { clauseList } from './clause-list.js';
import { notChecked, partlyChecked, type ReasonGroup } from './not-checked.js';

const MOST_ROWS = 60;

const WAIVER_STATUS = {
  applied: 'applied',
  'not-needed': 'no longer needed: the clause held',
  expired: '**expired**: no longer holds',
  unused: 'not used: the clause was not checked',
} as const;

/** Table of the waivers and what became of each; `''` when there is none. */
export function waivers(all: readonly WaiverVerdict[]): string {
  const head = ['| clause | status | until | reason | ticket |', '| --- | --- | --- | --- | --- |'];
  const rows = all.map(({ clause, status, until, reason, ticket }) => {
    const [first, ...others] = [clause, until, reason, ticket ?? ''].map((cell) => markdownText(cell, 200));
    return `| ${[first, WAIVER_STATUS[status], ...others].join(' | ')} |`;
  });
  return section('Waivers', rows, head);
}

/** What was not checked, not wholly checked or not run, one line for each reason; `''` when nothing was. */
export function partsLeftOut(verdict: Verdict): string {
  const scenarios = new Map<string, number>();
  for (const { reason } of verdict.skipped) scenarios.set(reason, (scenarios.get(reason) ?? 0) + 1);
  const sections = [
    section('Not checked', notChecked(verdict).map(reasonRow)),
    section('Checked in part only', partlyChecked(verdict).map(reasonRow)),
    section(
      'Scenarios left out',
      [...scenarios].map(
        ([reason, count]) => `- ${pluralise(count, 'scenario')}: ${markdownText(reason, 300)}`,
      ),
    ),
  ];
  return sections.filter((part) => part !== '').join('\n\n');
}

/** List of the warnings; `''` when there is none. */
export function warnings(all: readonly string[]): string {
  return section(
    'Warnings',
    all.map((warning) => `- ${markdownText(warning, 300)}`),
  );
}

function reasonRow({ reason, ids, profiles }: ReasonGroup): string {
  const clauses = (['MUST', 'SHOULD'] as const)
    .filter((level) => ids[level].length > 0)
    .map((level) => `**${level}** ${clauseList(ids[level])}`);
  return `- ${markdownText(reason, 300)}: ${clauses.join('; ')} (${profiles.join(', ')})`;
}

function section(title: string, rows: readonly string[], head: readonly string[] = []): string {
  if (rows.length === 0) return '';
  const more = rows.length - MOST_ROWS;
  const rest = more > 0 ? ['', `and ${more} more in \`verdict.json\``] : [];
  return [`### ${title}`, '', ...head, ...rows.slice(0, MOST_ROWS), ...rest].join('\n');
}
