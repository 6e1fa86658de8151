import { OptionConflictError } from '../errors/option-conflict-error.js';
import { OptionValueError } from '../errors/option-value-error.js';
import { DEFAULT_SELECTORS } from './consumer-version-selectors.js';
import type { GivenOptions } from './option-values.js';
import type { OptionName, RunOptionValues } from './options.js';
import type { BrokerConfig, BrokerCredentials } from './run-config.js';

/** Options that have no meaning without a broker. */
const OF_A_BROKER = [
  'provider-name',
  'consumer-version-selectors',
  'enable-pending',
  'publish-verification',
  'provider-version',
  'provider-branch',
] as const satisfies readonly OptionName[];

const TOKEN = 'ASSAY_PACT_BROKER_TOKEN';
const USERNAME = 'ASSAY_PACT_BROKER_USERNAME';
const PASSWORD = 'ASSAY_PACT_BROKER_PASSWORD';

/**
 * What is asked of a Pact Broker. Its credentials come from the environment alone.
 *
 * @returns `null` when there is none
 * @throws {OptionValueError} for an option that lacks another which it needs
 * @throws {OptionConflictError} for two kinds of credentials
 */
export function brokerConfig(
  values: RunOptionValues,
  given: GivenOptions,
  env: NodeJS.ProcessEnv,
): BrokerConfig | null {
  const url = values['pact-broker'];
  if (url === null) {
    for (const name of OF_A_BROKER) {
      if (isGiven(values[name])) throw lacking(name, given, '--pact-broker=URL, which names the broker');
    }
    return null;
  }
  const provider = values['provider-name'];
  if (provider === null) {
    throw lacking('pact-broker', given, '--provider-name=NAME, the name of the target in the broker');
  }
  const version = values['provider-version'];
  const publishes = values['publish-verification'];
  if (publishes && version === null) {
    throw lacking('publish-verification', given, '--provider-version=VERSION, the version of the target');
  }
  const branch = values['provider-branch'];
  const enablePending = values['enable-pending'];
  if (enablePending && branch === null) {
    throw lacking(
      'enable-pending',
      given,
      '--provider-branch=NAME, from which the broker knows what is pending',
    );
  }
  return {
    url,
    credentials: credentialsOf(env),
    provider,
    branch,
    selectors: values['consumer-version-selectors'] ?? DEFAULT_SELECTORS,
    enablePending,
    publishedVersion: publishes ? version : null,
  };
}

function credentialsOf(env: NodeJS.ProcessEnv): BrokerCredentials | null {
  const [token, username, password] = [TOKEN, USERNAME, PASSWORD].map((name) => env[name] ?? '');
  if (token && (username || password)) {
    throw new OptionConflictError(TOKEN, username ? USERNAME : PASSWORD, 'a broker takes one or the other');
  }
  if (token) return { token };
  if (!username && !password) return null;
  if (!username)
    throw new OptionValueError(PASSWORD, null, `needs ${USERNAME}, the user whose password it is`);
  if (!password) throw new OptionValueError(USERNAME, null, `needs ${PASSWORD}, the password of the user`);
  return { username, password };
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== false;
}

function lacking(name: OptionName, given: GivenOptions, what: string): OptionValueError {
  return new OptionValueError(given.get(name)?.origin ?? `--${name}`, null, `needs ${what}`);
}
