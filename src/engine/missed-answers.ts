import type { Exchange } from '../http/exchange.js';
import type { ScenarioRef } from '../verdict/check.js';
import type { RunContext } from './run-context.js';

/** How many requests without an answer may be accidents of the network. */
const ACCIDENTS = 3;
/** Share of a run without a processor from which the suite itself may be the cause of missing answers. */
const STARVED = 0.1;
/** How many exchanges are shown. */
const SHOWN = 5;

/**
 * At the end of a run: more than three requests that got no answer when they were sent first are a violation, even if
 * their repetitions were answered.
 * @param missed what became of them when they were sent first
 * @param starvedShare share of the run, 0 to 1, in which the suite had no processor
 * @returns warnings, where the cause is unknown
 */
export function judgeMissedAnswers(
  { served, ledger }: RunContext,
  missed: readonly Exchange[],
  starvedShare: number,
): readonly string[] {
  if (missed.length <= ACCIDENTS) return [];
  if (starvedShare > STARVED) {
    const share = Math.round(starvedShare * 100);
    return [
      `${missed.length} requests got no answer at first, which is not judged: this machine had no processor for the suite in ${share} % of the time`,
    ];
  }
  for (const { profile } of served) {
    const own = missed.filter(({ request }) => request.profile === profile.name);
    const [first] = own;
    if (!first) continue;
    const { crash } = profile.roles;
    const scenario: ScenarioRef = {
      name: 'Every request is answered',
      rule: 'No more answers are missing than the network may have lost',
      feature: 'After the scenarios',
      location: 'after the scenarios',
      tags: [`@${profile.name}`, '@must'],
    };
    const check = {
      clause: crash,
      level: 'MUST' as const,
      held: false,
      kind: 'answers-missing',
      expected: `every request is answered (at most ${ACCIDENTS} of a run may be accidents of the network)`,
      actual: `${missed.length} requests got no answer when they were sent first, such as: ${first.failure?.message}`,
    };
    ledger.record(profile.name, scenario, own.slice(0, SHOWN), [check]);
  }
  return [];
}
