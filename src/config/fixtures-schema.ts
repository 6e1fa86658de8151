import { compile } from '../schema/ajv.js';
import { type Problem, problemsOf } from '../schema/problem.js';

/**
 * Holds a fixtures file against `schemas/fixtures.schema.json`.
 *
 * @param value the file's JSON, its `${env:NAME}` replaced
 * @returns every problem, none quoting a value; empty: the value has the type `Fixtures`
 */
export function fixturesProblems(value: unknown): readonly Problem[] {
  return problemsOf(compile('fixtures.schema.json')(value), value);
}
