import { randomInt } from 'node:crypto';
import { OptionConflictError } from '../errors/option-conflict-error.js';
import { BUILT_IN_PROFILES } from '../profiles/built-in.js';
import type { Profile } from '../profiles/profile.js';
import { clausesOf } from '../verdict/clause.js';
import { brokerConfig } from './broker-config.js';
import { deepFreeze } from './deep-freeze.js';
import { loadFixtures } from './fixtures-file.js';
import { helpText } from './help-text.js';
import type { Invocation } from './invocation.js';
import { type GivenOptions, givenOptions, optionValues } from './option-values.js';
import { type RunOptionValues, runOptions } from './options.js';
import { packageVersion } from './package-version.js';
import { loadPacts, type PactFile } from './pact-files.js';
import { loadProfiles } from './profile-modules.js';
import type { RunConfig } from './run-config.js';
import { isThere, type UserFile, userFile } from './text-file.js';
import { loadWaivers } from './waivers-file.js';

const FIXTURES_FILE = 'assay.fixtures.json';
const WAIVERS_FILE = 'assay.waivers.json';
const SEEDS = 2 ** 31;

/** Their names and how they are written are the same whichever profiles there are. */
export const OPTIONS = runOptions(BUILT_IN_PROFILES);

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
  if (help) return { kind: 'help', text: helpText(BUILT_IN_PROFILES) };
  if (version) return { kind: 'version', text: packageVersion() };
  const { profiles, values } = await checkedOptions(given, cwd);
  const fixtures = values.fixtures ?? (values.target === null ? null : await defaultFile(FIXTURES_FILE, cwd));
  const waivers = values.waivers ?? (await defaultFile(WAIVERS_FILE, cwd));
  const config = await configOf({ ...values, fixtures, waivers }, profiles, given, env);
  return { kind: values.list ? 'list' : 'run', config };
}

/**
 * Loads the profiles of `--profile-module` and checks every option with what all profiles say.
 *
 * @param cwd absolute folder that relative paths start from
 * @throws {AssayError} of exit code 2
 */
export async function checkedOptions(
  given: GivenOptions,
  cwd: string,
): Promise<{ readonly profiles: readonly Profile[]; readonly values: RunOptionValues }> {
  const first = { 'profile-module': OPTIONS['profile-module'] };
  const { 'profile-module': modules } = await optionValues(given, first, cwd);
  const profiles = await loadProfiles(modules ?? [], BUILT_IN_PROFILES);
  return { profiles, values: await optionValues(given, runOptions(profiles), cwd) };
}

/**
 * Makes the configuration of checked options: reads the files that they name.
 *
 * @param profiles every profile that there is
 * @param given where the options came from, for messages
 * @throws {AssayError} of exit code 2
 */
export async function configOf(
  values: RunOptionValues,
  profiles: readonly Profile[],
  given: GivenOptions,
  env: NodeJS.ProcessEnv,
): Promise<RunConfig> {
  refuseContradictions(values, given);
  const { fixtures, waivers } = values;
  const config = deepFreeze<Omit<RunConfig, 'knownProfiles'>>({
    target: values.target,
    profileModules: (values['profile-module'] ?? []).map(({ shown }) => shown),
    profiles: values.profile,
    fixtures: fixtures === null ? {} : await loadFixtures(fixtures, env, profiles),
    fixturesSource: fixtures?.shown ?? null,
    seed: values.seed ?? randomInt(SEEDS),
    fuzzRuns: values['fuzz-runs'],
    tags: values.tags,
    strict: values.strict,
    edition: values.edition,
    complete: values.complete,
    waivers:
      waivers === null
        ? []
        : await loadWaivers(
            waivers,
            clausesOf(profiles),
            profiles.map(({ name }) => name),
          ),
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
    pacts: await pactsOf(values, given),
    stateUrl: values['state-url'],
    broker: brokerConfig(values, given, env),
  });
  // Not the profiles: their arbitraries keep state.
  return Object.freeze({ ...config, knownProfiles: profiles });
}

function refuseContradictions({ ca, insecure }: RunOptionValues, given: GivenOptions): void {
  if (ca === null || !insecure) return;
  throw new OptionConflictError(
    given.get('ca')?.origin ?? '--ca',
    given.get('insecure')?.origin ?? '--insecure',
    '--ca restricts trust, --insecure disables it',
  );
}

async function pactsOf({ pacts }: RunOptionValues, given: GivenOptions): Promise<readonly PactFile[]> {
  const folder = given.get('pacts');
  return pacts === null || folder === undefined ? [] : loadPacts(pacts, folder);
}

async function defaultFile(name: string, cwd: string): Promise<UserFile | null> {
  const file = userFile(name, cwd);
  return (await isThere(file.path)) ? file : null;
}
