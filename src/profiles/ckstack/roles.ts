/** Roles of a ckstack user, derived from the names of menus (clauses RO-01, RO-03 and RO-04). */

export type Role = 'system-administrator' | 'intermediate-administrator' | 'general-user';

/** Highest first. */
export const ROLES: readonly Role[] = ['system-administrator', 'intermediate-administrator', 'general-user'];

/** The menu that gives each role, in upper case. */
export const MENU_OF_ROLE: Readonly<Record<Role, string>> = {
  'system-administrator': 'ROOT',
  'intermediate-administrator': 'CADMIN',
  'general-user': 'NORMAL',
};

const ROLE_OF_MENU: ReadonlyMap<string, Role> = new Map(ROLES.map((role) => [MENU_OF_ROLE[role], role]));

/** Narrows any string to a role. */
export function isRole(name: string): name is Role {
  return ROLES.some((role) => role === name);
}

/**
 * The role by its title in features: "system administrator".
 * @throws {TypeError} for any other text: a fault of a feature
 */
export function roleOfTitle(title: string): Role {
  const role = title.replaceAll(' ', '-');
  if (!isRole(role)) throw new TypeError(`"${title}" is not a role`);
  return role;
}

/** 3 for the system administrator, 2 for the intermediate one, 1 for a general user. */
export function rankOf(role: Role): number {
  return ROLES.length - ROLES.indexOf(role);
}

/** The roles above a role, highest first: what RO-01 forbids its holder. */
export function rolesAbove(role: Role): readonly Role[] {
  return ROLES.slice(0, ROLES.indexOf(role));
}

/**
 * The role that a menu gives, by its whole name in upper case; `null` for any other name or value. "Case is ignored,
 * compare in upper case" is the document's rule; it names no locale, so Unicode's default rules count: `toUpperCase`
 * follows them in every locale, `toLocaleUpperCase` would not.
 */
export function roleOfMenu(name: unknown): Role | null {
  return typeof name === 'string' ? (ROLE_OF_MENU.get(name.toUpperCase()) ?? null) : null;
}

/** The roles that menus of these names give, each once. */
export function rolesOfMenus(names: Iterable<unknown>): Set<Role> {
  const roles = new Set<Role>();
  for (const name of names) {
    const role = roleOfMenu(name);
    if (role) roles.add(role);
  }
  return roles;
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
 */
export function menuNames(company: unknown): readonly string[] {
  return listOf(company)
    .flatMap((each) => listOf(memberOf(each, 'groups')))
    .flatMap((group) => listOf(memberOf(group, 'menus')))
    .map((menu) => memberOf(menu, 'name'))
    .filter((name) => typeof name === 'string');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
