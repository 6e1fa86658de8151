import { terminal } from '../text/escape/terminal.js';
import { gatingViolations } from '../verdict/gating.js';
import type { ClauseVerdict, Evidence, Verdict } from '../verdict/verdict.js';
import { type ConsolePage, paragraph } from './console-page.js';

const MOST_SHOWN = 8;
const FEWEST_SHOWN = 4;
/** Up to this many are shown in full, however long that gets. */
const SHOWN_IN_FULL = 3;
const FULL_LINES = 8;
const TERSE_LINES = 4;
/** Column at which the text of a field begins. */
const INDENT = 14;
/** A longer replay command is left to verdict.json. */
const LONGEST_REPLAY = 240;

/**
 * The gating violations, each with its clause, expected, actual and the command that replays it.
 *
 * @param room lines available for all of them: where they do not fit, they are shown tersely, eight at most
 */
export function violationLines(verdict: Verdict, page: ConsolePage, room: number): readonly string[] {
  const violations = gatingViolations(verdict);
  if (violations.length === 0) return [];
  if (violations.length <= SHOWN_IN_FULL || violations.length * FULL_LINES <= room) {
    return violations.flatMap((entry) => ['', ...fullLines(entry, page)]);
  }
  const fitting = Math.floor((room - 2) / TERSE_LINES);
  const shown = violations.slice(0, Math.max(FEWEST_SHOWN, Math.min(MOST_SHOWN, fitting)));
  const more = violations.length - shown.length;
  return [
    '',
    ...shown.flatMap((entry) => terseLines(entry, page)),
    ...(more > 0 ? [page.paint.red(`  and ${more} more: see summary.md`)] : []),
  ];
}

function fullLines(entry: ClauseVerdict, page: ConsolePage): readonly string[] {
  const evidence = entry.evidence?.[0];
  const lines = titleLines(entry, '', page, 2);
  if (evidence === undefined) return lines;
  const times = evidence.times > 1 ? `, seen ${evidence.times} times` : '';
  return [
    ...lines,
    ...hintLines(evidence, page),
    ...field('expected', evidence.expected, page, 2),
    ...field('actual', evidence.actual, page, 3),
    ...field('request', `${exchange(evidence)}${evidence.request}${times}`, page, 2),
    ...field('where', `${evidence.location} "${evidence.scenario}"`, page, 2),
    ...replayLines(evidence, page),
  ];
}

function terseLines(entry: ClauseVerdict, page: ConsolePage): readonly string[] {
  const evidence = entry.evidence?.[0];
  if (evidence === undefined) return titleLines(entry, '', page, 1);
  return [
    ...titleLines(entry, exchange(evidence), page, 1),
    ...hintLines(evidence, page),
    ...field('expected', evidence.expected, page, 1),
    ...field('actual', evidence.actual, page, 1),
    ...replayLines(evidence, page),
  ];
}

function titleLines(
  entry: ClauseVerdict,
  note: string,
  page: ConsolePage,
  maxLines: number,
): readonly string[] {
  const name = `${entry.id} ${entry.level}`;
  const indent = name.length + 3;
  const text = `${note}${entry.profile}: ${entry.statement}`;
  const [first = '', ...others] = paragraph(text, page.width - indent, maxLines);
  const { paint } = page;
  return [
    `${paint.red('✗')} ${paint.bold(name)} ${first}`,
    ...others.map((line) => ' '.repeat(indent) + line),
  ];
}

function hintLines({ hint }: Evidence, page: ConsolePage): readonly string[] {
  return hint === undefined ? [] : field('first', hint, page, 2);
}

function replayLines(evidence: Evidence, page: ConsolePage): readonly string[] {
  if (evidence.replay === '') return [];
  if (evidence.replay.length > LONGEST_REPLAY) return field('replay', 'long: see verdict.json', page, 1);
  // Not wrapped, so that it can be copied.
  return [`${label('replay', page)}${terminal(evidence.replay)}`];
}

function field(name: string, text: string, page: ConsolePage, maxLines: number): readonly string[] {
  const [first = '', ...others] = paragraph(text, page.width - INDENT, maxLines);
  return [label(name, page) + first, ...others.map((line) => ' '.repeat(INDENT) + line)];
}

function label(name: string, { paint }: ConsolePage): string {
  return `    ${paint.dim(name.padEnd(INDENT - 4))}`;
}

function exchange(evidence: Evidence): string {
  const [id] = evidence.exchanges;
  return id === undefined ? '' : `[${id}] `;
}
