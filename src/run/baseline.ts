import type { ProfileName } from '../contract/profile.js';
import type { ScenarioRef } from '../verify/finding.js';
import type { Judged } from '../verify/judged.js';
import { baselineClause } from './callers.js';
import { Dialogue } from './dialogue.js';
import { NotChecked } from './not-checked.js';
import type { RunContext } from './run-context.js';

/**
 * Before the scenarios, everybody of the fixtures logs in once: whoever is refused violates ES-01 or CK-01,
 * and no scenario builds on them, so that one refused account is not blamed on every clause.
 */
export async function establishBaseline(run: RunContext): Promise<void> {
  const refusals = new Refusals();
  for (const probed of run.probed?.values() ?? []) if (!probed.isAccepted) refusals.count(probed);
  await Promise.all(run.served.map((profile) => logEverybodyIn(run, profile, refusals)));
}

async function logEverybodyIn(run: RunContext, profile: ProfileName, refusals: Refusals): Promise<void> {
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
  try {
    const callers = run.callers.all(profile, scenario.location);
    await Promise.all(
      callers.map(async (caller, at) => {
        const dialogue = new Dialogue(run, scenario, profile);
        // The probe has asked the first of them in already.
        const probed = at === 0 ? run.probed?.get(profile) : undefined;
        const judged = probed ? dialogue.note(probed) : await dialogue.send(await caller.plain(), caller);
        const check = judged.accepted(clause, 'MUST');
        const actual = `${check.actual} (${caller.fixture})`;
        run.ledger.record(profile, scenario, [judged.exchange], [{ ...check, actual }]);
        if (judged.isAccepted) return;
        if (!probed) refusals.count(judged);
        // Once more: a single refusal is a violation, but only a lasting one stands in the way of the scenarios.
        if (refusals.of(judged) < run.config.maxFailedLogins) {
          refusals.count(judged);
          const again = await dialogue.send(await caller.plain(), caller);
          if (again.isAccepted) return;
        }
        run.callers.reject(caller);
      }),
    );
  } catch (error) {
    if (!(error instanceof NotChecked)) throw error;
    skipped(error);
  }
}

/** Refused logins by account, whichever profile: a wrong password in the fixtures must not lock one. */
class Refusals {
  readonly #counts = new Map<string, number>();

  count(judged: Judged): void {
    this.#counts.set(accountOf(judged), this.of(judged) + 1);
  }

  of(judged: Judged): number {
    return this.#counts.get(accountOf(judged)) ?? 0;
  }
}

function accountOf({ exchange }: Judged): string {
  return exchange.request.facts?.account ?? '';
}
