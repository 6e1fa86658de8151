import { When } from '@cucumber/cucumber';
import { isNotApplicable } from '../src/requests/variation.js';
import { NotChecked } from '../src/run/not-checked.js';
import type { AssayWorld } from './support/world.js';

/** As many as the contract's clauses on simultaneous logins speak of (ES-25, CK-28). */
const AT_ONCE = 16;

/** A long row would tell no more. */
const MOST_REFUSED = 6;

When('{person} logs in', async function (this: AssayWorld, name: string) {
  const caller = this.person(name);
  this.speaker = caller;
  this.answers = [await this.dialogue.send(await caller.plain(), caller)];
});

When(/^(\w+) sends a login (.+)$/, async function (this: AssayWorld, name: string, phrase: string) {
  this.answers = [await vary(this, name, phrase)];
});

When(
  /^(\w+) logs in and right after that sends a login (.+)$/,
  async function (this: AssayWorld, name: string, phrase: string) {
    const caller = this.person(name);
    this.speaker = caller;
    const request = await caller.vary(phrase);
    if (isNotApplicable(request)) throw new NotChecked('fixture', `${phrase}: ${request.notApplicable}`);
    const plain = await caller.plain();
    const { judged } = await this.run.courier.sequence(
      plain.facts?.account ?? '',
      () => this.dialogue.restore(caller),
      async (courier) => {
        this.dialogue.note(await courier.send(plain));
        const last = this.dialogue.note(await courier.send(request));
        return { judged: last, accepted: last.isAccepted };
      },
    );
    this.answers = [judged];
  },
);

When(/^every user sends a login (.+)$/, async function (this: AssayWorld, phrase: string) {
  const callers = this.run.callers.usable(this.profile, this.dialogue.scenario.location);
  this.answers = await Promise.all(
    callers.map(async (caller) => {
      const request = await caller.vary(phrase);
      if (isNotApplicable(request)) throw new NotChecked('fixture', `${phrase}: ${request.notApplicable}`);
      return this.dialogue.send(request, caller);
    }),
  );
});

When('{person} and {person} log in', async function (this: AssayWorld, one: string, other: string) {
  const callers = [this.person(one), this.person(other)];
  this.answers = await Promise.all(
    callers.map(async (caller) => this.dialogue.send(await caller.plain(), caller)),
  );
});

When(
  '{person} logs in with a wrong password and then somebody unknown tries',
  async function (this: AssayWorld, name: string) {
    const unknown =
      this.profile === 'ckstack-token' ? 'as a user who does not exist' : 'with an e-mail that nobody has';
    const wrong = await vary(this, name, 'with a password unlike the right one');
    this.answers = [wrong, await vary(this, name, unknown)];
  },
);

When('the users log in sixteen times at once', async function (this: AssayWorld) {
  const callers = this.run.callers.usable(this.profile, this.dialogue.scenario.location);
  const requests = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, at) => {
      const caller = callers[at % callers.length];
      if (!caller) throw new Error('nobody is there to log in');
      return caller.plain();
    }),
  );
  const judged = await this.run.courier.exclusive((courier) =>
    Promise.all(requests.map((request) => courier.send(request))),
  );
  this.answers = judged.map((answer) => this.dialogue.note(answer));
});

When(
  '{person} gives wrong passwords as often as the budget allows and then logs in',
  async function (this: AssayWorld, name: string) {
    this.answers = [
      await logInAfter(this, name, [
        'with a password unlike the right one',
        'with the right password and one character more',
        'with the right password in capitals',
      ]),
    ];
  },
);

When(
  '{person} sends malformed logins as often as the budget allows and then logs in',
  async function (this: AssayWorld, name: string) {
    this.answers = [
      await logInAfter(this, name, [
        'that is an array with the login in it',
        'with a body that lacks its last brace',
        'without a password',
      ]),
    ];
  },
);

/** Logs somebody in after as many refused logins, of these phrases in turn, as the budget allows. */
async function logInAfter(world: AssayWorld, name: string, phrases: readonly string[]) {
  const caller = world.person(name);
  world.speaker = caller;
  const times = Math.min(world.run.config.maxFailedLogins, MOST_REFUSED);
  const refused = await Promise.all(
    Array.from({ length: times }, async (_, at) => {
      const request = await caller.vary(phrases[at % phrases.length] ?? '');
      return isNotApplicable(request) ? await caller.vary(phrases[0] ?? '') : request;
    }),
  );
  const plain = await caller.plain();
  const { judged } = await world.run.courier.sequence(
    plain.facts?.account ?? '',
    () => world.dialogue.restore(caller),
    async (courier) => {
      for (const request of refused)
        if (!isNotApplicable(request)) world.dialogue.note(await courier.send(request));
      const last = world.dialogue.note(await courier.send(plain));
      return { judged: last, accepted: last.isAccepted };
    },
  );
  return judged;
}

async function vary(world: AssayWorld, name: string, phrase: string) {
  const caller = world.person(name);
  world.speaker = caller;
  const request = await caller.vary(phrase);
  if (isNotApplicable(request)) throw new NotChecked('fixture', `${phrase}: ${request.notApplicable}`);
  return world.dialogue.sendShared(`${caller.canLogIn ? '' : 'blocked '}${phrase}`, request, caller);
}
