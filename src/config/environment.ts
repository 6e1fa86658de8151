import { environmentName, OPTION_NAMES, type OptionName, optionOf } from './options.js';

/**
 * Takes the options from the environment. An empty variable counts as not set, since CI servers pass unset secrets on
 * like that. A repeatable option has one value a line.
 */
export function parseEnvironment(env: NodeJS.ProcessEnv): ReadonlyMap<OptionName, readonly string[]> {
  const given = new Map<OptionName, readonly string[]>();
  for (const name of OPTION_NAMES) {
    const text = env[environmentName(name)] ?? '';
    const lines = optionOf(name).repeatable ? text.split(/\r?\n/) : [text];
    const filled = lines.filter((line) => line.trim() !== '');
    if (filled.length > 0) given.set(name, filled);
  }
  return given;
}
