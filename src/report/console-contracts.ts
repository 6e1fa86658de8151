import { terminalCell } from '../text/escape/terminal.js';
import type { ContractVerdict, Verdict } from '../verdict/verdict.js';
import type { ConsolePage } from './console-page.js';
import { contractCounts, contractResults } from './contract-results.js';
import { paragraph, wrap } from './wrap.js';

const MOST_FAILURES = 3;
const MOST_REASONS = 3;

/** What became of the consumer contracts: a line when all is well, a few for failures and what was left out. */
export function contractLines(verdict: Verdict, page: ConsolePage): readonly string[] {
  if (verdict.contracts.length === 0) return [];
  const { paint, width } = page;
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
      .flatMap(([reason, count]) => item('-', `${count} not verified: ${reason}`, width)),
    ...(moreReasons > 0 ? ['  and more not verified: see summary.md'] : []),
  ];
}

function failureLines(contract: ContractVerdict, { paint, width }: ConsolePage): readonly string[] {
  const { consumer, interaction, counts, mismatches, exchanges } = contract;
  const [first] = mismatches;
  const [exchange] = exchanges;
  const where = exchange === undefined ? '' : `[${terminalCell(exchange, 20)}] `;
  const note = counts ? '' : ' (does not count by itself)';
  const [title = '', ...others] = item(
    '✗',
    `${where}${terminalCell(consumer, 40)}: ${terminalCell(interaction, width)}${note}`,
    width,
  );
  const mark = counts ? paint.red : paint.yellow;
  const what =
    first === undefined
      ? []
      : paragraph(`${first.path}: expected ${first.expected}; actual ${first.actual}`, width - 4, 2);
  const more = mismatches.length > 1 ? [`    and ${mismatches.length - 1} more: see summary.md`] : [];
  return [title.replace('✗', mark('✗')), ...others, ...what.map((line) => `    ${line}`), ...more];
}

function item(mark: string, text: string, width: number): readonly string[] {
  return wrap(terminalCell(text, 2 * width), width - 4, 2).map((line, at) =>
    at === 0 ? `  ${mark} ${line}` : `    ${line}`,
  );
}
