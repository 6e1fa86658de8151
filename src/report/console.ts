import picocolors from 'picocolors';
import { terminal, terminalCell } from '../text/escape/terminal.js';
import { pluralise } from '../text/plural.js';
import { deviations, laterViolations } from '../verdict/gating.js';
import type { OutcomeCounts, Verdict, WaiverVerdict } from '../verdict/verdict.js';
import { clauseList } from './clause-list.js';
import { contractLines } from './console-contracts.js';
import { notCheckedLines } from './console-not-checked.js';
import { type ConsolePage, listItem, paragraph, wrap } from './console-page.js';
import { violationLines } from './console-violations.js';
import { verdictSentence } from './verdict-sentence.js';

/** How the end of a run is shown. */
export interface ConsoleOptions {
  readonly colour: boolean;
  /** Width of the terminal; more than 100 is not used. */
  readonly columns?: number;
  /** Lines that the text should stay within. */
  readonly rows?: number;
  /** Folder of the reports as it should be shown, and the names in it. */
  readonly reports: { readonly dir: string; readonly files: readonly string[] };
  /** Sentences about the reports: which are missing and why. */
  readonly notes?: readonly string[];
}

const MAX_WIDTH = 100;
const MOST_WAIVERS = 4;
/** Characters of the digest of the catalogue: verdict.json has all of it. */
const SHOWN_DIGEST = 12;
const DEFAULT_ROWS = 40;

/**
 * The result of a run for a terminal: the target, the counts, each violation with expected and actual, what was not
 * checked and why; the last line is the verdict. About a screen long.
 *
 * @returns lines, each ended by a line break
 */
export function consoleText(verdict: Verdict, options: ConsoleOptions): string {
  const page: ConsolePage = {
    width: Math.max(60, Math.min(options.columns ?? MAX_WIDTH, MAX_WIDTH)),
    paint: picocolors.createColors(options.colour),
  };
  const head = [...heading(verdict, page), ...profileLines(verdict, page), ...countLines(verdict, page)];
  const tail = [
    ...deviationLines(verdict, page),
    ...contractLines(verdict, page),
    ...notCheckedLines(verdict, page),
    ...waiverLines(verdict, page),
    ...warningLines([...verdict.warnings, ...(options.notes ?? [])], page),
    ...reportLines(options.reports, page),
    ...sentenceLines(verdict, page),
  ];
  const room = (options.rows ?? DEFAULT_ROWS) - head.length - tail.length;
  return `${[...head, ...violationLines(verdict, page, room), ...tail].join('\n')}\n`;
}

function heading(verdict: Verdict, { paint, width }: ConsolePage): readonly string[] {
  const tool = `${verdict.tool.name} ${terminalCell(verdict.tool.version, 20)}`;
  const target = verdict.target === 'embedded' ? 'the embedded reference provider' : verdict.target;
  const room = width - tool.length - 2;
  const { scenarios } = verdict;
  const figures = [
    `${pluralise(scenarios.run, 'scenario')} (${scenarios.failed} failed, ${scenarios.skipped} skipped)`,
    pluralise(verdict.exchanges, 'exchange'),
    `${(verdict.durationMs / 1_000).toFixed(1)} s`,
    `seed ${verdict.seed}`,
    verdict.strict ? 'strict' : '',
  ];
  const { name, digest } = verdict.edition;
  return [
    '',
    `${paint.bold(tool)}  ${terminalCell(target, room)}`,
    paint.dim(figures.filter((figure) => figure !== '').join(' · ')),
    paint.dim(`contract ${name} (sha256 ${digest.slice(0, SHOWN_DIGEST)}…)`),
    '',
  ];
}

function profileLines(verdict: Verdict, { paint, width }: ConsolePage): readonly string[] {
  return verdict.profiles.map(({ name, served, how }) => {
    const mark = served ? paint.green('✓') : paint.dim('–');
    const state = served ? 'served    ' : 'not served';
    return `${mark} ${name.padEnd(20)} ${state}  ${paint.dim(terminalCell(how, width - 36))}`;
  });
}

