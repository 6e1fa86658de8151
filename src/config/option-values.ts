import { OptionValueError } from '../errors/option-value-error.js';
import { parseCommandLine } from './command-line.js';
import { parseEnvironment } from './environment.js';
import type { GivenValue } from './given-value.js';
import { environmentName, type OptionSpec, type OptionTable, type OptionValues } from './option-table.js';

/** Options as they were given, each from the one place that counts. */
export type GivenOptions = ReadonlyMap<string, GivenValue>;

/** Where options come from. */
export interface OptionSources {
  /** The arguments after program, script and command. */
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Absolute folder that relative paths start from. */
  readonly cwd: string;
}

/**
 * Gathers the options of command line and environment; the command line wins, option by option.
 *
 * @throws {AssayError} for a command line that cannot be taken apart
 */
export function givenOptions({ argv, env, cwd }: OptionSources, table: OptionTable): GivenOptions {
  const line = parseCommandLine(argv, table);
  const environment = parseEnvironment(env, table);
  const given = new Map<string, GivenValue>();
  for (const name of Object.keys(table)) {
    const typed = line.get(name);
    const set = environment.get(name);
    if (typed !== undefined) given.set(name, { origin: `--${name}`, texts: typed, cwd });
    else if (set !== undefined) given.set(name, { origin: environmentName(name), texts: set, cwd });
  }
  return given;
}

/**
 * Checks every option of a table, or its default, in the order of the table.
 *
 * @param cwd absolute folder that relative paths start from
 * @throws {AssayError} that names the origin, the value and what is accepted
 */
export async function optionValues<Table extends OptionTable>(
  given: GivenOptions,
  table: Table,
  cwd: string,
): Promise<OptionValues<Table>> {
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(table))
    values[name] = await optionValue(name, spec, given.get(name), cwd);
  // The type of each value follows from its reader, which the compiler cannot see in a loop over the table.
  return values as OptionValues<Table>;
}

async function optionValue(
  name: string,
  { default: standard, read, value }: OptionSpec,
  found: GivenValue | undefined,
  cwd: string,
): Promise<unknown> {
  if (found?.texts.some((text) => text.trim() === '')) {
    throw new OptionValueError(found.origin, null, `has an empty value; write --${name}=${value}`);
  }
  const texts = found ?? (standard === undefined ? null : { origin: `--${name}`, texts: [standard], cwd });
  return texts === null ? null : await read(texts);
}
