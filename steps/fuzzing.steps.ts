import { Then, When } from '@cucumber/cucumber';
import { PropertyRun } from '../src/engine/fuzzing/property-run.js';
import type { AssayWorld } from './support/world.js';

/* What holds for every generated login: the engine sends them and finds the smallest that breaks it. */

const propertyRuns = new WeakMap<AssayWorld, PropertyRun>();

When(/^(\w.*) are generated$/, async function (this: AssayWorld, kind: string) {
  const property = this.profile.profile.properties.find((each) => each.kind === kind);
  if (!property) throw new Error(`${this.profile.profile.name} has no property of ${kind}`);
  const propertyRun = new PropertyRun(this.run, this.profile, this.scenario.ref, property);
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
