import { terminalCell } from '../text/escape/terminal.js';
import { pluralise } from '../text/plural.js';
import type { Verdict } from '../verdict/verdict.js';
import { clauseList } from './clause-list.js';
import { type ConsolePage, listItem } from './console-page.js';
import { notChecked, partlyChecked, type ReasonGroup } from './not-checked.js';

const MOST_REASONS = 5;

/** What was not checked, a line or two for each reason. */
export function notCheckedLines(verdict: Verdict, page: ConsolePage): readonly string[] {
  const { width, paint } = page;
  const groups = notChecked(verdict);
  const partly = partlyChecked(verdict).reduce((sum, group) => sum + group.size, 0);
  if (groups.length === 0 && partly === 0) return [];
  const more = groups.length - MOST_REASONS;
  return [
    '',
    ...(groups.length > 0 ? [paint.bold('Not checked')] : []),
    ...groups
      .slice(0, MOST_REASONS)
      .flatMap((group) => listItem('-', `${terminalCell(group.reason, width)}: ${idsOf(group)}`, page)),
    ...(more > 0 ? [`  and ${pluralise(more, 'more reason')}: see summary.md`] : []),
    ...(partly > 0
      ? [paint.dim(`Partially checked: ${pluralise(partly, 'clause')} (passed so far; see summary.md)`)]
      : []),
  ];
}

function idsOf({ ids }: ReasonGroup): string {
  const should = ids.SHOULD.length === 0 ? '' : `SHOULD ${clauseList(ids.SHOULD)}`;
  return [clauseList(ids.MUST), should].filter((part) => part !== '').join('; ');
}
