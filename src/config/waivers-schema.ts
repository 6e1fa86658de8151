import { compile } from '../schema/ajv.js';
import { type Problem, problemsOf } from '../schema/problem.js';

/**
 * Validates a waivers file against `schemas/waivers.schema.json`. The caller checks whether the clauses exist.
 *
 * @param value the file's JSON
 * @returns every problem; empty: the value has the type `Waiver[]`
 */
export function waiversProblems(value: unknown): readonly Problem[] {
  return problemsOf(compile('waivers.schema.json')(value), value);
}
