import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ProfileModuleError } from '../errors/profile-module-error.js';
import type { Profile } from '../profiles/profile.js';
import { compileCode } from '../schema/ajv.js';
import { problemSentence, problemsOf } from '../schema/problem.js';
import { featurePaths, featureProblems } from './profile-features.js';
import { profileProblems } from './profile-problems.js';
import { PROFILE_SHAPE } from './profile-shape.js';
import { readTextFile, type UserFile } from './text-file.js';

/** A module may be bundled with all that it needs. */
const MAX_MODULE_BYTES = 16 * 1024 * 1024;
/** Most characters shown of what a module throws. */
const MAX_MESSAGE = 200;

/**
 * Loads profiles from outside: each module's default export is a profile, or a list of them.
 *
 * @param files the modules, in the order given
 * @param builtIn the profiles that come with the suite
 * @returns the built-in profiles, then those of the modules
 * @throws {UnreadableFileError} when a file cannot be read
 * @throws {ProfileModuleError} for a module that throws, and for whatever keeps its export from being a profile
 */
export async function loadProfiles(
  files: readonly UserFile[],
  builtIn: readonly Profile[],
): Promise<readonly Profile[]> {
  let known = builtIn;
  for (const file of files) known = [...known, ...(await loadModule(file, known))];
  return known;
}

async function loadModule(file: UserFile, known: readonly Profile[]): Promise<readonly Profile[]> {
  await readTextFile(file, MAX_MODULE_BYTES);
  const exported = await defaultExport(file);
  const values: readonly unknown[] = Array.isArray(exported) ? exported : [exported];
  if (exported === undefined || values.length === 0) {
    throw new ProfileModuleError(file.shown, ['it has no profile as its default export']);
  }
  const profiles: Profile[] = [];
  for (const [at, value] of values.entries()) {
    const where = values.length > 1 ? `profile ${at + 1}: ` : '';
    const { profile, problems } = await checkedProfile(value, dirname(file.path), [...known, ...profiles]);
    if (problems.length > 0) {
      throw new ProfileModuleError(
        file.shown,
        problems.map((problem) => where + problem),
      );
    }
    profiles.push(profile);
  }
  return profiles;
}

async function defaultExport({ path, shown }: UserFile): Promise<unknown> {
  try {
    return (await import(pathToFileURL(path).href)).default;
  } catch (error) {
    const thrown =
      error instanceof Error ? `${error.name}: ${error.message}` : 'a value that is not an error';
    const line = (thrown.split('\n', 1)[0] ?? '').slice(0, MAX_MESSAGE).replace(/[.\s]+$/, '');
    throw new ProfileModuleError(shown, [`it cannot be loaded (it throws ${line}); try node on it alone`], {
      cause: error,
    });
  }
}

/** @param folder of the module; `others`: the profiles that are known already */
async function checkedProfile(
  value: unknown,
  folder: string,
  others: readonly Profile[],
): Promise<{ readonly profile: Profile; readonly problems: readonly string[] }> {
  // Once it is of the shape; until then nothing but the problems is read.
  const given = value as Profile;
  const shape = problemsOf(compileCode(PROFILE_SHAPE)(value), value).map((problem) =>
    problem.path.length === 0 ? `its default export ${problem.text}` : problemSentence(problem),
  );
  if (shape.length > 0) return { profile: given, problems: shape };
  const profile = ownCopy(given, folder);
  const problems = [...profileProblems(profile, others), ...(await featureProblems(given, folder))];
  return { profile, problems };
}

/** Reads every member once: the module's own object may be of a class, and may change. */
function ownCopy(given: Profile, folder: string): Profile {
  const { name, family, title, document, endpoint, features, clauses, roles, statements } = given;
  const { fixtures, ownHeaders, properties } = given;
  return {
    ...{ name, family, title, document, endpoint, clauses, roles, statements },
    ...{ fixtures, ownHeaders, properties },
    features: featurePaths(features, folder),
    open: (setting) => given.open(setting),
  };
}
