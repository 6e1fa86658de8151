import type { Clause } from '../../../verdict/clause.js';

const DESCRIPTION = 'Description, company.groups.menus.name';

/** RO-01, RO-03 and RO-04: the roles that the menus of `ckstack-token` give. */
export const ROLE_CLAUSES: readonly Clause[] = [
  {
    id: 'RO-01',
    level: 'MUST',
    statement:
      'In every good answer of the run, the system administrator, the intermediate administrator and the general user of the fixtures each get the menu that gives their role (ROOT, CADMIN, NORMAL in any letter case) and no menu that gives a higher role.',
    source: DESCRIPTION,
    reading: 'Companies that the fixtures give roles for are judged by RO-03 instead.',
  },
  {
    id: 'RO-03',
    level: 'MUST',
    statement:
      'In every good answer of the run, a user of several companies has the roles of each company in that company alone, and all roles that a company gives.',
    source: 'Description: several roles in several companies',
    reading:
      'Companies that the fixtures do not list are not judged; an empty list there means that the user has no role in that company; companies with the same name are joined; only `menus` of `groups` count, nothing nested below a menu.',
  },
  {
    id: 'RO-04',
    level: 'MUST',
    statement:
      'A user with none of the menus ROOT, CADMIN and NORMAL has no role, whatever other menus there are.',
    source: DESCRIPTION,
  },
];
