import type { Deviation } from '../../profiles/profile.js';
import { curlCommand } from '../../report/curl.js';
import { describeAnswer, describeRequest } from '../../report/describe.js';
import type { RunContext } from '../run-context.js';
import type { SentRequest } from './fuzz-sender.js';
import type { Shrunken } from './generation.js';
import { phraseOf } from './label.js';

/** What a property found, with its smallest case. */
export interface Finding {
  readonly deviation: Deviation;
  readonly sent: SentRequest;
  /** Number of the generated request that showed it first. */
  readonly index: number;
  /** Requests sent on the way to the smallest. */
  readonly tries: number;
  /** `null`: it did not happen again. */
  readonly shrunken: Shrunken<unknown> | null;
}

/**
 * A finding as text, every secret masked: the changes, the exact request, the answer, seed and path.
 * @param property its name
 */
export function findingText(found: Finding, { config, redactor }: RunContext, property: string): string {
  const { deviation, sent, index, shrunken, tries } = found;
  const exchange = redactor.redact(sent.evaluated.exchange);
  const lines = [
    `${deviation.check.clause} ${deviation.check.level} by "${property}": ${redactor.text(phraseOf(sent.pending.changes))}`,
    `expected: ${redactor.text(deviation.check.expected ?? '')}`,
    `actual:   ${redactor.text(deviation.check.actual ?? '')}`,
    `seed ${config.seed}, generated request ${index + 1}${
      shrunken
        ? `, the smallest of ${tries} (fast-check seed ${shrunken.seed}, path ${shrunken.path})`
        : '; it did not happen again'
    }`,
    `request:  ${describeRequest(exchange)}`,
    `answer:   ${describeAnswer(exchange)}`,
    curlCommand(exchange),
  ];
  return lines.join('\n');
}
