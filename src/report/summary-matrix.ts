import type { ProfileName } from '../profiles/built-in.js';
import { markdownProse } from '../text/escape/markdown.js';
import type { ClauseVerdict, Verdict } from '../verdict/verdict.js';
import { isGating } from './violations.js';

/**
 * Clause × profile, one row for each clause and level, folded away until it is opened.
 *
 * @returns Markdown with a `<details>` element; `''` when there is no clause
 */
export function matrix(verdict: Verdict): string {
  const profiles = verdict.profiles
    .map(({ name }) => name)
    .filter((name) => verdict.clauses.some(({ profile }) => profile === name));
  if (profiles.length === 0) return '';
  const rows = new Map<string, ClauseVerdict[]>();
  for (const entry of verdict.clauses) {
    const key = `${entry.id} ${entry.level}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [entry]);
    else row.push(entry);
  }
  return [
    '<details><summary>Every clause, profile by profile</summary>',
    '',
    `| clause | | ${profiles.join(' | ')} |`,
    `| --- | --- | ${profiles.map(() => ':---:').join(' | ')} |`,
    ...[...rows.values()].map((row) => matrixRow(row, profiles, verdict)),
    '',
    '✅ held · ❌ violated · ⚠️ SHOULD not met, does not count · 🟡 waived · ⚪ not checked',
    '',
    '</details>',
  ].join('\n');
}

function matrixRow(
  row: readonly ClauseVerdict[],
  profiles: readonly ProfileName[],
  verdict: Verdict,
): string {
  const [first] = row;
  if (first === undefined) return '';
  const cells = profiles.map((name) => {
    const entry = row.find(({ profile }) => profile === name);
    return entry === undefined ? '' : sign(entry, verdict);
  });
  return `| ${first.id} ${first.level} | ${markdownProse(first.statement, 140)} | ${cells.join(' | ')} |`;
}

function sign(entry: ClauseVerdict, verdict: Verdict): string {
  switch (entry.outcome) {
    case 'held':
      return '✅';
    case 'violated':
      return isGating(entry, verdict) ? '❌' : '⚠️';
    case 'waived':
      return '🟡';
    case 'not-checked':
      return '⚪';
  }
}
