import { markdownCode, markdownText } from '../text/escape/markdown.js';
import { pluralise } from '../text/plural.js';
import type { ContractMismatch, ContractVerdict } from '../verdict/verdict.js';
import { contractCounts, contractResults } from './contract-results.js';

const MOST_REASONS = 20;
const MOST_MISMATCHES = 5;

/**
 * The consumer contracts: counts, each failure with its mismatches, the reasons for what was not verified.
 *
 * @param most how many failures are shown
 * @returns Markdown; `''` without contracts
 */
export function contractSection(contracts: readonly ContractVerdict[], most: number): string {
  if (contracts.length === 0) return '';
  const results = contractResults(contracts);
  const more = results.failed.length - most;
  const reasons = [...results.notVerified].slice(0, MOST_REASONS);
  return [
    '### Consumer contracts',
    `${contractCounts(results)}.`,
    ...results.failed.slice(0, most).map(failure),
    ...(more > 0 ? [`and ${pluralise(more, 'more failure')}: see \`verdict.json\``] : []),
    ...(reasons.length > 0
      ? [
          reasons
            .map(([reason, count]) => `- not verified (${count}): ${markdownText(reason, 300)}`)
            .join('\n'),
        ]
      : []),
  ].join('\n\n');
}

function failure({ consumer, interaction, source, counts, mismatches, exchanges }: ContractVerdict): string {
  const note = counts ? '' : ' (does not count by itself)';
  const ids = exchanges.slice(0, 4).map((id) => markdownCode(id, 40));
  const more = mismatches.length - MOST_MISMATCHES;
  return [
    `- ❌ **${markdownText(consumer, 100)}**: ${markdownText(interaction, 200)}${note}`,
    `  - contract: ${markdownCode(source, 200)}${ids.length > 0 ? `, exchange ${ids.join(', ')}` : ''}`,
    ...mismatches.slice(0, MOST_MISMATCHES).map(mismatch),
    ...(more > 0 ? [`  - and ${pluralise(more, 'more difference')}`] : []),
  ].join('\n');
}

function mismatch({ path, expected, actual }: ContractMismatch): string {
  const at = markdownCode(path, 100);
  return `  - ${at}: expected ${markdownCode(expected, 200)}, actual ${markdownCode(actual, 200)}`;
}
