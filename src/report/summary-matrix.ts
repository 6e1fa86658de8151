import { markdownProse } from '../text/escape/markdown.js';
import { isOfEdition } from '../verdict/edition.js';
import { isGating } from '../verdict/gating.js';
import type { ClauseVerdict, Verdict } from '../verdict/verdict.js';

/**
 * Clauses × profiles, one row for each clause and level, collapsed.
 *
 * @returns Markdown with a `<details>` element; `''` without clauses
 */
export function matrix(verdict: Verdict): string {
  const profiles = verdict.profiles
    .map(({ name }) => name)
    .filter((name) => verdict.clauses.some(({ profile }) => profile === name));
  if (profiles.length === 0) return '';
  const rows = new Map<string, ClauseVerdict[]>();
  for (const entry of verdict.clauses) {
    const key = `${entry.id} ${entry.level} ${entry.since}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [entry]);
    else row.push(entry);
  }
  return [
    '<details><summary>Every clause by profile</summary>',
    '',
    `| clause | | ${profiles.join(' | ')} |`,
    `| --- | --- | ${profiles.map(() => ':---:').join(' | ')} |`,
    ...[...rows.values()].map((row) => matrixRow(row, profiles, verdict)),
    '',
    '✅ held · ❌ violated · ⚠️ not met, but ignored (a SHOULD without `--strict`, a later edition) · 🟡 waived · ⚪ not checked',
    '',
    '</details>',
  ].join('\n');
}

function matrixRow(row: readonly ClauseVerdict[], profiles: readonly string[], verdict: Verdict): string {
  const [first] = row;
  if (first === undefined) return '';
  const cells = profiles.map((name) => {
    const entry = row.find(({ profile }) => profile === name);
    return entry === undefined ? '' : sign(entry, verdict);
  });
  const name = `${first.id} ${first.level}`;
  const later = isOfEdition(first, verdict.edition.name) ? '' : ` (${first.since})`;
  return `| ${name}${later} | ${markdownProse(first.statement, 140)} | ${cells.join(' | ')} |`;
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
