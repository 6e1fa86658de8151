import type { OutgoingRequest } from '../http/exchange.js';
import type { TargetAccess } from '../pact/request-forwarder.js';
import type { EvaluatedExchange, TestUser } from '../profiles/profile.js';
import type { ScenarioRef } from '../verdict/check.js';
import { type RunContext, servedProfile } from './run-context.js';
import { ScenarioSession } from './scenario-session.js';
import type { TargetSession } from './target-session.js';

/** The way to the target for consumer contracts: their failed logins add to those of the scenarios. */
export class ContractTarget implements TargetAccess {
  readonly #session: TargetSession;
  readonly #run: () => RunContext;

  /** @param run known once the contracts are: they are part of it */
  constructor(session: TargetSession, run: () => RunContext) {
    this.#session = session;
    this.#run = run;
  }

  get cutOff(): string | null {
    return this.#session.cutOff;
  }

  send(request: OutgoingRequest): Promise<EvaluatedExchange> {
    return this.#session.send(request);
  }

  async noteRefusal(user: TestUser, profile: string): Promise<void> {
    this.#session.countFailure(user.account);
    if (user.canLogIn && this.#session.mayBeLocked(user.account))
      await this.#session.confirm(user.account, () => this.#restore(user, profile));
  }

  runFailing(user: TestUser, profile: string, request: OutgoingRequest): Promise<EvaluatedExchange> {
    const restore = user.canLogIn ? () => this.#restore(user, profile) : null;
    return this.#session.runFailing(user.account, async () => request, restore);
  }

  #restore(user: TestUser, profile: string): Promise<boolean> {
    const run = this.#run();
    const scenario: ScenarioRef = {
      name: 'A user logs in between interactions that are refused',
      rule: 'A user can still log in after refused requests',
      feature: 'Consumer contracts',
      location: 'the consumer contracts',
      tags: [`@${profile}`, '@must'],
    };
    return new ScenarioSession(run, scenario, servedProfile(run, profile)).resetWithGoodLogin(user);
  }
}
