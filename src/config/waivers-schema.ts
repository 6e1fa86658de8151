import { compile } from '../schema/ajv.js';
import { type Problem, problemsOf } from '../schema/problem.js';

/**
 * Holds a waivers file against `schemas/waivers.schema.json`. Whether the clauses exist is for the caller to say.
 *
 * @param value the file's JSON
 * @returns every problem; empty: the value has the type `Waiver[]`
 */
export function waiversProblems(value: unknown): readonly Problem[] {
  return problemsOf(compile('waivers.schema.json')(value), value);
}
