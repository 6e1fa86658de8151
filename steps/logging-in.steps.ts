import { type DataTable, When } from '@cucumber/cucumber';
import { NotChecked } from '../src/errors/not-checked.js';
import type { OutgoingRequest } from '../src/http/exchange.js';
import { isNotApplicable, type TestUser } from '../src/profiles/profile.js';
import type { AssayWorld } from './support/world.js';

/** As many as the clauses on simultaneous logins name (ES-25, CK-28). */
const AT_ONCE = 16;

/** A longer row would show no more. */
const MOST_REFUSED = 6;

When(/^(\w+) (?:logs in|requests a token)$/, async function (this: AssayWorld, name: string) {
  const user = this.person(name);
  this.user = user;
  this.answers = [await this.scenario.send(await user.plain(), user)];
});

When(
  /^(\w+) sends a (?:login|request) (.+)$/,
  async function (this: AssayWorld, name: string, phrase: string) {
    this.answers = [await vary(this, name, phrase)];
  },
);

When(
  /^(\w+) logs in and immediately afterwards sends a login (.+)$/,
  async function (this: AssayWorld, name: string, phrase: string) {
    const user = this.person(name);
    this.user = user;
    const request = await variation(user, phrase);
    this.answers = [await this.scenario.sendInARow(user, [await user.plain(), request])];
  },
);

When(/^one of the users sends a login (.+)$/, async function (this: AssayWorld, phrase: string) {
  const users = this.run.users.usable(this.profile, this.scenario.ref.location);
  const reasons = new Set<string>();
  for (const user of users) {
    const request = await user.vary(phrase);
    if (isNotApplicable(request)) {
      reasons.add(request.notApplicable);
      continue;
    }
    this.user = user;
    this.answers = [await this.scenario.send(request, user)];
    return;
  }
  throw new NotChecked('fixture', `${phrase}: ${[...reasons].join(', or ')}`);
});

When(/^every user sends a login (.+)$/, async function (this: AssayWorld, phrase: string) {
  const users = this.run.users.usable(this.profile, this.scenario.ref.location);
  this.answers = await Promise.all(
    users.map(async (user) => {
      return this.scenario.send(await variation(user, phrase), user);
    }),
  );
});

When(
  /^(\w+) and (\w+) (?:log in|request tokens)$/,
  async function (this: AssayWorld, one: string, other: string) {
    const users = [this.person(one), this.person(other)];
    this.answers = await Promise.all(users.map(async (user) => this.scenario.send(await user.plain(), user)));
  },
);

When(
  /^(\w+) tries a (?:login|request) (.+), then one (.+)$/,
  async function (this: AssayWorld, name: string, first: string, second: string) {
    const one = await vary(this, name, first);
    this.answers = [one, await vary(this, name, second)];
  },
);

When('the users/clients send sixteen logins/requests at the same time', async function (this: AssayWorld) {
  const users = this.run.users.usable(this.profile, this.scenario.ref.location);
  const callers = Array.from({ length: AT_ONCE }, (_, at): TestUser => {
    const user = users[at % users.length];
    if (!user) throw new Error('nobody is there to log in');
    return user;
  });
  const requests = await Promise.all(callers.map((user) => user.plain()));
  this.answers = await this.scenario.sendTogether(callers, requests);
});

When(
  /^(\w+) (?:logs in|requests a token) after as many refused (?:logins|requests) as the budget allows:$/,
  async function (this: AssayWorld, name: string, table: DataTable) {
    const user = this.person(name);
    this.user = user;
    const phrases = table.raw().flat();
    const times = Math.min(this.run.config.maxFailedLogins, MOST_REFUSED);
    const refused = await Promise.all(
      Array.from({ length: times }, async (_, at) => {
        const request = await user.vary(phrases[at % phrases.length] ?? '');
        return isNotApplicable(request) ? variation(user, phrases[0] ?? '') : request;
      }),
    );
    this.answers = [await this.scenario.sendInARow(user, [...refused, await user.plain()])];
  },
);

/** Sends a login of that phrase, unless the same was sent before. */
async function vary(world: AssayWorld, name: string, phrase: string) {
  const user = world.person(name);
  world.user = user;
  const request = await variation(user, phrase);
  return world.scenario.sendShared(`${user.canLogIn ? '' : 'blocked '}${phrase}`, request, user);
}

/** @throws {NotChecked} where the variation cannot be made of the account */
async function variation(user: TestUser, phrase: string): Promise<OutgoingRequest> {
  const request = await user.vary(phrase);
  if (isNotApplicable(request)) throw new NotChecked('fixture', `${phrase}: ${request.notApplicable}`);
  return request;
}
