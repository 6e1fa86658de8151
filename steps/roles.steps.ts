import { Then } from '@cucumber/cucumber';
import { NotChecked } from '../src/errors/not-checked.js';
import type { CkstackReading } from '../src/profiles/ckstack/reading.js';
import { hasCompanyRoles, hasMenus, hasNoRole, hasRole } from '../src/profiles/ckstack/role-checks.js';
import { isRole } from '../src/profiles/ckstack/roles.js';
import type { AssayWorld } from './support/world.js';

/* Roles are derived from the menus of an accepted login. */

Then(
  '{person} has the role of {ckstackUser} and no higher role',
  function (this: AssayWorld, _: string, role: string) {
    if (!isRole(role)) throw new Error(`${role} is no role`);
    this.scenario.check(hasRole(accepted(this), role), [this.answer]);
  },
);

Then('{person} has no role', function (this: AssayWorld, _: string) {
  this.scenario.check(hasNoRole(accepted(this)), [this.answer]);
});

Then(
  '{person} has exactly the roles of the fixtures in each company',
  function (this: AssayWorld, _: string) {
    this.scenario.check(hasCompanyRoles(accepted(this), this.run.users.companyRoles()), [this.answer]);
  },
);

function accepted(world: AssayWorld): CkstackReading {
  const reading = world.answer.ckstack;
  if (!reading) throw new Error('roles are a matter of ckstack');
  if (!reading.accepted)
    throw new NotChecked('precondition', 'the login was refused, so that there are no menus (see CK-01)');
  if (!hasMenus(reading)) throw new NotChecked('precondition', 'the menus cannot be read (see CK-09)');
  return reading;
}
