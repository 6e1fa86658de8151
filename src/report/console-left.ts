import { terminalCell } from '../text/escape/terminal.js';
import { pluralise } from '../text/plural.js';
import type { Verdict, WaiverVerdict } from '../verdict/verdict.js';
import { clauseList } from './clause-list.js';
import type { ConsolePage } from './console-page.js';
import { notChecked, partlyChecked, type ReasonGroup } from './not-checked.js';
import { wrap } from './wrap.js';

const MOST_REASONS = 5;
const MOST_WAIVERS = 4;

/** What was not checked, a line or two for each reason. */
export function notCheckedLines(verdict: Verdict, { width, paint }: ConsolePage): readonly string[] {
  const groups = notChecked(verdict);
  const partly = partlyChecked(verdict).reduce((sum, group) => sum + group.size, 0);
  if (groups.length === 0 && partly === 0) return [];
  const shown = groups
    .slice(0, MOST_REASONS)
    .flatMap((group) => item(`${terminalCell(group.reason, width)}: ${idsOf(group)}`, width));
  const more = groups.length - MOST_REASONS;
  return [
    '',
    ...(groups.length > 0 ? [paint.bold('Not checked')] : []),
    ...shown,
    ...(more > 0 ? [`  and ${pluralise(more, 'more reason')}: see summary.md`] : []),
    ...(partly > 0
      ? [paint.dim(`Checked in part only: ${pluralise(partly, 'clause')} that held (see summary.md)`)]
      : []),
  ];
}

/** What became of the waivers. */
export function waiverLines(verdict: Verdict, { width, paint }: ConsolePage): readonly string[] {
  if (verdict.waivers.length === 0) return [];
  const lines = verdict.waivers.slice(0, MOST_WAIVERS).flatMap((waiver) => item(waiverText(waiver), width));
  const more = verdict.waivers.length - MOST_WAIVERS;
  return ['', paint.bold('Waivers'), ...lines, ...(more > 0 ? [`  and ${more} more: see summary.md`] : [])];
}

function item(text: string, width: number): readonly string[] {
  return wrap(text, width - 4, 2).map((line, at) => (at === 0 ? '  - ' : '    ') + line);
}

function waiverText(waiver: WaiverVerdict): string {
  const clause = terminalCell(waiver.clause, 20);
  const until = terminalCell(waiver.until, 20);
  const ticket = waiver.ticket === undefined ? '' : `${terminalCell(waiver.ticket, 40)}: `;
  const why = `${ticket}${terminalCell(waiver.reason, 160)}`;
  switch (waiver.status) {
    case 'applied':
      return `${clause} is waived until ${until}: ${why}`;
    case 'expired':
      return `${clause}: the waiver ended on ${until} and no longer holds: ${why}`;
    case 'not-needed':
      return `${clause}: the waiver is no longer needed, the clause held; take it out of the waivers file`;
    case 'unused':
      return `${clause}: the waiver was not used, the clause was not checked`;
  }
}

function idsOf({ ids }: ReasonGroup): string {
  const should = ids.SHOULD.length === 0 ? '' : `SHOULD ${clauseList(ids.SHOULD)}`;
  return [clauseList(ids.MUST), should].filter((part) => part !== '').join('; ');
}
