import { defineParameterType, Then, When } from '@cucumber/cucumber';
import { Campaign } from '../src/run/fuzz/campaign.js';
import { respelledMenus } from '../src/run/fuzz/menu-names.js';
import { KINDS, type Kind, propertyOf } from '../src/run/fuzz/property.js';
import type { AssayWorld } from './support/world.js';

/* What holds for every generated login: `src/run/fuzz` sends them and finds the smallest that breaks it. */

const campaigns = new WeakMap<AssayWorld, Campaign>();

defineParameterType({
  name: 'generated',
  regexp: new RegExp(KINDS.join('|')),
  transformer: (words: string) => words as Kind,
  useForSnippets: false,
});

When('{generated} are generated', async function (this: AssayWorld, kind: Kind) {
  const campaign = new Campaign(this.run, this.dialogue.scenario, propertyOf(this.profile, kind));
  campaigns.set(this, campaign);
  await campaign.run();
});

Then(
  /^(?:none of them is given a token|each of them is refused for what is wrong with it|each of them is accepted)$/,
  function (this: AssayWorld) {
    const campaign = campaigns.get(this);
    for (const report of campaign?.reports ?? []) this.attach(report, 'text/plain');
    this.dialogue.uncounted.push(...(campaign?.uncounted ?? []));
    campaign?.conclude();
  },
);

Then('every generated spelling of the menus is read by its name alone', function (this: AssayWorld) {
  respelledMenus(this.answer, this.run.config);
});
