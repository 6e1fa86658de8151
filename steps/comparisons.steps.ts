import { Then } from '@cucumber/cucumber';
import { NotChecked } from '../src/errors/not-checked.js';
import { ownAnswer, tokensDiffer, tokensOfUsersDiffer } from '../src/profiles/login/comparisons.js';
import type { AssayWorld } from './support/world.js';

/* What only several answers together show. */

Then('the two answers look the same', function (this: AssayWorld) {
  const [one, other] = this.answers;
  if (!one || !other) throw new Error('there are no two answers');
  if (one.isAccepted || other.isAccepted) {
    throw new NotChecked('precondition', 'one of the two logins was accepted, which other clauses judge');
  }
  this.scenario.check([one.checkSameRefusal(other)], [one, other]);
});

Then('their tokens differ', function (this: AssayWorld) {
  const [one, other] = this.answers;
  if (!one || !other) throw new Error('there are no two answers');
  const check = tokensDiffer(this.profile === 'ckstack-token' ? 'CK-27' : 'ES-24', one, other);
  if (!check)
    throw new NotChecked('precondition', 'one of the two logins has no token, which other clauses judge');
  this.scenario.check([check], [one, other]);
});

Then('each login gets its own answer', function (this: AssayWorld) {
  const clause = this.profile === 'ckstack-token' ? 'CK-28' : 'ES-25';
  for (const answer of this.answers) this.scenario.check([ownAnswer(clause, answer)], [answer]);
  const shared = tokensOfUsersDiffer(this.profile === 'ckstack-token' ? 'CK-27' : 'ES-24', this.answers);
  if (shared) this.scenario.check([shared.check], shared.answers);
});
