import type { Profile } from '../profiles/profile.js';
import { EDITIONS, NEWEST_EDITION } from '../verdict/edition.js';
import { certificates } from './certificate-file.js';
import { consumerVersionSelectors } from './consumer-version-selectors.js';
import { editionName } from './edition-value.js';
import { existingFolder, writableFolder } from './folder-value.js';
import { type GivenValue, lastText } from './given-value.js';
import { headerFields } from './header-values.js';
import { plainName } from './name-value.js';
import { positiveNumber, wholeNumber } from './number-value.js';
import { FLAG, type OptionTable, type OptionValues } from './option-table.js';
import { profileNames } from './profile-values.js';
import { tagExpression } from './tag-expression.js';
import { type UserFile, userFile } from './text-file.js';
import { brokerUrl, stateUrl, targetUrl } from './url-value.js';

const MAX_SEED = 2 ** 31 - 1;
const TARGET = 'Target:';
const SELECTION = 'What is checked:';
const CONTRACTS = 'Consumer contracts (Pact):';
const SENDING = 'How requests are sent:';
const VERDICT = 'Verdict and reports:';
const OTHER = 'Instead of running:';

/**
 * Every option of a run. To add one, add it here and use its value in `parse-config.ts`: parsing, environment
 * variable and help follow.
 *
 * @param profiles those that the run knows: they say which values some options take
 */
export function runOptions(profiles: readonly Profile[]) {
  const names = profiles.map(({ name }) => name);
  return {
    target: {
      group: TARGET,
      value: 'URL',
      help: 'base URL of the API under test, with any path prefix (default: the embedded reference provider)',
      read: targetUrl,
    },
    fixtures: {
      group: TARGET,
      value: 'FILE',
      help: 'accounts and settings of the target (default: assay.fixtures.json if it exists)',
      read: fileNamed,
    },
    profile: {
      group: SELECTION,
      value: 'NAME[,NAME]',
      help: `${names.join(', ')}; each must be served (default: all that are)`,
      repeatable: true,
      read: profileNames(names),
    },
    'profile-module': {
      group: SELECTION,
      value: 'FILE',
      help: 'JavaScript module with a further profile: see docs/profiles.md; repeatable',
      repeatable: true,
      read: filesNamed,
    },
    tags: {
      group: SELECTION,
      value: 'EXPR',
      help: `cucumber tag expression, such as '@must and not @${profiles[0]?.roles.distinctTokens}'`,
      read: tagExpression(`@must and not @${names[0]}`),
    },
    seed: {
      group: SELECTION,
      value: 'N',
      help: 'seed of everything random (default: random; printed at the end)',
      read: wholeNumber(0, MAX_SEED),
    },
    'fuzz-runs': {
      group: SELECTION,
      value: 'N',
      help: 'generated requests per property',
      default: '100',
      read: wholeNumber(1, 1_000_000, 'requests per property'),
    },
    pacts: {
      group: CONTRACTS,
      value: 'DIR',
      help: "folder of further contracts to verify besides the project's own: Pact files of version 2, 3 or 4",
      read: existingFolder,
    },
    'state-url': {
      group: CONTRACTS,
      value: 'URL',
      help: 'provider-state endpoint of the target, for the states of those contracts',
      read: stateUrl,
    },
    'pact-broker': {
      group: CONTRACTS,
      value: 'URL',
      help: 'base URL of a Pact Broker whose contracts are verified too',
      read: brokerUrl,
    },
    'provider-name': {
      group: CONTRACTS,
      value: 'NAME',
      help: 'name of the target in the broker; required with --pact-broker',
      read: plainName,
    },
    'consumer-version-selectors': {
      group: CONTRACTS,
      value: 'JSON',
      help: 'which contracts of the broker, such as \'[{"branch":"trial"}]\' (default: main branches, deployed and released)',
      repeatable: true,
      read: consumerVersionSelectors,
    },
    'enable-pending': {
      ...FLAG,
      group: CONTRACTS,
      help: 'failures of contracts that are pending in the broker do not count; requires --provider-branch',
    },
    'publish-verification': {
      ...FLAG,
      group: CONTRACTS,
      help: 'publish the results to the broker; requires --provider-version',
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
      help: 'time limit for one exchange, from connecting to the last byte',
      default: '10000',
      read: wholeNumber(1, 600_000, 'milliseconds'),
    },
    concurrency: {
      group: SENDING,
      value: 'N',
      help: 'requests in flight at once while fuzzing',
      default: '8',
      read: wholeNumber(1, 256, 'requests at once'),
    },
    'max-failed-logins': {
      group: SENDING,
      value: 'N',
      help: 'most failed logins in a row on one real account',
      default: '2',
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
      help: 'header added to every request; repeatable',
      repeatable: true,
      read: headerFields(profiles),
    },
    ca: {
      group: SENDING,
      value: 'FILE',
      help: 'trust the certificates in this PEM file',
      read: certificates,
    },
    insecure: { ...FLAG, group: SENDING, help: 'do not verify TLS certificates' },
    edition: {
      group: VERDICT,
      value: 'NAME',
      help: `edition of the contract: ${EDITIONS.join(' or ')}; clauses of later ones are shown but do not count`,
      default: NEWEST_EDITION,
      read: editionName,
    },
    strict: { ...FLAG, group: VERDICT, help: 'violations of a SHOULD clause count as well' },
    complete: { ...FLAG, group: VERDICT, help: 'exit with 3 if a MUST clause was not checked' },
    waivers: {
      group: VERDICT,
      value: 'FILE',
      help: 'accepted deviations (default: assay.waivers.json if it exists)',
      read: fileNamed,
    },
    reports: {
      group: VERDICT,
      value: 'DIR',
      help: 'folder for everything that is written',
      default: 'reports',
      read: writableFolder,
    },
    'no-html': {
      ...FLAG,
      group: VERDICT,
      help: 'skip the Allure HTML report; its results are still written',
    },
    list: { ...FLAG, group: OTHER, help: 'print the clauses and scenarios that would run; send nothing' },
    help: { ...FLAG, group: OTHER, short: 'h', help: 'print this text' },
    version: { ...FLAG, group: OTHER, short: 'V', help: 'print the version' },
  } as const satisfies OptionTable;
}

type RunOptionTable = ReturnType<typeof runOptions>;

export type OptionName = keyof RunOptionTable;

/** Checked values of the options of a run. */
export type RunOptionValues = OptionValues<RunOptionTable>;

function fileNamed(given: GivenValue): UserFile {
  return userFile(lastText(given), given.cwd, given.origin);
}

function filesNamed({ texts, cwd, origin }: GivenValue): readonly UserFile[] {
  return texts.map((text) => userFile(text, cwd, origin));
}
