import { markdownCode, markdownText } from '../text/escape/markdown.js';
import { pluralise } from '../text/plural.js';
import type { Verdict } from '../verdict/verdict.js';
import { contractSection } from './summary-contracts.js';
import { partsLeftOut, waivers, warnings } from './summary-left.js';
import { matrix } from './summary-matrix.js';
import { violationSection } from './summary-violations.js';
import { verdictSentence } from './verdict-sentence.js';
import { deviations, gatingViolations } from './violations.js';

/** How much is shown of each list: the first that keeps the page within {@link MOST_BYTES} is taken. */
const DETAILS = [
  { violations: 40, evidence: 3 },
  { violations: 20, evidence: 1 },
  { violations: 5, evidence: 1 },
] as const;

/** Far below GitHub's 1 MiB for the job summary of a step, to which others may write as well. */
const MOST_BYTES = 256 * 1024;

/**
 * The verdict as a Markdown page for a pull request or a CI job summary: the sentence, the violations with
 * what shows them, consumer contracts, waivers, the matrix of clauses, what was not checked, deviations and warnings.
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
  const notMet = 'SHOULD, not met (does not count without `--strict`)';
  const sections = [
    headline(verdict),
    profiles(verdict),
    counts(verdict),
    violationSection('Violations', gatingViolations(verdict), detail),
    contractSection(verdict.contracts, detail.violations),
    waivers(verdict.waivers),
    matrix(verdict),
    partsLeftOut(verdict),
    violationSection(notMet, deviations(verdict), detail),
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
