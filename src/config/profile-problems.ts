import type { ClauseRoles, Profile } from '../profiles/profile.js';
import { nearest } from '../text/nearest.js';
import { quote } from '../text/quote.js';
import { sinceOf } from '../verdict/edition.js';
import { schemaFault } from './fixtures-schema.js';

const ROLES: readonly (keyof ClauseRoles)[] = ['goodLogin', 'loginAfterRefusals', 'crash', 'distinctTokens'];

/** Tags that say the level of a scenario. */
const LEVEL_TAGS = ['must', 'should'];

/**
 * What keeps a profile of the right shape from being used: a name that is taken, a clause that is not there.
 *
 * @param others the profiles that are known already
 * @returns sentences without full stop
 */
export function profileProblems(profile: Profile, others: readonly Profile[]): readonly string[] {
  return [
    ...nameProblems(profile, others),
    ...clauseProblems(profile, others),
    ...referenceProblems(profile),
    ...statementProblems(profile),
    ...kindProblems(profile),
    ...schemaProblems(profile),
  ];
}

function nameProblems({ name, family, fixtures }: Profile, others: readonly Profile[]): readonly string[] {
  const problems: string[] = [];
  if (LEVEL_TAGS.includes(name)) problems.push(`name: ${quote(name)} is the tag of a level; choose another`);
  if (others.some((other) => other.name === name))
    problems.push(`name: ${quote(name)} is taken by another profile; choose another`);
  const relative = others.find((other) => other.family === family);
  if (relative && relative.fixtures !== fixtures) {
    const whose = `is that of ${relative.name}, which has other fixtures`;
    problems.push(`family: ${quote(family)} ${whose}; choose another, or give both the same object`);
  }
  return problems;
}

function clauseProblems({ family, clauses }: Profile, others: readonly Profile[]): readonly string[] {
  const keys = clauses.map((clause) => `${clause.id} ${clause.level} ${sinceOf(clause)}`);
  return clauses.flatMap(({ id, level }, at) => {
    const where = `clauses[${at}]: ${id}`;
    if (keys.indexOf(keys[at] ?? '') < at) return [`${where} ${level} is there twice`];
    const owner = others.find(
      (other) => other.family !== family && other.clauses.some((clause) => clause.id === id),
    );
    return owner ? [`${where} is a clause of ${owner.name}; choose letters of your own`] : [];
  });
}

/** Clauses that something names and nothing gives. */
function referenceProblems({ clauses, roles, statements, properties }: Profile): readonly string[] {
  const ids = clauses.map(({ id }) => id);
  const musts = clauses.filter(({ level }) => level === 'MUST').map(({ id }) => id);
  const references: readonly (readonly [where: string, clause: string, known: readonly string[]])[] = [
    ...ROLES.map((role) => [`roles.${role}`, roles[role], musts] as const),
    ...statements.map(([, clause], at) => [`statements[${at}]`, clause, ids] as const),
    ...properties.flatMap(({ generated }, at) => [
      [`properties[${at}].generated.clause`, generated.clause, ids] as const,
      ...generated.instances.map((id) => [`properties[${at}].generated.instances`, id, ids] as const),
    ]),
  ];
  return references
    .filter(([, clause, known]) => !known.includes(clause))
    .map(([where, clause, known]) => {
      const near = nearest(clause, known);
      const what = known === musts && ids.includes(clause) ? 'has no MUST part' : 'is not one of the clauses';
      return `${where}: ${quote(clause)} ${what}${near === null ? '' : `; did you mean ${near}?`}`;
    });
}

function statementProblems({ statements }: Profile): readonly string[] {
  return statements.flatMap(([words], at) =>
    /^the answer(?:'s)? ./.test(words)
      ? []
      : [`statements[${at}]: ${quote(words)} does not begin with "the answer", as the step does`],
  );
}

function kindProblems({ properties }: Profile): readonly string[] {
  const kinds = properties.map(({ kind }) => kind);
  return kinds
    .filter((kind, at) => kinds.indexOf(kind) < at)
    .map((kind) => `properties: ${quote(kind)} is there twice`);
}

function schemaProblems({ fixtures }: Profile): readonly string[] {
  const fault = schemaFault(fixtures.schema);
  return fault === null ? [] : [`fixtures.schema is not a JSON Schema (draft 2020-12): ${fault}`];
}
