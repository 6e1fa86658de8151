import { violationOf } from '../../schema/answer-shape.js';
import type { Check } from '../../verdict/check.js';
import { member } from '../login/json-answer.js';
import { show } from '../login/show.js';
import type { CkstackReading } from './reading.js';
import { companyRoles, MENU_OF_ROLE, menuNames, type Role, rolesAbove, rolesOfMenus } from './roles.js';

/** Whether the menus can be read at all: where CK-09 is violated they cannot. */
export function hasMenus(reading: CkstackReading): boolean {
  return reading.json?.ok === true && violationOf('ckstack', 'CK-09', reading.json.value) === null;
}

/** The user comes back with the menu of the role, and with none of a higher role (RO-01). */
export function hasRole(reading: CkstackReading, role: Role): readonly Check[] {
  const names = menuNames(companiesOf(reading));
  const roles = rolesOfMenus(names);
  const higher = rolesAbove(role).filter((above) => roles.has(above));
  return [
    {
      clause: 'RO-01',
      level: 'MUST',
      held: roles.has(role) && higher.length === 0,
      expected: `a menu named ${MENU_OF_ROLE[role]} (${role}) and none of a higher role`,
      actual: `menus named ${show(names)}`,
    },
  ];
}

/** No menu of the user names a role (RO-04). */
export function hasNoRole(reading: CkstackReading): readonly Check[] {
  const names = menuNames(companiesOf(reading));
  const roles = rolesOfMenus(names);
  return [
    {
      clause: 'RO-04',
      level: 'MUST',
      held: roles.size === 0,
      expected: 'no menu named ROOT, CADMIN or NORMAL in any case',
      actual: `menus named ${show(names)}, which give ${[...roles].join(', ')}`,
    },
  ];
}

/**
 * The user has in each listed company just the roles listed (RO-03).
 * @param wanted company name → roles; companies that are not listed are not judged
 */
export function hasCompanyRoles(
  reading: CkstackReading,
  wanted: Readonly<Record<string, readonly string[]>>,
): readonly Check[] {
  const came = companyRoles(companiesOf(reading));
  const wrong = Object.entries(wanted).filter(([company, roles]) => {
    const has = came.get(company) ?? new Set<string>();
    return has.size !== new Set(roles).size || roles.some((role) => !has.has(role as Role));
  });
  return [
    {
      clause: 'RO-03',
      level: 'MUST',
      held: wrong.length === 0,
      expected: wrong.map(([company, roles]) => `${show(company)}: ${listed(roles)}`).join('; '),
      actual: wrong
        .map(([company]) => {
          const has = came.get(company);
          return `${show(company)}: ${has ? listed([...has]) : 'not there'}`;
        })
        .join('; '),
    },
  ];
}

function companiesOf(reading: CkstackReading): unknown {
  return reading.json?.ok ? member(reading.json.value, 'company') : undefined;
}

function listed(roles: readonly string[]): string {
  return roles.length === 0 ? 'no role' : roles.join(', ');
}
