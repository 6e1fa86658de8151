import { NotChecked } from '../errors/not-checked.js';
import type { EvaluatedExchange } from '../profiles/profile.js';
import type { ScenarioRef } from '../verdict/check.js';
import { withGatewayHint } from './gateway-hint.js';
import type { RunContext } from './run-context.js';
import { ScenarioSession } from './scenario-session.js';
import type { OpenProfile } from './test-users.js';
import { ViolationError } from './violation-error.js';

/**
 * Before the scenarios, every account of the fixtures logs in once: one that is refused violates the clause on the good
 * login, and no scenario builds on it, so that one refused account is not blamed on every clause.
 */
export async function checkGoodLogins(run: RunContext): Promise<void> {
  const refusals = new RefusalCounts();
  for (const probed of run.probed?.values() ?? []) if (!probed.isAccepted) refusals.add(probed);
  await Promise.all(run.served.map((open) => logEverybodyIn(run, open, refusals)));
  // A selection of scenarios sends nothing of its own accord that counts as a failed login.
  if (run.config.tags === null) for (const open of run.served) await checkBudget(run, open);
}

/** A longer row would tell no more. */
const MOST_REFUSED = 6;

/**
 * One account logs in after as many wrong passwords in a row as the budget allows, and before any other failed login: an
 * account that is locked later on is locked by something else than failed logins in a row.
 */
async function checkBudget(run: RunContext, open: OpenProfile): Promise<void> {
  const { name, roles, wrongLogin } = open.profile;
  if (wrongLogin === undefined) return;
  const clause = roles.loginAfterRefusals;
  const scenario = beforeScenarios(
    open,
    clause,
    'A user logs in after wrong passwords',
    'A user can still log in after refused requests',
  );
  const session = new ScenarioSession(run, scenario, open);
  try {
    const [user] = run.users.usable(open, scenario.location);
    if (!user) return;
    const times = Math.min(run.config.maxFailedLogins, MOST_REFUSED);
    const refused = await Promise.all(Array.from({ length: times }, () => user.vary(wrongLogin)));
    const wrong = refused.flatMap((request) => ('notApplicable' in request ? [] : [request]));
    const last = await session.sendInARow(user, [...wrong, await user.plain()]);
    if (last.isAccepted) run.session.noteSurvived(name, wrong.length);
    session.record([last.checkAccepted(clause, 'MUST')], [last]);
  } catch (error) {
    if (error instanceof ViolationError) return;
    if (!(error instanceof NotChecked)) throw error;
    skip(run, name, scenario, clause, error);
  }
}

function beforeScenarios(
  { profile: { name } }: OpenProfile,
  clause: string,
  scenario: string,
  rule: string,
): ScenarioRef {
  return {
    name: scenario,
    rule,
    feature: 'Before the scenarios',
    location: 'before the scenarios',
    tags: [`@${name}`, '@must', `@${clause}`],
  };
}

async function logEverybodyIn(run: RunContext, open: OpenProfile, refusals: RefusalCounts): Promise<void> {
  const { name, roles } = open.profile;
  const clause = roles.goodLogin;
  const scenario = beforeScenarios(
    open,
    clause,
    'Everybody of the fixtures logs in',
    'Right credentials yield a token',
  );
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
        const hint = `the fixtures may be wrong: check the login of ${user.fixture} first`;
        const hinted = evaluated.isRefused ? { ...check, actual, hint } : { ...check, actual };
        run.ledger.record(name, scenario, [evaluated.exchange], withGatewayHint([hinted], [evaluated]));
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
    skip(run, name, scenario, clause, error);
  }
}

function skip(
  run: RunContext,
  profile: string,
  { name, location }: ScenarioRef,
  clause: string,
  { message, skipCause }: NotChecked,
): void {
  run.ledger.skip({
    scenario: name,
    location,
    profile,
    clauses: [clause],
    level: 'MUST',
    reason: message,
    cause: skipCause,
  });
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
