import { markdownCode, markdownText } from '../text/escape/markdown.js';
import { pluralise } from '../text/plural.js';
import { deviations, gatingViolations, laterViolations } from '../verdict/gating.js';
import type { Verdict, WaiverVerdict } from '../verdict/verdict.js';
import { contractSection } from './summary-contracts.js';
import { matrix } from './summary-matrix.js';
import { listSection, notCheckedSections } from './summary-not-checked.js';
import { violationSection } from './summary-violations.js';
import { verdictSentence } from './verdict-sentence.js';

/** How much is shown of each list: the first that keeps the page within {@link MOST_BYTES} is taken. */
const DETAILS = [
  { violations: 40, evidence: 3 },
  { violations: 20, evidence: 1 },
  { violations: 5, evidence: 1 },
] as const;

/** Well below GitHub's limit of 1 MiB for the job summary of a step, which other commands may write to as well. */
const MOST_BYTES = 256 * 1024;

const WAIVER_STATUS = {
  applied: 'applied',
  'not-needed': 'no longer needed: the clause held',
  expired: '**expired**: no longer applies',
  unused: 'not used: the clause was not checked',
} as const;

/**
 * The verdict as a Markdown page for a pull request or a CI job summary: the sentence, the violations with their
 * evidence, consumer contracts, waivers, the matrix of clauses, what was not checked, deviations and warnings.
 *
 * @returns GitHub-flavoured Markdown, ended by a line break
 */
export function summaryMarkdown(verdict: Verdict): string {
  let page = '';
  for (const detail of DETAILS) {
    page = render(verdict, detail);
    if (Buffer.byteLength(page) <= MOST_BYTES) break;
  }
  return page;
}

function render(verdict: Verdict, detail: (typeof DETAILS)[number]): string {
  const notMet = 'SHOULD not met (ignored unless `--strict`)';
  const later = `Not met, of a later edition than ${verdict.edition.name} (ignored)`;
  const sections = [
    headline(verdict),
    profiles(verdict),
    counts(verdict),
    violationSection('Violations', gatingViolations(verdict), detail),
    contractSection(verdict.contracts, detail.violations),
    waivers(verdict.waivers),
    matrix(verdict),
    notCheckedSections(verdict),
    violationSection(notMet, deviations(verdict), detail),
    violationSection(later, laterViolations(verdict), detail),
    warnings(verdict.warnings),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function headline(verdict: Verdict): string {
  const { mood, headline: head, rest } = verdictSentence(verdict);
  const mark = { good: '✅', bad: '❌', none: '❔' }[mood];
  const target =
    verdict.target === 'embedded' ? 'the embedded reference provider' : markdownCode(verdict.target);
  const facts = [
    `${verdict.tool.name} ${markdownText(verdict.tool.version, 40)} on ${target}`,
    markdownText(verdict.startedAt, 40),
    pluralise(verdict.scenarios.run, 'scenario'),
    pluralise(verdict.exchanges, 'exchange'),
    `${(verdict.durationMs / 1_000).toFixed(1)} s`,
    `seed ${verdict.seed}`,
    ...(verdict.strict ? ['strict'] : []),
    `contract ${verdict.edition.name} (sha256 ${markdownCode(verdict.edition.digest)})`,
  ];
  return `## ${mark} Token API conformance\n\n**${head}**${markdownText(rest)}\n\n${facts.join(' · ')}`;
}

function profiles(verdict: Verdict): string {
  if (verdict.profiles.length === 0) return '';
  const rows = verdict.profiles.map(
    ({ name, served, how }) => `| ${name} | ${served ? 'yes' : 'no'} | ${markdownText(how, 200)} |`,
  );
  return ['| profile | served | how that was found |', '| --- | --- | --- |', ...rows].join('\n');
}

function counts(verdict: Verdict): string {
  if (verdict.clauses.length === 0) return '';
  const rows = (['MUST', 'SHOULD'] as const).map((level) => {
    const { held, violated, waived, notChecked, total } = verdict.counts[level];
    return `| ${level} | ${held} | ${violated} | ${waived} | ${notChecked} | ${total} |`;
  });
  const head = [
    '| clauses | held | violated | waived | not checked | of |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
  ];
  return [...head, ...rows].join('\n');
}

function waivers(all: readonly WaiverVerdict[]): string {
  const head = ['| clause | status | until | reason | ticket |', '| --- | --- | --- | --- | --- |'];
  const rows = all.map(({ clause, profile, finding, status, until, reason, ticket }) => {
    const what = [finding ?? clause, profile].filter((part) => part !== undefined).join(' in ');
    const [first, ...others] = [what, until, reason, ticket ?? ''].map((cell) => markdownText(cell, 200));
    return `| ${[first, WAIVER_STATUS[status], ...others].join(' | ')} |`;
  });
  return listSection('Waivers', rows, head);
}

function warnings(all: readonly string[]): string {
  return listSection(
    'Warnings',
    all.map((warning) => `- ${markdownText(warning, 300)}`),
  );
}
