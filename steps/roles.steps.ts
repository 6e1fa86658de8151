import { Then } from '@cucumber/cucumber';
import { NotChecked } from '../src/errors/not-checked.js';
import { type CkstackRun, isCkstackRun } from '../src/profiles/ckstack/profile.js';
import { hasCompanyRoles, hasMenus, hasNoRole, hasRole } from '../src/profiles/ckstack/role-checks.js';
import { roleOfTitle } from '../src/profiles/ckstack/roles.js';
import type { EvaluatedExchange } from '../src/profiles/profile.js';
import type { AssayWorld } from './support/world.js';

/* Roles are derived from the menus of an accepted login: a matter of ckstack alone. */

Then(/^\w+ has the role of (.+) and no higher role$/, function (this: AssayWorld, title: string) {
  const { sent } = this.answer.exchange.request.facts ?? {};
  const listed = ckstackRun(this).accounts.companiesWithRoles(sent?.userId);
  this.scenario.check(hasRole(accepted(this), roleOfTitle(title), listed), [this.answer]);
});

Then('{person} has no role', function (this: AssayWorld, _: string) {
  this.scenario.check(hasNoRole(accepted(this)), [this.answer]);
});

Then(
  '{person} has exactly the roles of the fixtures in each company',
  function (this: AssayWorld, _: string) {
    const wanted = ckstackRun(this).accounts.companyRoles();
    this.scenario.check(hasCompanyRoles(accepted(this), wanted), [this.answer]);
  },
);

function ckstackRun({ profile: { run } }: AssayWorld): CkstackRun {
  if (!isCkstackRun(run)) throw new Error('only ckstack has roles');
  return run;
}

function accepted({ answer }: AssayWorld): EvaluatedExchange {
  if (!answer.isAccepted)
    throw new NotChecked('precondition', 'the login was refused, so that there are no menus (see CK-01)');
  if (!hasMenus(answer)) throw new NotChecked('precondition', 'the menus cannot be read (see CK-09)');
  return answer;
}
