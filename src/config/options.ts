import { booleanValue } from './boolean-value.js';
import { certificates } from './certificate-file.js';
import { consumerVersionSelectors } from './consumer-version-selectors.js';
import { existingFolder, writableFolder } from './folder-value.js';
import { type GivenValue, lastText } from './given-value.js';
import { headerFields } from './header-values.js';
import { plainName } from './name-value.js';
import { positiveNumber, wholeNumber } from './number-value.js';
import { PROFILE_NAMES, profileNames } from './profile-values.js';
import { tagExpression } from './tag-expression.js';
import { userFile } from './text-file.js';
import { brokerUrl, stateUrl, targetUrl } from './url-value.js';

/** One option of the command line, and its environment variable. */
export interface OptionSpec {
  /** Heading in the help under which it stands. */
  readonly group: string;
  /** Its value in the help, `URL`; absent: it takes none (in the environment: yes or no). */
  readonly value?: string;
  readonly help: string;
  /** Checked like a given value when none is given; absent: the value is `null`. */
  readonly default?: string;
  /** May stand several times, all of which count; of any other option the last one counts. */
  readonly repeatable?: true;
  /** One letter that works as well. */
  readonly short?: string;
  /** Checks what was given. @throws {AssayError} that names the origin, the value and what is accepted */
  readonly read: (given: GivenValue) => unknown;
}

const MAX_SEED = 2 ** 31 - 1;
const TARGET = 'Target:';
const SELECTION = 'What is checked:';
const CONTRACTS = 'Consumer contracts (Pact):';
const SENDING = 'How requests are sent:';
const VERDICT = 'Verdict and reports:';
const OTHER = 'Instead of a run:';

const flag = { default: 'no', read: booleanValue } as const;

/**
 * Every option there is. To add one, add it here and take its value in `parse-config.ts`: parsing, environment
 * variable and help follow.
 */
export const OPTIONS = {
  target: {
    group: TARGET,
    value: 'URL',
    help: 'base URL of the implementation under test, a path prefix is kept (default: the embedded reference provider)',
    read: targetUrl,
  },
  fixtures: {
    group: TARGET,
    value: 'FILE',
    help: 'accounts and settings of the target (default: assay.fixtures.json if there)',
    read: fileNamed,
  },
  profile: {
    group: SELECTION,
    value: 'NAME[,NAME]',
    help: `${PROFILE_NAMES.join(', ')}; each must be served (default: all that are)`,
    repeatable: true,
    read: profileNames,
  },
  tags: {
    group: SELECTION,
    value: 'EXPR',
    help: "cucumber tag expression, such as '@must and not @ES-25'",
    read: tagExpression,
  },
  seed: {
    group: SELECTION,
    value: 'N',
    help: 'seed of everything random (default: drawn, and printed)',
    read: wholeNumber(0, MAX_SEED),
  },
  'fuzz-runs': {
    group: SELECTION,
    value: 'N',
    help: 'generated envelopes per property',
    default: '100',
    read: wholeNumber(1, 1_000_000, 'envelopes per property'),
  },
  pacts: {
    group: CONTRACTS,
    value: 'DIR',
    help: "contracts to verify beside the project's own, Pact files of version 2, 3 or 4",
    read: existingFolder,
  },
  'state-url': {
    group: CONTRACTS,
    value: 'URL',
    help: 'provider-state endpoint of the target, for states that are not ours',
    read: stateUrl,
  },
  'pact-broker': {
    group: CONTRACTS,
    value: 'URL',
    help: 'base URL of a Pact Broker whose contracts are verified as well',
    read: brokerUrl,
  },
  'provider-name': {
    group: CONTRACTS,
    value: 'NAME',
    help: "the target's name in the broker, needed with --pact-broker",
    read: plainName,
  },
  'consumer-version-selectors': {
    group: CONTRACTS,
    value: 'JSON',
    help: 'which contracts of the broker, as \'[{"branch":"trial"}]\' (default: main branches, deployed and released)',
    repeatable: true,
    read: consumerVersionSelectors,
  },
  'enable-pending': {
    ...flag,
    group: CONTRACTS,
    help: 'a failure of a contract that is pending in the broker does not count; needs --provider-branch',
  },
  'publish-verification': {
    ...flag,
    group: CONTRACTS,
    help: 'publish the results to the broker; needs --provider-version',
  },
  'provider-version': {
    group: CONTRACTS,
    value: 'VERSION',
    help: 'version of the target that the results are published for',
    read: plainName,
  },
  'provider-branch': {
    group: CONTRACTS,
    value: 'NAME',
    help: 'branch of the target, for the broker',
    read: plainName,
  },
  timeout: {
    group: SENDING,
    value: 'MS',
    help: 'deadline of one exchange, connection to last byte',
    default: '10000',
    read: wholeNumber(1, 600_000, 'milliseconds'),
  },
  concurrency: {
    group: SENDING,
    value: 'N',
    help: 'exchanges in flight at once while fuzzing',
    default: '8',
    read: wholeNumber(1, 256, 'exchanges at once'),
  },
  'max-failed-logins': {
    group: SENDING,
    value: 'N',
    help: 'failed logins in a row on one real account',
    default: '3',
    read: wholeNumber(1, 100, 'failed logins in a row'),
  },
  rate: {
    group: SENDING,
    value: 'N',
    help: 'at most N requests a second (default: no limit)',
    read: positiveNumber,
  },
  header: {
    group: SENDING,
    value: "'Name: value'",
    help: 'added to every request, repeatable',
    repeatable: true,
    read: headerFields,
  },
  ca: {
    group: SENDING,
    value: 'FILE',
    help: 'trust the certificates of this PEM file',
    read: certificates,
  },
  insecure: { ...flag, group: SENDING, help: 'do not verify TLS certificates' },
  strict: { ...flag, group: VERDICT, help: 'SHOULD counts in the verdict' },
  complete: { ...flag, group: VERDICT, help: 'a MUST clause that was not checked makes the run exit 3' },
  waivers: {
    group: VERDICT,
    value: 'FILE',
    help: 'accepted deviations (default: assay.waivers.json if there)',
    read: fileNamed,
  },
  reports: {
    group: VERDICT,
    value: 'DIR',
    help: 'where everything is written',
    default: 'reports',
    read: writableFolder,
  },
  'no-html': { ...flag, group: VERDICT, help: 'no Allure HTML; its results are still written' },
  list: { ...flag, group: OTHER, help: 'print the clauses and scenarios that would run, send nothing' },
  help: { ...flag, group: OTHER, short: 'h', help: 'print this text' },
  version: { ...flag, group: OTHER, short: 'V', help: 'print the version' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof OPTIONS;

/** Checked values by option: `null` where none was given and there is no default. */
export type OptionValues = {
  readonly [Name in OptionName]:
    | Awaited<ReturnType<(typeof OPTIONS)[Name]['read']>>
    | ((typeof OPTIONS)[Name] extends { readonly default: string } ? never : null);
};

// Not Object.keys(): its type would be string[].
export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[];

/** The option as the shape that all have in common. */
export function optionOf(name: OptionName): OptionSpec {
  return OPTIONS[name];
}

/** `--fuzz-runs` is `ASSAY_FUZZ_RUNS` in the environment. */
export function environmentName(option: OptionName): string {
  return `ASSAY_${option.toUpperCase().replaceAll('-', '_')}`;
}

function fileNamed(given: GivenValue): ReturnType<typeof userFile> {
  return userFile(lastText(given), given.cwd, given.origin);
}
