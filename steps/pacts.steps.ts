import { Then, When } from '@cucumber/cucumber';
import { clausesOfTags } from '../src/engine/scenario-tags.js';
import type { AssayWorld } from './support/world.js';

/* The interactions of the own contracts were begun before the scenarios; each scenario asks about one of them. */

When('the interaction of that name is verified', async function (this: AssayWorld) {
  const { run, scenario } = this;
  const { name } = this.profile.profile;
  const { mismatches, notChecked, evaluated } = await run.contracts.own(name, scenario.ref.name);
  this.answers = evaluated.map((answer) => scenario.observe(answer, { place: scenario.ref.name }));
  if (notChecked) throw notChecked;
  if (mismatches.length === 0) return;
  this.attach(JSON.stringify(mismatches, null, 2), {
    mediaType: 'application/json',
    fileName: 'mismatches.json',
  });
});

Then('the client finds what it relies on', async function (this: AssayWorld) {
  const { run, scenario } = this;
  const { name } = this.profile.profile;
  const clauses = clausesOfTags(scenario.ref.tags);
  scenario.check(await run.contracts.checks(name, scenario.ref.name, clauses), this.answers);
});
