import { resolve } from 'node:path';
import { OptionValueError } from '../errors/option-value-error.js';
import { UnknownOptionError } from '../errors/unknown-option-error.js';
import type { CkstackFixtures } from '../profiles/ckstack/fixtures.js';
import type { EsignonFixtures } from '../profiles/esignon/fixtures.js';
import { nearest } from '../text/nearest.js';
import type { Edition } from '../verdict/edition.js';
import type { ConsumerVersionSelector } from './consumer-version-selectors.js';
import type { GivenValue } from './given-value.js';
import type { GivenOptions } from './option-values.js';
import { checkedOptions, configOf, OPTIONS } from './parse-config.js';
import type { RunConfig, Waiver } from './run-config.js';
import type { UserFile } from './text-file.js';

/**
 * What a program can ask of a run: the options of the command line in camel case, each with the same meaning and default,
 * lists in the plural. Files and folders are relative to the working folder. No `ASSAY_…` variable is read, except the
 * credentials of a Pact Broker, and no file that is not named here.
 */
export interface SuiteOptions {
  /** Base URL of the API under test. Default: the embedded reference provider. */
  readonly target?: string | URL;
  /** Names of profiles, each of which must be served. Default: all that are. */
  readonly profiles?: readonly string[];
  /** ES modules with further profiles. */
  readonly profileModules?: readonly string[];
  /** A fixtures file, or its content. `${env:NAME}` is replaced in both. */
  readonly fixtures?: string | FixturesContent;
  /** From 0 to 2147483647. Default: random; the verdict has it. */
  readonly seed?: number;
  /** Generated requests per property. Default: 100. */
  readonly fuzzRuns?: number;
  /** Cucumber tag expression: `@must and not @ES-25`. */
  readonly tags?: string;
  /** Edition of the contract: clauses of later ones are checked and shown, but do not count. Default: the newest. */
  readonly edition?: Edition;
  /** Violations of a SHOULD clause count as well. */
  readonly strict?: boolean;
  /** A MUST clause that was not checked makes the verdict's exit code 3. */
  readonly complete?: boolean;
  /** A waivers file, or its content. */
  readonly waivers?: string | readonly Waiver[];
  /** Folder that reports are written to. Default: nothing is written. */
  readonly reports?: string;
  /** Skip the Allure HTML report. */
  readonly noHtml?: boolean;
  /** Time limit for one exchange, in milliseconds. Default: 10000. */
  readonly timeout?: number;
  /** Requests in flight at once while fuzzing. Default: 8. */
  readonly concurrency?: number;
  /** Most failed logins in a row on one real account. */
  readonly maxFailedLogins?: number;
  /** Requests a second. Default: no limit. */
  readonly rate?: number;
  /** Added to every request: value by name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** PEM file of the certificates to trust. */
  readonly ca?: string;
  /** Do not verify TLS certificates. */
  readonly insecure?: boolean;
  /** Folder of further consumer contracts (Pact files) to verify. */
  readonly pacts?: string;
  /** Provider-state endpoint of the target, for the states of those contracts. */
  readonly stateUrl?: string | URL;
  /** Base URL of a Pact Broker; its credentials come from the environment. */
  readonly pactBroker?: string | URL;
  /** Name of the target in the broker. */
  readonly providerName?: string;
  readonly consumerVersionSelectors?: readonly ConsumerVersionSelector[];
  /** Failures of contracts that are pending in the broker do not count. */
  readonly enablePending?: boolean;
  /** Publish the results to the broker. */
  readonly publishVerification?: boolean;
  readonly providerVersion?: string;
  readonly providerBranch?: string;
}

/** A fixtures file as an object: the part of each family of profiles. */
export interface FixturesContent {
  readonly esignon?: EsignonFixtures;
  readonly ckstack?: CkstackFixtures;
  readonly [family: string]: unknown;
}

/** Options of the command line whose name in a program is another one. */
const PLURALS: Readonly<Record<string, string>> = {
  profile: 'profiles',
  'profile-module': 'profileModules',
  header: 'headers',
};
/** What a program does by other means. */
const NOT_FOR_PROGRAMS = ['list', 'help', 'version'];

/**
 * Checks options as the command line does and reads the files that they name. Sends nothing, writes nothing.
 *
 * @returns a configuration for any number of runs
 * @throws {AssayError} of exit code 2, one clear sentence, for the first thing that is wrong
 */
export async function loadConfig(options: SuiteOptions = {}): Promise<RunConfig> {
  const cwd = process.cwd();
  const given = givenOf(options, cwd);
  const { profiles, values } = await checkedOptions(given, cwd);
  const fixtures = contentOf('fixtures', options.fixtures, cwd) ?? values.fixtures;
  const waivers = contentOf('waivers', options.waivers, cwd) ?? values.waivers;
  const config = await configOf({ ...values, fixtures, waivers }, profiles, given, process.env);
  return options.reports === undefined ? Object.freeze({ ...config, reportsDir: null }) : config;
}

function givenOf(options: SuiteOptions, cwd: string): GivenOptions {
  const names = new Map(
    Object.keys(OPTIONS)
      .filter((name) => !NOT_FOR_PROGRAMS.includes(name))
      .map((name) => [PLURALS[name] ?? camelCase(name), name]),
  );
  const given = new Map<string, GivenValue>();
  for (const [origin, value] of Object.entries(options)) {
    const name = names.get(origin);
    if (name === undefined) throw new UnknownOptionError(origin, nearest(origin, [...names.keys()]));
    if (value !== undefined && !isContent(name, value))
      given.set(name, { origin, texts: textsOf(origin, value), cwd });
  }
  return given;
}

/** An option as texts, as the command line would have it. */
function textsOf(origin: string, value: unknown): readonly string[] {
  switch (typeof value) {
    case 'string':
    case 'number':
      return [String(value)];
    case 'boolean':
      return [value ? 'yes' : 'no'];
    case 'object':
      if (value instanceof URL) return [value.href];
      if (Array.isArray(value))
        return value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
      if (value !== null) return Object.entries(value).map(([name, text]) => `${name}: ${text}`);
  }
  throw new OptionValueError(
    origin,
    null,
    `cannot be ${value === null ? 'null' : `a ${typeof value}`}; leave it out instead`,
  );
}

function isContent(name: string, value: unknown): boolean {
  return ['fixtures', 'waivers'].includes(name) && typeof value === 'object' && value !== null;
}

/** The content of a file that a program gives in its place; what it names is relative to the working folder. */
function contentOf(name: string, value: unknown, cwd: string): UserFile | null {
  return isContent(name, value)
    ? { path: resolve(cwd, name), shown: name, origin: name, content: value }
    : null;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
