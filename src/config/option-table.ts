import { booleanValue } from './boolean-value.js';
import type { GivenValue } from './given-value.js';

/** One option of the command line, and its environment variable. */
export interface OptionSpec {
  /** Heading in the help under which it is listed. */
  readonly group: string;
  /** Its value in the help, `URL`; absent: it takes none (in the environment: yes or no). */
  readonly value?: string;
  readonly help: string;
  /** Checked like a given value when none is given; absent: the value is `null`. */
  readonly default?: string;
  /** May be given several times, all of which count; for any other option the last value wins. */
  readonly repeatable?: true;
  /** One letter that works as well. */
  readonly short?: string;
  /** Checks what was given. @throws {AssayError} that names the origin, the value and what is accepted */
  readonly read: (given: GivenValue) => unknown;
}

/** The options of one command, by name. */
export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** Checked values by option: `null` where none was given and there is no default. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]:
    | Awaited<ReturnType<Table[Name]['read']>>
    | (Table[Name] extends { readonly default: string } ? never : null);
};

/** What all options without a value have in common. */
export const FLAG = { default: 'no', read: booleanValue } as const satisfies Partial<OptionSpec>;

/** `--fuzz-runs` is `ASSAY_FUZZ_RUNS` in the environment. */
export function environmentName(option: string): string {
  return `ASSAY_${option.toUpperCase().replaceAll('-', '_')}`;
}
