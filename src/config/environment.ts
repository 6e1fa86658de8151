import { environmentName, type OptionTable } from './option-table.js';

/**
 * Takes the options of a table from the environment. An empty variable counts as not set: CI servers pass unset
 * secrets as empty. A repeatable option has one value a line.
 */
export function parseEnvironment(
  env: NodeJS.ProcessEnv,
  table: OptionTable,
): ReadonlyMap<string, readonly string[]> {
  const given = new Map<string, readonly string[]>();
  for (const [name, { repeatable }] of Object.entries(table)) {
    const text = env[environmentName(name)] ?? '';
    const lines = repeatable ? text.split(/\r?\n/) : [text];
    const filled = lines.filter((line) => line.trim() !== '');
    if (filled.length > 0) given.set(name, filled);
  }
  return given;
}
