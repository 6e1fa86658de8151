import { Then } from '@cucumber/cucumber';
import type { AssayWorld } from './support/world.js';

/*
 * What holds for every answer of the run. The checks are made where an answer arrives; here a scenario says what they
 * found about one clause. Each profile lists its statements, each with the clause that decides it.
 */
Then(/^(the answer(?:'s)? .+)$/, function (this: AssayWorld, statement: string) {
  this.scenario.holds(this.clauseOfStatement(statement), this.level);
});
