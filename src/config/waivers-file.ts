import { FileContentError } from '../errors/file-content-error.js';
import type { Problem } from '../schema/problem.js';
import { problemSentence } from '../schema/problem.js';
import { nearest } from '../text/nearest.js';
import { CLAUSE_ID, type Clause } from '../verdict/clause.js';
import { readJson } from './json-text.js';
import type { Waiver } from './run-config.js';
import type { UserFile } from './text-file.js';
import { waiversProblems } from './waivers-schema.js';

/** What a waiver has to know of the catalogue. */
export type KnownClause = Pick<Clause, 'id' | 'level'>;

/**
 * Loads a waivers file. A waiver whose `until` is past is not an error: the verdict names it.
 *
 * @param file the file
 * @param knownClauses the catalogue: an entry for each level of a clause
 * @param profiles names of the profiles that there are
 * @throws {UnreadableFileError} when it cannot be read
 * @throws {FileSyntaxError} when it is not JSON
 * @throws {FileContentError} when it is not of its schema, waives an unknown clause, names an unknown profile, or waives the same twice
 */
export async function loadWaivers(
  file: UserFile,
  knownClauses: readonly KnownClause[],
  profiles: readonly string[],
): Promise<readonly Waiver[]> {
  const value = await readJson(file);
  const invalid = waiversProblems(value).map((problem) => sentence(problem, value));
  if (invalid.length > 0) throw new FileContentError(file.shown, invalid);

  const waivers = value as readonly Waiver[];
  const problems = waivers.flatMap((waiver, index) => {
    const problem =
      clauseProblem(waiver, knownClauses) ??
      profileProblem(waiver, profiles) ??
      repetition(waiver, waivers.slice(0, index));
    return problem === null ? [] : [`waiver ${index + 1}: ${problem}`];
  });
  if (problems.length > 0) throw new FileContentError(file.shown, problems);
  return waivers;
}

/** "waiver 2 (ES-18): until is missing; give …". */
function sentence(problem: Problem, value: unknown): string {
  const [index, ...path] = problem.path;
  if (typeof index !== 'number') return problemSentence(problem);
  const clause: unknown = Array.isArray(value) ? value[index]?.clause : undefined;
  const name = typeof clause === 'string' && CLAUSE_ID.test(clause) ? ` (${clause})` : '';
  const text = path.length === 0 ? problem.text : problemSentence({ path, text: problem.text });
  return `waiver ${index + 1}${name}: ${text}`;
}

function clauseProblem({ clause, level }: Waiver, known: readonly KnownClause[]): string | null {
  const entries = known.filter(({ id }) => id === clause);
  if (entries.length === 0) {
    const near = nearest(
      clause,
      known.map(({ id }) => id),
    );
    const hint = near === null ? '--list shows the clauses' : `did you mean ${near}?`;
    return `clause ${JSON.stringify(clause.slice(0, 40))} is not in the contract; ${hint}`;
  }
  if (level === undefined || entries.some((entry) => entry.level === level)) return null;
  return `level must be ${entries.map((entry) => entry.level).join(' or ')}, since ${clause} has no ${level} part`;
}

function profileProblem({ profile }: Waiver, known: readonly string[]): string | null {
  if (profile === undefined || known.includes(profile)) return null;
  return `profile ${JSON.stringify(profile.slice(0, 40))} is not known; known profiles: ${known.join(', ')}`;
}

function repetition({ clause, level, profile, finding }: Waiver, earlier: readonly Waiver[]): string | null {
  const at = earlier.findIndex(
    (other) =>
      other.clause === clause &&
      other.profile === profile &&
      other.finding === finding &&
      (other.level === undefined || level === undefined || other.level === level),
  );
  return at < 0 ? null : `clause ${clause} is already waived by waiver ${at + 1}; keep one of them`;
}
