import { Then } from '@cucumber/cucumber';
import { tokensOfUsersDiffer } from '../src/engine/token-comparison.js';
import { NotChecked } from '../src/errors/not-checked.js';
import type { AssayWorld } from './support/world.js';

/* What only several answers together can show. */

Then('the two answers look the same', function (this: AssayWorld) {
  const [one, other] = this.answers;
  if (!one || !other) throw new Error('there are no two answers');
  if (one.isAccepted || other.isAccepted) {
    throw new NotChecked('precondition', 'one of the two logins was accepted, which other clauses judge');
  }
  this.scenario.check([one.checkSameRefusal(this.clause, this.level, other)], [one, other]);
});

Then('the two answers have the same code/error', function (this: AssayWorld) {
  const [one, other] = this.answers;
  if (!one || !other) throw new Error('there are no two answers');
  const check = {
    clause: this.clause,
    level: this.level,
    held: one.code === other.code,
    kind: 'other-code',
    expected: `the code of the other answer, ${one.code}`,
    actual: `${other.code}`,
  };
  this.scenario.check([check], [one, other]);
});

Then('their tokens differ', function (this: AssayWorld) {
  const found = tokensOfUsersDiffer(this.clause, this.answers);
  if (!found)
    throw new NotChecked('precondition', 'one of the two logins has no token, which other clauses judge');
  this.scenario.check([found.check], found.answers);
});

Then('each login/request gets its own answer', function (this: AssayWorld) {
  for (const answer of this.answers)
    this.scenario.check([answer.checkOwnAnswer(this.clause, this.level)], [answer]);
  const shared = tokensOfUsersDiffer(this.profile.profile.roles.distinctTokens, this.answers);
  if (shared) this.scenario.check([shared.check], shared.answers);
});
