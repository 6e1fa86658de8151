import { NotChecked } from '../errors/not-checked.js';
import type { EvaluatedExchange } from '../profiles/profile.js';
import type { ScenarioRef } from '../verdict/check.js';
import type { RunContext } from './run-context.js';
import { ScenarioSession } from './scenario-session.js';
import type { OpenProfile } from './test-users.js';

/**
 * Before the scenarios, every account of the fixtures logs in once: one that is refused violates the clause on the good
 * login, and no scenario builds on it, so that one refused account is not blamed on every clause.
 */
export async function checkGoodLogins(run: RunContext): Promise<void> {
  const refusals = new RefusalCounts();
  for (const probed of run.probed?.values() ?? []) if (!probed.isAccepted) refusals.add(probed);
  await Promise.all(run.served.map((open) => logEverybodyIn(run, open, refusals)));
}

async function logEverybodyIn(run: RunContext, open: OpenProfile, refusals: RefusalCounts): Promise<void> {
  const { name, roles } = open.profile;
  const clause = roles.goodLogin;
  const scenario: ScenarioRef = {
    name: 'Everybody of the fixtures logs in',
    rule: 'Right credentials yield a token',
    feature: 'Before the scenarios',
    location: 'before the scenarios',
    tags: [`@${name}`, '@must', `@${clause}`],
  };
  try {
    const users = run.users.all(open, scenario.location);
    await Promise.all(
      users.map(async (user, at) => {
        const session = new ScenarioSession(run, scenario, open);
        // The probe has logged the first of them in already.
        const probed = at === 0 ? run.probed?.get(name) : undefined;
        const evaluated = probed ? session.observe(probed) : await session.send(await user.plain(), user);
        const check = evaluated.checkAccepted(clause, 'MUST');
        const actual = `${check.actual} (${user.fixture})`;
        run.ledger.record(name, scenario, [evaluated.exchange], [{ ...check, actual }]);
        if (evaluated.isAccepted) return;
        if (!probed) refusals.add(evaluated);
        // Once more: a single refusal is a violation, but only a lasting one prevents the scenarios.
        if (refusals.of(evaluated) < run.config.maxFailedLogins) {
          refusals.add(evaluated);
          const again = await session.send(await user.plain(), user);
          if (again.isAccepted) return;
        }
        run.users.markUnusable(open, user);
      }),
    );
  } catch (error) {
    if (!(error instanceof NotChecked)) throw error;
    run.ledger.skip({
      scenario: scenario.name,
      location: scenario.location,
      profile: name,
      clauses: [clause],
      level: 'MUST',
      reason: error.message,
      cause: error.skipCause,
    });
  }
}

/** Refused logins by account, in whichever profile: a wrong password in the fixtures must not lock it. */
class RefusalCounts {
  readonly #counts = new Map<string, number>();

  add(evaluated: EvaluatedExchange): void {
    this.#counts.set(accountOf(evaluated), this.of(evaluated) + 1);
  }

  of(evaluated: EvaluatedExchange): number {
    return this.#counts.get(accountOf(evaluated)) ?? 0;
  }
}

function accountOf({ exchange }: EvaluatedExchange): string {
  return exchange.request.facts?.account ?? '';
}
