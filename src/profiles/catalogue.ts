import type { Clause, Level } from '../verdict/clause.js';
import type { ProfileName } from './built-in.js';
import { CKSTACK_CLAUSES } from './ckstack/clauses/ckstack.js';
import { ROLE_CLAUSES } from './ckstack/clauses/roles.js';
import { ESIGNON_CLAUSES } from './esignon/clauses/esignon.js';
import { LOGIN_CLAUSES } from './esignon/clauses/login.js';
import { STARTSIMPLE_CLAUSES } from './esignon/clauses/startsimple.js';

/** Every clause at every level it has, in the order of the contract; MUST before SHOULD of the same id. */
export const CLAUSES: readonly Clause[] = [
  ...ESIGNON_CLAUSES,
  ...STARTSIMPLE_CLAUSES,
  ...LOGIN_CLAUSES,
  ...CKSTACK_CLAUSES,
  ...ROLE_CLAUSES,
];

/** The entries that apply to a profile, in the order of the contract. */
export function clausesOf(profile: ProfileName): readonly Clause[] {
  return CLAUSES.filter((clause) => clause.profiles.includes(profile));
}

/** The entry of an id and a level; without a level the MUST where there is one. `undefined`: no such clause. */
export function findClause(id: string, level?: Level): Clause | undefined {
  return CLAUSES.find((clause) => clause.id === id && (level === undefined || clause.level === level));
}

/** Whether a string is the id of a clause (`ES-01`), of whatever level. */
export function isClauseId(id: string): boolean {
  return findClause(id) !== undefined;
}
