import { Then, When } from '@cucumber/cucumber';
import { clausesOfTags } from '../src/engine/scenario-tags.js';
import { findingsOf } from '../src/pact/contract-checks.js';
import type { AssayWorld } from './support/world.js';

/* The interactions of the own contracts were begun before the scenarios; here each is asked about. */

When('the interaction of that name is verified', async function (this: AssayWorld) {
  const { mismatches, notChecked, evaluated } = await verified(this);
  this.answers = evaluated.map((answer) => this.scenario.observe(answer));
  if (notChecked) throw notChecked;
  if (mismatches.length === 0) return;
  this.attach(JSON.stringify(mismatches, null, 2), {
    mediaType: 'application/json',
    fileName: 'mismatches.json',
  });
});

Then('the client finds what it relies on', async function (this: AssayWorld) {
  const clauses = clausesOfTags(this.scenario.ref.tags);
  this.scenario.check(findingsOf(await verified(this), this.profile, clauses), this.answers);
});

function verified({ run, profile, scenario }: AssayWorld) {
  return run.contracts.own(profile, scenario.ref.name);
}
