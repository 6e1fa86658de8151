import type { ProfileName } from '../contract/profile.js';
import type { ScenarioRef } from '../verify/finding.js';
import { baselineClause } from './callers.js';
import { Dialogue } from './dialogue.js';
import { NotChecked } from './not-checked.js';
import type { RunContext } from './run-context.js';

/**
 * Before the scenarios, everybody of the fixtures logs in once: whoever is refused violates ES-01 or CK-01,
 * and no scenario builds on them, so that one refused account is not blamed on every clause.
 */
export async function establishBaseline(run: RunContext): Promise<void> {
  await Promise.all(run.served.map((profile) => logEverybodyIn(run, profile)));
}

async function logEverybodyIn(run: RunContext, profile: ProfileName): Promise<void> {
  const clause = baselineClause(profile);
  const scenario: ScenarioRef = {
    name: 'Everybody of the fixtures logs in',
    rule: 'Right credentials yield a token',
    feature: 'Before the scenarios',
    location: 'before the scenarios',
    tags: [`@${profile}`, '@must', `@${clause}`],
  };
  const skipped = ({ message, skipCause }: NotChecked) =>
    run.ledger.skip({
      scenario: scenario.name,
      location: scenario.location,
      profile,
      clauses: [clause],
      reason: message,
      cause: skipCause,
    });
  const probed = run.probed?.get(profile);
  if (probed) {
    new Dialogue(run, scenario, profile).note(probed);
    run.ledger.record(profile, scenario, [probed.exchange], [probed.accepted(clause, 'MUST')]);
  }
  try {
    const callers = run.callers.all(profile, scenario.location);
    await Promise.all(
      callers.map(async (caller) => {
        const dialogue = new Dialogue(run, scenario, profile);
        const judged = await dialogue.send(await caller.plain(), caller);
        if (judged.isAccepted) {
          run.ledger.record(profile, scenario, [judged.exchange], [judged.accepted(clause, 'MUST')]);
          return;
        }
        // Once more: a single refusal is a violation, but only a lasting one stands in the way of the scenarios.
        const again = await dialogue.send(await caller.plain(), caller);
        const check = judged.accepted(clause, 'MUST');
        run.ledger.record(
          profile,
          scenario,
          [judged.exchange],
          [{ ...check, actual: `${check.actual} (${caller.fixture})` }],
        );
        if (!again.isAccepted) run.callers.reject(caller);
      }),
    );
  } catch (error) {
    if (!(error instanceof NotChecked)) throw error;
    skipped(error);
  }
}
