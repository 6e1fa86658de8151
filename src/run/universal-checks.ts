import type { Check } from '../verify/finding.js';
import type { Judged } from '../verify/judged.js';

/**
 * The checks that an exchange goes through, whatever it was made for. Where the path may lead to no endpoint, so that
 * a page of the server's may answer, only these are left: no password in it (ES-23), no token in a refusal (ES-16), no
 * server error (ES-17).
 */
export function universalChecks(judged: Judged): readonly Check[] {
  const checks = judged.universal();
  const { request, answer } = judged.exchange;
  if (!request.facts?.mayLeadNowhere) return checks;
  const failed = answer !== null && answer.status >= 500;
  const holdsToken = judged.esignon?.token ?? false;
  return checks.filter(
    ({ clause }) =>
      clause === 'ES-23' || (clause === 'ES-17' && failed) || (clause === 'ES-16' && holdsToken),
  );
}
