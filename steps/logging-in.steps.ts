import { When } from '@cucumber/cucumber';
import { NotChecked } from '../src/errors/not-checked.js';
import { isNotApplicable } from '../src/profiles/login/variation.js';
import type { AssayWorld } from './support/world.js';

/** As many as the contract's clauses on simultaneous logins speak of (ES-25, CK-28). */
const AT_ONCE = 16;

/** A long row would tell no more. */
const MOST_REFUSED = 6;

When('{person} logs in', async function (this: AssayWorld, name: string) {
  const testUser = this.person(name);
  this.user = testUser;
  this.answers = [await this.scenario.send(await testUser.plain(), testUser)];
});

When(/^(\w+) sends a login (.+)$/, async function (this: AssayWorld, name: string, phrase: string) {
  this.answers = [await vary(this, name, phrase)];
});

When(
  /^(\w+) logs in and immediately afterwards sends a login (.+)$/,
  async function (this: AssayWorld, name: string, phrase: string) {
    const testUser = this.person(name);
    this.user = testUser;
    const request = await testUser.vary(phrase);
    if (isNotApplicable(request)) throw new NotChecked('fixture', `${phrase}: ${request.notApplicable}`);
    const plain = await testUser.plain();
    const { evaluated } = await this.run.session.runReserved(
      plain.facts?.account ?? '',
      () => this.scenario.resetWithGoodLogin(testUser),
      async (session) => {
        this.scenario.observe(await session.send(plain));
        const last = this.scenario.observe(await session.send(request));
        return { evaluated: last, accepted: last.isAccepted };
      },
    );
    this.answers = [evaluated];
  },
);

When(/^every user sends a login (.+)$/, async function (this: AssayWorld, phrase: string) {
  const testUsers = this.run.users.usable(this.profile, this.scenario.ref.location);
  this.answers = await Promise.all(
    testUsers.map(async (testUser) => {
      const request = await testUser.vary(phrase);
      if (isNotApplicable(request)) throw new NotChecked('fixture', `${phrase}: ${request.notApplicable}`);
      return this.scenario.send(request, testUser);
    }),
  );
});

When('{person} and {person} log in', async function (this: AssayWorld, one: string, other: string) {
  const testUsers = [this.person(one), this.person(other)];
  this.answers = await Promise.all(
    testUsers.map(async (testUser) => this.scenario.send(await testUser.plain(), testUser)),
  );
});

When(
  '{person} tries a wrong password, then a stranger tries to log in',
  async function (this: AssayWorld, name: string) {
    const unknown =
      this.profile === 'ckstack-token' ? 'as a user who does not exist' : 'with an e-mail that nobody has';
    const wrong = await vary(this, name, 'with a completely different password');
    this.answers = [wrong, await vary(this, name, unknown)];
  },
);

When('the users send sixteen logins at the same time', async function (this: AssayWorld) {
  const testUsers = this.run.users.usable(this.profile, this.scenario.ref.location);
  const requests = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, at) => {
      const testUser = testUsers[at % testUsers.length];
      if (!testUser) throw new Error('nobody is there to log in');
      return testUser.plain();
    }),
  );
  const evaluated = await this.run.session.exclusive((session) =>
    Promise.all(requests.map((request) => session.send(request))),
  );
  this.answers = evaluated.map((answer) => this.scenario.observe(answer));
});

When(
  '{person} enters wrong passwords as often as the failed-login budget allows and then logs in',
  async function (this: AssayWorld, name: string) {
    this.answers = [
      await logInAfter(this, name, [
        'with a completely different password',
        'with the right password plus one more character',
        'with the right password in upper case',
      ]),
    ];
  },
);

When(
  '{person} sends malformed logins as often as the failed-login budget allows and then logs in',
  async function (this: AssayWorld, name: string) {
    this.answers = [
      await logInAfter(this, name, [
        'that is wrapped in an array',
        'with a body that lacks its last brace',
        'without a password',
      ]),
    ];
  },
);

/** Logs somebody in after as many refused logins, of these phrases in turn, as the budget allows. */
async function logInAfter(world: AssayWorld, name: string, phrases: readonly string[]) {
  const testUser = world.person(name);
  world.user = testUser;
  const times = Math.min(world.run.config.maxFailedLogins, MOST_REFUSED);
  const refused = await Promise.all(
    Array.from({ length: times }, async (_, at) => {
      const request = await testUser.vary(phrases[at % phrases.length] ?? '');
      return isNotApplicable(request) ? await testUser.vary(phrases[0] ?? '') : request;
    }),
  );
  const plain = await testUser.plain();
  const { evaluated } = await world.run.session.runReserved(
    plain.facts?.account ?? '',
    () => world.scenario.resetWithGoodLogin(testUser),
    async (session) => {
      for (const request of refused)
        if (!isNotApplicable(request)) world.scenario.observe(await session.send(request));
      const last = world.scenario.observe(await session.send(plain));
      return { evaluated: last, accepted: last.isAccepted };
    },
  );
  return evaluated;
}

async function vary(world: AssayWorld, name: string, phrase: string) {
  const testUser = world.person(name);
  world.user = testUser;
  const request = await testUser.vary(phrase);
  if (isNotApplicable(request)) throw new NotChecked('fixture', `${phrase}: ${request.notApplicable}`);
  return world.scenario.sendShared(`${testUser.canLogIn ? '' : 'blocked '}${phrase}`, request, testUser);
}
