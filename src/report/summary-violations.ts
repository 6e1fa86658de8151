import { markdownBlock, markdownCode, markdownProse, markdownText } from '../text/escape/markdown.js';
import { pluralise } from '../text/plural.js';
import type { ClauseVerdict, Evidence } from '../verdict/verdict.js';

const LONGEST_REPLAY = 2_000;

/**
 * Violations with their evidence, under a heading.
 *
 * @param most how many clauses are shown, and how many pieces of evidence for each
 * @returns Markdown; `''` without violations
 */
export function violationSection(
  title: string,
  violated: readonly ClauseVerdict[],
  most: { readonly violations: number; readonly evidence: number },
): string {
  if (violated.length === 0) return '';
  const more = violated.length - most.violations;
  return [
    `### ${title}`,
    ...violated.slice(0, most.violations).map((entry) => violation(entry, most.evidence)),
    ...(more > 0 ? [`and ${pluralise(more, 'more clause')}: see \`verdict.json\``] : []),
  ].join('\n\n');
}

function violation(entry: ClauseVerdict, most: number): string {
  const evidence = entry.evidence ?? [];
  const more = evidence.length - most;
  return [
    `#### ${entry.id} · ${entry.level} · ${entry.profile}`,
    markdownProse(entry.statement, 400),
    ...(entry.reading === undefined ? [] : [`*Reading:* ${markdownProse(entry.reading, 400)}`]),
    ...evidence.slice(0, most).map(proof),
    ...(more > 0 ? [`and ${more} more in \`verdict.json\``] : []),
  ].join('\n\n');
}

function proof(evidence: Evidence): string {
  const exchanges = evidence.exchanges.slice(0, 4).map((id) => markdownCode(id, 40));
  const where = exchanges.length > 0 ? `, exchange ${exchanges.join(', ')}` : '';
  return [
    ...(evidence.hint === undefined ? [] : [`- first: ${markdownText(evidence.hint, 300)}`]),
    `- expected: ${markdownCode(evidence.expected)}`,
    `- actual: ${markdownCode(evidence.actual)}`,
    `- request: ${markdownCode(evidence.request, 300)}`,
    `- answer: ${markdownCode(evidence.answer, 300)}`,
    `- seen: ${pluralise(evidence.times, 'time')}${where}`,
    `- finding: ${markdownCode(evidence.finding, 200)}${evidence.waived ? ' (waived)' : ''}`,
    `- where: ${markdownText(evidence.scenario, 200)}, ${markdownCode(evidence.location, 200)}`,
    ...(evidence.replay === '' ? [] : [replay(evidence.replay)]),
  ].join('\n');
}

function replay(command: string): string {
  if (command.length > LONGEST_REPLAY) return '- replay: long, see `verdict.json`';
  const block = markdownBlock(command, 'sh', LONGEST_REPLAY);
  return `- replay:\n${block.replace(/^/gmu, '  ')}`;
}
