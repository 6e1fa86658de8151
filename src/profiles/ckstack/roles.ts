import { memberOf } from '../../text/json-members.js';

/** The menu that gives each role, in upper case; the highest role first (RO-01). */
export const MENU_OF_ROLE = {
  'system-administrator': 'ROOT',
  'intermediate-administrator': 'CADMIN',
  'general-user': 'NORMAL',
} as const;

/** A role of a ckstack user: which one is derived from the names of menus. */
export type Role = keyof typeof MENU_OF_ROLE;

/** Highest first. */
export const ROLES = Object.keys(MENU_OF_ROLE) as readonly Role[];

/**
 * The role by its title in features: "system administrator".
 * @throws {TypeError} for any other text: a fault of a feature
 */
export function roleOfTitle(title: string): Role {
  const role = ROLES.find((each) => each === title.replaceAll(' ', '-'));
  if (!role) throw new TypeError(`"${title}" is not a role`);
  return role;
}

/** The roles above a role, highest first: what RO-01 forbids its holder. */
export function rolesAbove(role: Role): readonly Role[] {
  return ROLES.slice(0, ROLES.indexOf(role));
}

/**
 * The roles that menus of these names give, each once (RO-01, RO-04): by the whole name. "Case is ignored, compare in
 * upper case" is the document's rule; it names no locale, so Unicode's default rules apply: `toUpperCase` follows them in
 * every locale, `toLocaleUpperCase` would not.
 */
export function rolesOfMenus(names: Iterable<unknown>): Set<Role> {
  const roleOf = (name: unknown) =>
    ROLES.filter((role) => typeof name === 'string' && name.toUpperCase() === MENU_OF_ROLE[role]);
  return new Set([...names].flatMap(roleOf));
}

/**
 * The roles in each company of an answer (RO-03): companies of one name are joined, a company without a role maps to
 * an empty set, one without a name in text is left out.
 * @param company the `company` member of an answer: any JSON, since other clauses judge its shape
 */
export function companyRoles(company: unknown): Map<string, Set<Role>> {
  const roles = new Map<string, Set<Role>>();
  for (const each of listOf(company)) {
    const name = memberOf(each, 'name');
    if (typeof name !== 'string') continue;
    const known = roles.get(name) ?? new Set<Role>();
    for (const role of rolesOfMenus(menuNames([each]))) known.add(role);
    roles.set(name, known);
  }
  return roles;
}

/**
 * The names of all menus of an answer, in its order: `menus` of `groups` only, nothing below a menu.
 * @param company the `company` member of an answer: any JSON
 * @param except names of companies that are left out
 */
export function menuNames(company: unknown, except: readonly string[] = []): readonly string[] {
  return listOf(company)
    .filter((each) => !except.includes(memberOf(each, 'name') as string))
    .flatMap((each) => listOf(memberOf(each, 'groups')))
    .flatMap((group) => listOf(memberOf(group, 'menus')))
    .map((menu) => memberOf(menu, 'name'))
    .filter((name) => typeof name === 'string');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
