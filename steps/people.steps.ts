import { Given } from '@cucumber/cucumber';
import type { AssayWorld } from './support/world.js';

/*
 * The people of the features, or the programs, are the accounts of the fixtures file. Which of them a "user" is depends on the scenario, so
 * that failed logins spread over the accounts.
 */

Given(/^([A-Z][a-z]+) is a (?:user(?: of the company)?|client)$/, function (this: AssayWorld, name: string) {
  const [user] = this.strangers();
  if (!user) return this.notChecked('no user is given');
  this.introduce(name, user);
});

Given(
  /^([A-Z][a-z]+) is another (?:user(?: of the company)?|client)$/,
  function (this: AssayWorld, name: string) {
    const [user] = this.strangers();
    if (!user) {
      const given = this.run.users.all(this.profile, this.scenario.ref.location).length;
      return this.notChecked(
        given > 1
          ? 'the plain login of every other user is not accepted'
          : `only one user is given: put another one into ${this.profile.profile.fixtures.furtherUser} of the fixtures file`,
      );
    }
    this.introduce(name, user);
  },
);

Given(
  /^([A-Z][a-z]+) is (?:the fixture's|a) (?!user$|user of the company$|client$)(.+)$/,
  function (this: AssayWorld, name: string, role: string) {
    this.introduce(name, this.run.users.as(this.profile, role, this.scenario.ref.location));
  },
);
