import { Given } from '@cucumber/cucumber';
import type { CkstackUserKey } from '../src/contract/fixtures.js';
import type { AssayWorld } from './support/world.js';

/*
 * The people of the features stand for the accounts of the fixtures file. Who of them a «user» is depends on
 * the scenario, so that failed logins spread over the accounts.
 */

Given('{person} is a user( of the company)', function (this: AssayWorld, name: string) {
  const [caller] = this.strangers();
  if (!caller) return this.notChecked('no user is given');
  this.introduce(name, caller);
});

Given('{person} is another user( of the company)', function (this: AssayWorld, name: string) {
  const [caller] = this.strangers();
  if (!caller) {
    const given = this.run.callers.all(this.profile, this.dialogue.scenario.location).length;
    if (given > 1) return this.notChecked('the plain login of every other user is not accepted');
    return this.notChecked(
      this.profile === 'ckstack-token'
        ? 'only one user is given: put a second one into ckstack.users of the fixtures file'
        : 'no second user is given: put esignon.secondUser into the fixtures file',
    );
  }
  this.introduce(name, caller);
});

Given('{person} is a user of a company that may not call the API', function (this: AssayWorld, name: string) {
  if (this.profile === 'ckstack-token') throw new Error('ckstack knows no blocked company');
  this.introduce(name, this.run.callers.blocked(this.profile));
});

Given(
  "{person} is the fixture's {ckstackUser}",
  function (this: AssayWorld, name: string, key: CkstackUserKey) {
    const { callers } = this.run;
    const { location } = this.dialogue.scenario;
    const caller = callers.ckstackUser(key, location);
    if (callers.usable(this.profile, location).every(({ fixture }) => fixture !== caller.fixture)) {
      return this.notChecked(`the plain login of ${caller.fixture} is not accepted (see CK-01)`);
    }
    this.introduce(name, caller);
  },
);
