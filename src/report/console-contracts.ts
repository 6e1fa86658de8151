import { terminalCell } from '../text/escape/terminal.js';
import type { ContractVerdict, Verdict } from '../verdict/verdict.js';
import { type ConsolePage, listItem, paragraph } from './console-page.js';
import { contractCounts, contractResults } from './contract-results.js';

const MOST_FAILURES = 3;
const MOST_REASONS = 3;

/** The consumer contracts: one line when all is well, a few for failures and for what was not verified. */
export function contractLines(verdict: Verdict, page: ConsolePage): readonly string[] {
  if (verdict.contracts.length === 0) return [];
  const { paint } = page;
  const results = contractResults(verdict.contracts);
  const moreFailures = results.failed.length - MOST_FAILURES;
  const moreReasons = results.notVerified.size - MOST_REASONS;
  return [
    '',
    `${paint.bold('Consumer contracts')}: ${contractCounts(results)}`,
    ...results.failed.slice(0, MOST_FAILURES).flatMap((contract) => failureLines(contract, page)),
    ...(moreFailures > 0 ? [paint.red(`  and ${moreFailures} more failed: see summary.md`)] : []),
    ...[...results.notVerified]
      .slice(0, MOST_REASONS)
      .flatMap(([reason, count]) => listItem('-', `${count} not verified: ${reason}`, page)),
    ...(moreReasons > 0 ? ['  and more not verified: see summary.md'] : []),
  ];
}

function failureLines(contract: ContractVerdict, page: ConsolePage): readonly string[] {
  const { consumer, interaction, counts, mismatches, exchanges } = contract;
  const { paint, width } = page;
  const [first] = mismatches;
  const [exchange] = exchanges;
  const where = exchange === undefined ? '' : `[${terminalCell(exchange, 20)}] `;
  const note = counts ? '' : ' (does not count by itself)';
  const text = `${where}${terminalCell(consumer, 40)}: ${terminalCell(interaction, width)}${note}`;
  const [title = '', ...others] = listItem('✗', text, page);
  const mark = counts ? paint.red : paint.yellow;
  const what =
    first === undefined
      ? []
      : paragraph(`${first.path}: expected ${first.expected}; actual ${first.actual}`, width - 4, 2);
  const more = mismatches.length > 1 ? [`    and ${mismatches.length - 1} more: see summary.md`] : [];
  return [title.replace('✗', mark('✗')), ...others, ...what.map((line) => `    ${line}`), ...more];
}
