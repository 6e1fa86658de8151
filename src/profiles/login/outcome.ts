import { describeStatus } from '../../http/status.js';
import { withArticle } from '../../text/article.js';
import type { Check } from '../../verdict/check.js';
import type { Level } from '../../verdict/clause.js';
import { outcomeKind } from './deviation-kind.js';
import { type LoginReading, nameOf } from './reading.js';
import { show } from './show.js';

/**
 * The request got neither success nor a token (ES-22, ES-26, ES-31, SS-03, SS-04, SS-05, CK-22, CK-26). A token in a
 * refusal is a matter of the clause on refusals, otherwise one fault would be blamed on every clause that asks for one;
 * only of requests that are no login at all any token breaks the clause itself.
 */
export function checkNoToken(clause: string, level: Level, reading: LoginReading): Check {
  return {
    clause,
    level,
    held: !reading.accepted && (reading.scope !== 'secrets' || !reading.hasToken),
    expected: 'no success and no token',
    kind: outcomeKind(reading),
    actual: describeOutcome(reading),
  };
}

/** Whether a token comes with an answer, by its name or as one that the run has seen. */
export function leaksToken({ hasToken, knownToken }: LoginReading): boolean {
  return hasToken || knownToken !== null;
}

/** An answer in one phrase: its status and code, or why it has none. */
export function describeOutcome(reading: LoginReading): string {
  const { exchange, json, members, rawCode, hasToken, knownToken } = reading;
  const status = describeStatus(exchange);
  if (json === null) return status;
  const seen = knownToken === null ? '' : `, with a token of an earlier answer ${knownToken}`;
  const token = hasToken ? `, with ${withArticle(members.token)}` : seen;
  if (rawCode !== undefined) return `${status}, ${nameOf(members.code)} ${show(rawCode)}${token}`;
  return `${status}, ${json.ok ? `no ${members.code.join('.')}` : json.why}${token}`;
}
