import { Then, When } from '@cucumber/cucumber';
import { findingsOf } from '../src/run/pacts/findings.js';
import { clausesOfTags } from '../src/run/scenario-tags.js';
import type { AssayWorld } from './support/world.js';

/* The interactions of the own contracts were begun before the scenarios; here each is asked about. */

When('the interaction of that name is verified', async function (this: AssayWorld) {
  const { mismatches, notChecked, judged } = await verified(this);
  this.answers = judged.map((answer) => this.dialogue.note(answer));
  if (notChecked) throw notChecked;
  if (mismatches.length === 0) return;
  this.attach(JSON.stringify(mismatches, null, 2), {
    mediaType: 'application/json',
    fileName: 'mismatches.json',
  });
});

Then('the client finds what it relies on', async function (this: AssayWorld) {
  const clauses = clausesOfTags(this.dialogue.scenario.tags);
  this.dialogue.check(findingsOf(await verified(this), this.profile, clauses), this.answers);
});

function verified({ run, profile, dialogue }: AssayWorld) {
  return run.contracts.own(profile, dialogue.scenario.name);
}
