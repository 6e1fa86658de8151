import { gatewayOf } from '../http/gateway-page.js';
import type { EvaluatedExchange } from '../profiles/profile.js';
import type { Check } from '../verdict/check.js';

/**
 * Adds to violations that the last answer looks like the page of something in front of the target, where it does.
 * @param evaluated the exchanges that the checks are about
 */
export function withGatewayHint(
  checks: readonly Check[],
  evaluated: readonly EvaluatedExchange[],
): readonly Check[] {
  const answer = evaluated.at(-1)?.exchange.answer;
  if (!answer || checks.every(({ held, hint }) => held || hint !== undefined)) return checks;
  const gateway = gatewayOf(answer);
  if (gateway === null) return checks;
  const hint = `this looks like the page of a gateway in front of the target (${gateway}), which may have blocked the request`;
  return checks.map((check) => (check.held ? check : { hint, ...check }));
}
