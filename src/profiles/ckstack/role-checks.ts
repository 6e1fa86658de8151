import { violationOf } from '../../schema/answer-shape.js';
import { memberOf } from '../../text/json-members.js';
import type { Check } from '../../verdict/check.js';
import { memberAt } from '../login/reading.js';
import { show } from '../login/show.js';
import type { EvaluatedExchange } from '../profile.js';
import type { CkstackFixtures, CkstackUserKey } from './fixtures.js';
import { readCkstack } from './reading.js';
import {
  companyRoles,
  MENU_OF_ROLE,
  menuNames,
  ROLES,
  type Role,
  rolesAbove,
  rolesOfMenus,
} from './roles.js';

/** Whether the menus can be read at all: where CK-09 is violated they cannot. */
export function hasMenus({ exchange }: EvaluatedExchange): boolean {
  const { json } = readCkstack(exchange);
  return json?.ok === true && areMenusIn(json.value);
}

function areMenusIn(answer: unknown): boolean {
  return violationOf('ckstack', 'CK-09', answer) === null;
}

/**
 * What the fixtures say of the roles of a user, held against any good answer to a login of theirs.
 * @returns nothing for a user of whom they say nothing, and where the menus cannot be read
 */
export function fixtureRoleChecks(
  { users = {} }: CkstackFixtures,
  userId: string,
  answer: unknown,
): readonly Check[] {
  const isOwn = (key: CkstackUserKey) => users[key]?.userId === userId;
  if (!areMenusIn(answer)) return [];
  const company = memberOf(answer, 'company');
  const several = isOwn('several-companies') ? users['several-companies']?.roles : undefined;
  const listed = Object.keys(several ?? {});
  return [
    ...ROLES.filter(isOwn).flatMap((role) => roleChecks(company, role, listed)),
    ...(isOwn('no-role') ? noRoleChecks(company, listed) : []),
    ...(several ? companyRoleChecks(company, several) : []),
  ];
}

/** The user comes back with the menu of the role, and with none of a higher role (RO-01). @param listed names of companies that RO-03 judges */
export function hasRole(
  answer: EvaluatedExchange,
  role: Role,
  listed: readonly string[] = [],
): readonly Check[] {
  return roleChecks(companiesOf(answer), role, listed);
}

function roleChecks(company: unknown, role: Role, listed: readonly string[]): readonly Check[] {
  const names = menuNames(company);
  const roles = rolesOfMenus(names);
  const elsewhere = rolesOfMenus(menuNames(company, listed));
  const higher = rolesAbove(role).filter((above) => elsewhere.has(above));
  return [
    {
      clause: 'RO-01',
      level: 'MUST',
      held: roles.has(role) && higher.length === 0,
      kind: roles.has(role) ? 'higher-role' : 'role-missing',
      expected: `a menu named ${MENU_OF_ROLE[role]} (${role}) and none of a higher role`,
      actual: `menus named ${show(names)}`,
    },
  ];
}

/** No menu of the user names a role (RO-04). */
export function hasNoRole(answer: EvaluatedExchange): readonly Check[] {
  return noRoleChecks(companiesOf(answer));
}

/** @param listed as in {@link hasRole} */
function noRoleChecks(company: unknown, listed: readonly string[] = []): readonly Check[] {
  const names = menuNames(company, listed);
  const roles = rolesOfMenus(names);
  return [
    {
      clause: 'RO-04',
      level: 'MUST',
      held: roles.size === 0,
      kind: 'role',
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
  answer: EvaluatedExchange,
  wanted: Readonly<Record<string, readonly string[]>>,
): readonly Check[] {
  return companyRoleChecks(companiesOf(answer), wanted);
}

function companyRoleChecks(
  company: unknown,
  wanted: Readonly<Record<string, readonly string[]>>,
): readonly Check[] {
  const came = companyRoles(company);
  const wrong = Object.entries(wanted).filter(([company, roles]) => {
    const has = came.get(company) ?? new Set<string>();
    return has.size !== new Set(roles).size || roles.some((role) => !has.has(role as Role));
  });
  return [
    {
      clause: 'RO-03',
      level: 'MUST',
      held: wrong.length === 0,
      kind: 'other-roles',
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

function companiesOf(answer: EvaluatedExchange): unknown {
  return memberAt(readCkstack(answer.exchange).json, ['company']);
}

function listed(roles: readonly string[]): string {
  return roles.length === 0 ? 'no role' : roles.join(', ');
}
