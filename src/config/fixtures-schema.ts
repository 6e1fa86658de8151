import type { Profile } from '../profiles/profile.js';
import { compileMembers, type Validator } from '../schema/ajv.js';
import { type Problem, problemsOf } from '../schema/problem.js';

const FILE = 'fixtures.schema.json';

/** Compiling takes longer than all else about a file. */
const validators = new WeakMap<readonly Profile[], Validator>();

/**
 * Validates a fixtures file against the schemas of these profiles' families; a member of no family is a problem.
 *
 * @param value the file's JSON, its `${env:NAME}` replaced
 * @returns every problem, none quoting a value; empty: the value has the type `Fixtures`
 */
export function fixturesProblems(value: unknown, profiles: readonly Profile[]): readonly Problem[] {
  const validator = validators.get(profiles) ?? compileFixtures(profiles);
  validators.set(profiles, validator);
  return problemsOf(validator(value), value);
}

/**
 * Why a schema cannot be that of a part of the fixtures file.
 *
 * @returns one phrase; `null`: it can
 */
export function schemaFault(schema: object): string | null {
  try {
    compileMembers(new Map([['part', schema]]), FILE);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function compileFixtures(profiles: readonly Profile[]): Validator {
  const parts = profiles.map(({ family, fixtures }) => [family, fixtures.schema] as const);
  const forEditors = ['$schema', { type: 'string' }] as const;
  return compileMembers(new Map<string, object>([forEditors, ...parts]), FILE);
}
