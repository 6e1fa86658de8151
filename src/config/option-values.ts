import { OptionValueError } from '../errors/option-value-error.js';
import { parseCommandLine } from './command-line.js';
import { parseEnvironment } from './environment.js';
import type { GivenValue } from './given-value.js';
import { environmentName, OPTION_NAMES, type OptionName, type OptionValues, optionOf } from './options.js';

/** Options as they were given, each from the one place that counts. */
export type GivenOptions = ReadonlyMap<OptionName, GivenValue>;

/**
 * Gathers the options of command line and environment; the command line wins, option by option.
 *
 * @param cwd absolute folder that relative paths start from
 * @throws {AssayError} for a command line that cannot be taken apart
 */
export function givenOptions(argv: readonly string[], env: NodeJS.ProcessEnv, cwd: string): GivenOptions {
  const line = parseCommandLine(argv);
  const environment = parseEnvironment(env);
  const given = new Map<OptionName, GivenValue>();
  for (const name of OPTION_NAMES) {
    const typed = line.get(name);
    const set = environment.get(name);
    if (typed !== undefined) given.set(name, { origin: `--${name}`, texts: typed, cwd });
    else if (set !== undefined) given.set(name, { origin: environmentName(name), texts: set, cwd });
  }
  return given;
}

/**
 * Checks one option, or its default.
 *
 * @throws {AssayError} that names the origin, the value and what is accepted
 */
export async function optionValue<Name extends OptionName>(
  name: Name,
  given: GivenOptions,
  cwd: string,
): Promise<OptionValues[Name]> {
  const { default: standard, read, value } = optionOf(name);
  const found = given.get(name);
  if (found?.texts.some((text) => text.trim() === '')) {
    throw new OptionValueError(found.origin, null, `has an empty value; write --${name}=${value}`);
  }
  const texts = found ?? (standard === undefined ? null : { origin: `--${name}`, texts: [standard], cwd });
  // The type of a value follows from the option's reader, which a table of many types cannot tell the compiler.
  return (texts === null ? null : await read(texts)) as OptionValues[Name];
}

/** Checks every option, in the order of the table. */
export async function optionValues(given: GivenOptions, cwd: string): Promise<OptionValues> {
  const values: Record<string, unknown> = {};
  for (const name of OPTION_NAMES) values[name] = await optionValue(name, given, cwd);
  return values as OptionValues;
}
