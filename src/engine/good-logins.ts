import { NotChecked } from '../errors/not-checked.js';
import type { ProfileName } from '../profiles/built-in.js';
import type { EvaluatedExchange } from '../profiles/login/evaluated-exchange.js';
import type { ScenarioRef } from '../verdict/check.js';
import type { RunContext } from './run-context.js';
import { ScenarioSession } from './scenario-session.js';
import { goodLoginClause } from './test-users.js';

/**
 * Before the scenarios, everybody of the fixtures logs in once: whoever is refused violates ES-01 or CK-01,
 * and no scenario builds on them, so that one refused account is not blamed on every clause.
 */
export async function checkGoodLogins(run: RunContext): Promise<void> {
  const refusals = new Refusals();
  for (const probed of run.probed?.values() ?? []) if (!probed.isAccepted) refusals.count(probed);
  await Promise.all(run.served.map((profile) => logEverybodyIn(run, profile, refusals)));
}

async function logEverybodyIn(run: RunContext, profile: ProfileName, refusals: Refusals): Promise<void> {
  const clause = goodLoginClause(profile);
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
    const testUsers = run.users.all(profile, scenario.location);
    await Promise.all(
      testUsers.map(async (testUser, at) => {
        const scenarioSession = new ScenarioSession(run, scenario, profile);
        // The probe has asked the first of them in already.
        const probed = at === 0 ? run.probed?.get(profile) : undefined;
        const evaluated = probed
          ? scenarioSession.observe(probed)
          : await scenarioSession.send(await testUser.plain(), testUser);
        const check = evaluated.checkAccepted(clause, 'MUST');
        const actual = `${check.actual} (${testUser.fixture})`;
        run.ledger.record(profile, scenario, [evaluated.exchange], [{ ...check, actual }]);
        if (evaluated.isAccepted) return;
        if (!probed) refusals.count(evaluated);
        // Once more: a single refusal is a violation, but only a lasting one stands in the way of the scenarios.
        if (refusals.of(evaluated) < run.config.maxFailedLogins) {
          refusals.count(evaluated);
          const again = await scenarioSession.send(await testUser.plain(), testUser);
          if (again.isAccepted) return;
        }
        run.users.markUnusable(testUser);
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

  count(evaluated: EvaluatedExchange): void {
    this.#counts.set(accountOf(evaluated), this.of(evaluated) + 1);
  }

  of(evaluated: EvaluatedExchange): number {
    return this.#counts.get(accountOf(evaluated)) ?? 0;
  }
}

function accountOf({ exchange }: EvaluatedExchange): string {
  return exchange.request.facts?.account ?? '';
}
