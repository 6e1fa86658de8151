import type { EvaluatedExchange } from '../profiles/login/evaluated-exchange.js';
import type { Check } from '../verdict/check.js';

/**
 * The checks that an exchange goes through, whatever it was made for. Where the path may lead to no endpoint, so that
 * a page of the server's may answer, only these are left: no password in it (ES-23), no token in a refusal (ES-16), no
 * server error (ES-17).
 */
export function universalChecks(evaluated: EvaluatedExchange): readonly Check[] {
  const checks = evaluated.universalChecks();
  const { request, answer } = evaluated.exchange;
  if (!request.facts?.mayLeadNowhere) return checks;
  const failed = answer !== null && answer.status >= 500;
  const holdsToken = evaluated.esignon?.token ?? false;
  return checks.filter(
    ({ clause }) =>
      clause === 'ES-23' || (clause === 'ES-17' && failed) || (clause === 'ES-16' && holdsToken),
  );
}