function countLines(verdict: Verdict, { paint }: ConsolePage): readonly string[] {
  if (verdict.clauses.length === 0) return [];
  const columns = ['held', 'violated', 'waived', 'not checked', 'of'];
  const row = (name: string, counts: OutcomeCounts, after: string) => {
    const { held, violated, waived, notChecked, total } = counts;
    const [first, second, third, fourth, fifth] = [held, violated, waived, notChecked, total].map(
      (count, at) => String(count).padStart(Math.max(5, (columns[at] ?? '').length)),
    );
    const alarm = violated > 0 && after === '' ? paint.red : violated > 0 ? paint.yellow : String;
    return `  ${paint.bold(name.padEnd(8))} ${paint.green(first)}  ${alarm(second)}  ${third}  ${fourth}  ${fifth}${after}`;
  };
  return [
    '',
    paint.dim(`  clauses  ${columns.map((column) => column.padStart(5)).join('  ')}`),
    row('MUST', verdict.counts.MUST, ''),
    row('SHOULD', verdict.counts.SHOULD, verdict.strict ? '' : paint.dim('   (ignored unless --strict)')),
  ];
}

function deviationLines(verdict: Verdict, page: ConsolePage): readonly string[] {
  const later = `Of a later edition than ${verdict.edition.name}, not met`;
  const lists = [
    ['SHOULD not met', deviations(verdict)],
    [later, laterViolations(verdict)],
  ] as const;
  return lists.flatMap(([title, notMet]) => {
    if (notMet.length === 0) return [];
    const text = `${title}: ${clauseList(notMet.map((entry) => entry.id))} (see summary.md)`;
    return ['', ...wrap(text, page.width, 2).map(page.paint.yellow)];
  });
}

function waiverLines({ waivers }: Verdict, page: ConsolePage): readonly string[] {
  if (waivers.length === 0) return [];
  const lines = waivers.slice(0, MOST_WAIVERS).flatMap((waiver) => listItem('-', waiverText(waiver), page));
  const more = waivers.length - MOST_WAIVERS;
  return [
    '',
    page.paint.bold('Waivers'),
    ...lines,
    ...(more > 0 ? [`  and ${more} more: see summary.md`] : []),
  ];
}

function waiverText(waiver: WaiverVerdict): string {
  const what = [waiver.finding ?? waiver.clause, waiver.profile].filter((part) => part !== undefined);
  const clause = terminalCell(what.join(' in '), 100);
  const until = terminalCell(waiver.until, 20);
  const ticket = waiver.ticket === undefined ? '' : `${terminalCell(waiver.ticket, 40)}: `;
  const why = `${ticket}${terminalCell(waiver.reason, 160)}`;
  switch (waiver.status) {
    case 'applied':
      return `${clause} is waived until ${until}: ${why}`;
    case 'expired':
      return `${clause}: the waiver expired on ${until} and no longer applies: ${why}`;
    case 'not-needed':
      return `${clause}: the waiver is no longer needed, ${waiver.finding === undefined ? 'the clause held' : 'the finding is gone'}; remove it from the waivers file`;
    case 'unused':
      return `${clause}: the waiver was not used, the clause was not checked`;
  }
}

function warningLines(warnings: readonly string[], { width, paint }: ConsolePage): readonly string[] {
  if (warnings.length === 0) return [];
  const shown = warnings
    .slice(0, 5)
    .flatMap((warning) =>
      paragraph(warning, width - 2, 3).map((line, at) => `${at === 0 ? paint.yellow('! ') : '  '}${line}`),
    );
  const more =
    warnings.length > 5 ? [`  and ${pluralise(warnings.length - 5, 'more warning')}: see summary.md`] : [];
  return ['', ...shown, ...more];
}

function reportLines(
  { dir, files }: ConsoleOptions['reports'],
  { width, paint }: ConsolePage,
): readonly string[] {
  if (files.length === 0) return [];
  const text = `Reports in ${terminal(dir, 400)}: ${files.map((file) => terminal(file)).join(', ')}`;
  return ['', ...wrap(text, width, 4).map(paint.dim)];
}

function sentenceLines(verdict: Verdict, { width, paint }: ConsolePage): readonly string[] {
  const { mood, headline, rest } = verdictSentence(verdict);
  const mark = { good: '✓', bad: '✗', none: '?' }[mood];
  const colour = { good: paint.green, bad: paint.red, none: paint.yellow }[mood];
  const [first = '', ...others] = wrap(`${mark} ${headline}${terminal(rest, 600)}`, width, 6);
  const head = `${mark} ${headline}`;
  return ['', colour(paint.bold(head)) + first.slice(head.length), ...others];
}
