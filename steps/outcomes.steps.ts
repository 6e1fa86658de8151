import { Then } from '@cucumber/cucumber';
import { mediaTypeRefused, methodRefused } from '../src/profiles/login/comparisons.js';
import type { AssayWorld } from './support/world.js';

/* What a login leads to. The clause at stake is the scenario's own, the first of its tags. */

Then('the login is accepted', async function (this: AssayWorld) {
  if (!this.user) throw new Error('nobody logged in');
  await this.scenario.expectAccepted(this.clause, this.level, this.answer, this.user);
});

Then('each of the logins is refused', function (this: AssayWorld) {
  for (const answer of this.answers)
    this.scenario.check([answer.checkRefused(this.clause, this.level, [])], [answer]);
});

Then('the login is refused', function (this: AssayWorld) {
  this.scenario.check([this.answer.checkRefused(this.clause, this.level, [])], [this.answer]);
});

Then('the login is refused with result code {codes}', function (this: AssayWorld, codes: string[]) {
  this.scenario.check([this.answer.checkRefused(this.clause, this.level, codes)], [this.answer]);
});

Then(
  'the login is accepted, or refused with result code {codes}',
  function (this: AssayWorld, codes: string[]) {
    this.scenario.check(
      [this.answer.checkRefused(this.clause, this.level, codes, { orAccepted: true })],
      [this.answer],
    );
  },
);

Then('no token is issued', function (this: AssayWorld) {
  this.scenario.check([this.answer.checkNoToken(this.clause, this.level)], [this.answer]);
});

Then('the method is refused', function (this: AssayWorld) {
  const clause = this.profile === 'ckstack-token' ? 'CK-22' : 'ES-22';
  this.scenario.check([methodRefused(clause, this.answer)], [this.answer]);
});

Then('the media type is refused', function (this: AssayWorld) {
  this.scenario.check([mediaTypeRefused(this.answer)], [this.answer]);
});
