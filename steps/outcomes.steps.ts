import { Then } from '@cucumber/cucumber';
import { mediaTypeRefused, methodRefused } from '../src/verify/comparisons.js';
import type { AssayWorld } from './support/world.js';

/* What a login leads to. The clause at stake is the scenario's own, the first of its tags. */

Then('the login is accepted', async function (this: AssayWorld) {
  if (!this.speaker) throw new Error('nobody logged in');
  await this.dialogue.expectAccepted(this.clause, this.level, this.answer, this.speaker);
});

Then('each of the logins is refused', function (this: AssayWorld) {
  for (const answer of this.answers)
    this.dialogue.check([answer.refused(this.clause, this.level, [])], [answer]);
});

Then('the login is refused', function (this: AssayWorld) {
  this.dialogue.check([this.answer.refused(this.clause, this.level, [])], [this.answer]);
});

Then('the login is refused with result code {codes}', function (this: AssayWorld, codes: string[]) {
  this.dialogue.check([this.answer.refused(this.clause, this.level, codes)], [this.answer]);
});

Then(
  'the login is accepted, or refused with result code {codes}',
  function (this: AssayWorld, codes: string[]) {
    this.dialogue.check(
      [this.answer.refused(this.clause, this.level, codes, { orAccepted: true })],
      [this.answer],
    );
  },
);

Then('no token is issued', function (this: AssayWorld) {
  this.dialogue.check([this.answer.noToken(this.clause, this.level)], [this.answer]);
});

Then('the method is refused', function (this: AssayWorld) {
  const clause = this.profile === 'ckstack-token' ? 'CK-22' : 'ES-22';
  this.dialogue.check([methodRefused(clause, this.answer)], [this.answer]);
});

Then('the media type is refused', function (this: AssayWorld) {
  this.dialogue.check([mediaTypeRefused(this.answer)], [this.answer]);
});
