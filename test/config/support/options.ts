import type { OptionSpec } from '../../../src/config/option-table.js';
import { type OptionName, runOptions } from '../../../src/config/options.js';
import { BUILT_IN_PROFILES } from '../../../src/profiles/built-in.js';

const OPTIONS = runOptions(BUILT_IN_PROFILES);

// Not Object.keys(): its type would be string[].
export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[];

/** An option of a run, as the shape that all have in common. */
export function optionOf(name: OptionName): OptionSpec {
  return OPTIONS[name];
}
