import { randomInt } from 'node:crypto';
import { OptionConflictError } from '../errors/option-conflict-error.js';
import { BUILT_IN_PROFILES, clausesOf } from '../profiles/built-in.js';
import { brokerConfig } from './broker-config.js';
import { deepFreeze } from './deep-freeze.js';
import { loadFixtures } from './fixtures-file.js';
import { helpText } from './help-text.js';
import type { Invocation } from './invocation.js';
import { type GivenOptions, givenOptions, optionValues } from './option-values.js';
import { OPTIONS, type RunOptionValues } from './options.js';
import { packageVersion } from './package-version.js';
import { loadPacts, type PactFile } from './pact-files.js';
import type { Fixtures, RunConfig, Waiver } from './run-config.js';
import { isThere, type UserFile, userFile } from './text-file.js';
import { loadWaivers } from './waivers-file.js';

const FIXTURES_FILE = 'assay.fixtures.json';
const WAIVERS_FILE = 'assay.waivers.json';
const SEEDS = 2 ** 31;

/**
 * Makes one checked, frozen configuration of command line, environment and files. Sends nothing, writes nothing.
 *
 * With the embedded provider (no target) and no `--fixtures`, `fixtures` is `{}` and `fixturesSource` is `null`: the
 * run puts in the fixtures of the embedded provider.
 *
 * @param argv the arguments after program, script and command
 * @param env the environment: `ASSAY_…` and what `${env:NAME}` in the fixtures file refers to
 * @param cwd absolute working folder
 * @throws {AssayError} of exit code 2, one clear sentence, for the first thing that is wrong
 */
export async function parseConfig(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<Invocation> {
  const given = givenOptions({ argv, env, cwd }, OPTIONS);
  const { help, version } = await optionValues(given, { help: OPTIONS.help, version: OPTIONS.version }, cwd);
  if (help) return { kind: 'help', text: helpText() };
  if (version) return { kind: 'version', text: packageVersion() };
  const values = await optionValues(given, OPTIONS, cwd);
  refuseContradictions(values, given);
  const fixtures = await fixturesOf(values, env, cwd);
  const waivers = await waiversOf(values, cwd);
  const config = deepFreeze<Omit<RunConfig, 'knownProfiles'>>({
    target: values.target,
    profiles: values.profile,
    ...fixtures,
    seed: values.seed ?? randomInt(SEEDS),
    fuzzRuns: values['fuzz-runs'],
    tags: values.tags,
    strict: values.strict,
    complete: values.complete,
    ...waivers,
    reportsDir: values.reports,
    html: !values['no-html'],
    timeoutMs: values.timeout,
    concurrency: values.concurrency,
    maxFailedLogins: values['max-failed-logins'],
    rate: values.rate,
    headers: values.header ?? [],
    ca: values.ca,
    caSource: given.get('ca')?.texts.at(-1) ?? null,
    insecure: values.insecure,
    pactsDir: values.pacts,
    pacts: await pactsOf(values, given),
    stateUrl: values['state-url'],
    broker: brokerConfig(values, given, env),
  });
  // Not the profiles: their arbitraries keep state.
  const knownProfiles = BUILT_IN_PROFILES;
  return { kind: values.list ? 'list' : 'run', config: Object.freeze({ ...config, knownProfiles }) };
}

function refuseContradictions({ ca, insecure }: RunOptionValues, given: GivenOptions): void {
  if (ca === null || !insecure) return;
  throw new OptionConflictError(
    given.get('ca')?.origin ?? '--ca',
    given.get('insecure')?.origin ?? '--insecure',
    '--ca restricts trust, --insecure disables it',
  );
}

async function fixturesOf(
  { fixtures, target }: RunOptionValues,
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<{ fixtures: Fixtures; fixturesSource: string | null }> {
  const file = fixtures ?? (target === null ? null : await defaultFile(FIXTURES_FILE, cwd));
  if (file === null) return { fixtures: {}, fixturesSource: null };
  return { fixtures: await loadFixtures(file, env, BUILT_IN_PROFILES), fixturesSource: file.shown };
}

async function waiversOf(
  { waivers }: RunOptionValues,
  cwd: string,
): Promise<{ waivers: readonly Waiver[]; waiversSource: string | null }> {
  const file = waivers ?? (await defaultFile(WAIVERS_FILE, cwd));
  if (file === null) return { waivers: [], waiversSource: null };
  return { waivers: await loadWaivers(file, clausesOf(BUILT_IN_PROFILES)), waiversSource: file.shown };
}

async function pactsOf({ pacts }: RunOptionValues, given: GivenOptions): Promise<readonly PactFile[]> {
  const folder = given.get('pacts');
  return pacts === null || folder === undefined ? [] : loadPacts(pacts, folder);
}

async function defaultFile(name: string, cwd: string): Promise<UserFile | null> {
  const file = userFile(name, cwd);
  return (await isThere(file.path)) ? file : null;
}
