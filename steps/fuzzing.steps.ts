import { defineParameterType, Then, When } from '@cucumber/cucumber';
import { KINDS, type Kind, propertyOf } from '../src/engine/fuzzing/property.js';
import { PropertyRun } from '../src/engine/fuzzing/property-run.js';
import { respelledMenus } from '../src/profiles/ckstack/menu-names.js';
import type { AssayWorld } from './support/world.js';

/* What holds for every generated login: `src/run/fuzz` sends them and finds the smallest that breaks it. */

const propertyRuns = new WeakMap<AssayWorld, PropertyRun>();

defineParameterType({
  name: 'generated',
  regexp: new RegExp(KINDS.join('|')),
  transformer: (words: string) => words as Kind,
  useForSnippets: false,
});

When('{generated} are generated', async function (this: AssayWorld, kind: Kind) {
  const propertyRun = new PropertyRun(this.run, this.scenario.ref, propertyOf(this.profile, kind));
  propertyRuns.set(this, propertyRun);
  await propertyRun.run();
});

Then(
  /^(?:none of them gets a token|each of them is refused for the right reason|each of them is accepted)$/,
  function (this: AssayWorld) {
    const propertyRun = propertyRuns.get(this);
    for (const report of propertyRun?.reports ?? []) this.attach(report, 'text/plain');
    this.scenario.nonGating.push(...(propertyRun?.nonGating ?? []));
    propertyRun?.conclude();
  },
);

Then('every generated spelling of the menus is read by its name alone', function (this: AssayWorld) {
  respelledMenus(this.answer, this.run.config);
});
