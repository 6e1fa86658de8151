import { Given } from '@cucumber/cucumber';
import type { CkstackUserKey } from '../src/profiles/fixtures.js';
import type { AssayWorld } from './support/world.js';

/*
 * The people of the features stand for the accounts of the fixtures file. Who of them a «user» is depends on
 * the scenario, so that failed logins spread over the accounts.
 */

Given('{person} is a user( of the company)', function (this: AssayWorld, name: string) {
  const [testUser] = this.strangers();
  if (!testUser) return this.notChecked('no user is given');
  this.introduce(name, testUser);
});

Given('{person} is another user( of the company)', function (this: AssayWorld, name: string) {
  const [testUser] = this.strangers();
  if (!testUser) {
    const given = this.run.users.all(this.profile, this.scenario.ref.location).length;
    if (given > 1) return this.notChecked('the plain login of every other user is not accepted');
    return this.notChecked(
      this.profile === 'ckstack-token'
        ? 'only one user is given: put a second one into ckstack.users of the fixtures file'
        : 'no second user is given: put esignon.secondUser into the fixtures file',
    );
  }
  this.introduce(name, testUser);
});

Given('{person} is a user of a blocked company', function (this: AssayWorld, name: string) {
  if (this.profile === 'ckstack-token') throw new Error('ckstack knows no blocked company');
  this.introduce(name, this.run.users.blocked(this.profile));
});

Given(
  "{person} is the fixture's {ckstackUser}",
  function (this: AssayWorld, name: string, key: CkstackUserKey) {
    const { users } = this.run;
    const { location } = this.scenario.ref;
    const testUser = users.ckstackUser(key, location);
    if (users.usable(this.profile, location).every(({ fixture }) => fixture !== testUser.fixture)) {
      return this.notChecked(`the plain login of ${testUser.fixture} is not accepted (see CK-01)`);
    }
    this.introduce(name, testUser);
  },
);
