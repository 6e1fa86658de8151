import { FileContentError } from '../errors/file-content-error.js';
import { MissingEnvironmentError } from '../errors/missing-environment-error.js';
import { dateFormatFault } from '../profiles/esignon/date-format.js';
import type { Fixtures } from '../profiles/fixtures.js';
import { formatMemberPath } from '../schema/member-path.js';
import { problemSentence } from '../schema/problem.js';
import { resolveEnvironment } from './environment-references.js';
import { fixturesProblems } from './fixtures-schema.js';
import { parseJson } from './json-text.js';
import { checkSignature } from './signature-setting.js';
import { readTextFile, type UserFile } from './text-file.js';

/** Keywords that a reference which was not replaced breaks without meaning anything. */
const OF_A_VALUE = new Set(['pattern', 'enum', 'minLength']);

/**
 * Loads a fixtures file: strict JSON, `${env:NAME}` replaced, held against its schema, `signature.module` absolute and
 * loadable, digest and date format known.
 *
 * @param file the file
 * @param env the environment that `${env:NAME}` refers to
 * @throws {UnreadableFileError} when it cannot be read
 * @throws {FileSyntaxError} when it is not JSON
 * @throws {MissingEnvironmentError} when variables are missing and all else is right
 * @throws {FileContentError} for anything else; it tells the first five problems, never a value
 */
export async function loadFixtures(file: UserFile, env: NodeJS.ProcessEnv): Promise<Fixtures> {
  const {
    value,
    problems: missing,
    unresolved,
  } = resolveEnvironment(parseJson(await readTextFile(file), file.shown), env);
  const invalid = fixturesProblems(value)
    .filter(({ path, error }) => !(OF_A_VALUE.has(error.keyword) && unresolved.has(formatMemberPath(path))))
    .map(problemSentence);
  if (invalid.length > 0) throw new FileContentError(file.shown, [...invalid, ...missing]);

  // Of the schema, but for members that still hold a reference.
  const { $schema: _, ...fixtures } = value as Fixtures & { readonly $schema?: string };
  const { checked, problems } = await checkMeaning(fixtures, file.path, unresolved);
  if (problems.length > 0) throw new FileContentError(file.shown, [...problems, ...missing]);
  if (missing.length > 0) throw new MissingEnvironmentError(file.shown, missing);
  return checked;
}

async function checkMeaning(
  fixtures: Fixtures,
  path: string,
  unresolved: ReadonlySet<string>,
): Promise<{ checked: Fixtures; problems: readonly string[] }> {
  const { esignon, ckstack } = fixtures;
  const problems: string[] = [];
  const format = esignon?.expireDateFormat;
  if (format !== undefined && !unresolved.has('esignon.expireDateFormat')) {
    const fault = dateFormatFault(format);
    if (fault !== null) problems.push(`esignon.expireDateFormat is no date format: ${fault}`);
  }
  const { user, secondUser } = esignon ?? {};
  if (user && secondUser && user.email === secondUser.email && !unresolved.has('esignon.user.email'))
    problems.push('esignon.secondUser is the same as esignon.user: two users are needed, or leave it out');
  const signatureIsOpen = [...unresolved].some((member) => member.startsWith('ckstack.signature.'));
  if (ckstack?.signature === undefined || signatureIsOpen) return { checked: fixtures, problems };
  const signature = await checkSignature(ckstack.signature, path);
  if ('problems' in signature) return { checked: fixtures, problems: [...problems, ...signature.problems] };
  return { checked: { ...fixtures, ckstack: { ...ckstack, signature: signature.setting } }, problems };
}
