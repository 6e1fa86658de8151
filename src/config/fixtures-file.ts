import { FileContentError } from '../errors/file-content-error.js';
import { MissingEnvironmentError } from '../errors/missing-environment-error.js';
import type { Profile } from '../profiles/profile.js';
import { formatMemberPath } from '../schema/member-path.js';
import { problemSentence } from '../schema/problem.js';
import { resolveEnvironment } from './environment-references.js';
import { fixturesProblems } from './fixtures-schema.js';
import { readJson } from './json-text.js';
import type { Fixtures } from './run-config.js';
import type { UserFile } from './text-file.js';

/** Keywords that a reference which was not replaced breaks without meaning anything. */
const OF_A_VALUE = new Set(['pattern', 'enum', 'minLength']);

/**
 * Loads a fixtures file: strict JSON, `${env:NAME}` replaced, validated by its schema, the part of each family checked
 * by its profile.
 *
 * @param file the file
 * @param env the environment that `${env:NAME}` refers to
 * @param profiles whose families have a part in it
 * @throws {UnreadableFileError} when it cannot be read
 * @throws {FileSyntaxError} when it is not JSON
 * @throws {MissingEnvironmentError} when variables are missing and all else is right
 * @throws {FileContentError} for anything else; it names the first five problems, never a value
 */
export async function loadFixtures(
  file: UserFile,
  env: NodeJS.ProcessEnv,
  profiles: readonly Profile[],
): Promise<Fixtures> {
  const { value, problems: missing, unresolved } = resolveEnvironment(await readJson(file), env);
  const invalid = fixturesProblems(value, profiles)
    .filter(({ path, error }) => !(OF_A_VALUE.has(error.keyword) && unresolved.has(formatMemberPath(path))))
    .map(problemSentence);
  if (invalid.length > 0) throw new FileContentError(file.shown, [...invalid, ...missing]);

  // What the schema finds, except in members that still hold a reference.
  const { $schema: _, ...fixtures } = value as Fixtures & { readonly $schema?: string };
  const { checked, problems } = await checkMeaning(fixtures, file.path, unresolved, profiles);
  if (problems.length > 0) throw new FileContentError(file.shown, [...problems, ...missing]);
  if (missing.length > 0) throw new MissingEnvironmentError(file.shown, missing);
  return checked;
}

async function checkMeaning(
  fixtures: Fixtures,
  file: string,
  unresolved: ReadonlySet<string>,
  profiles: readonly Profile[],
): Promise<{ checked: Fixtures; problems: readonly string[] }> {
  const parts = new Map(profiles.map((profile) => [profile.family, profile.fixtures]));
  const checks = await Promise.all(
    [...parts].map(async ([family, part]) => {
      const value = fixtures[family];
      if (value === undefined) return { family, value, problems: [] };
      const checked = await part.check?.(value, { file, unresolved });
      return { family, ...(checked ?? { value, problems: [] }) };
    }),
  );
  const given = checks.filter(({ value }) => value !== undefined);
  return {
    checked: Object.fromEntries(given.map(({ family, value }) => [family, value])),
    problems: checks.flatMap(({ problems }) => problems),
  };
}
