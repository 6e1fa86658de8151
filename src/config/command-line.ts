import { CommanderError } from 'commander';
import { OptionValueError } from '../errors/option-value-error.js';
import { UnexpectedArgumentError } from '../errors/unexpected-argument-error.js';
import { UnknownOptionError } from '../errors/unknown-option-error.js';
import { nearest } from '../text/nearest.js';
import { buildCommand } from './command.js';
import type { OptionTable } from './option-table.js';
import { withoutCredentials } from './url-value.js';

/** Texts by option, in the order given; a flag has the text `yes`. */
export type GivenTexts = ReadonlyMap<string, readonly string[]>;

/**
 * Takes a command line apart: `--name value` or `--name=value`. A `--` at its start, which some package managers leave
 * there, is passed over.
 *
 * @param argv the arguments after program, script and command
 * @param table the options of the command
 * @throws {UnknownOptionError} for an option that the table does not have, unless help or version is asked for
 * @throws {UnexpectedArgumentError} for anything that is not an option, with the same exception
 * @throws {OptionValueError} for an option without its value, or a flag with one
 */
export function parseCommandLine(argv: readonly string[], table: OptionTable): GivenTexts {
  const args = argv[0] === '--' ? argv.slice(1) : [...argv];
  const given = new Map<string, string[]>();
  const command = buildCommand(table, (name, value) => {
    if (value?.startsWith('--')) throw missingValue(table, name, value);
    given.set(name, [...(given.get(name) ?? []), value ?? 'yes']);
  });
  const { operands, unknown } = withMissingValues(table, args, () => command.parseOptions([...args]));
  if (given.has('help') || given.has('version')) return given;
  if (unknown[0] !== undefined) throw unknownOption(table, unknown[0]);
  if (operands[0] !== undefined) throw unexpectedArgument(operands[0], args);
  return given;
}

function withMissingValues<Result>(table: OptionTable, args: readonly string[], parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    const last = Object.keys(table).find((name) => `--${name}` === args.at(-1));
    if (
      error instanceof CommanderError &&
      error.code === 'commander.optionMissingArgument' &&
      last !== undefined
    ) {
      throw missingValue(table, last);
    }
    throw error;
  }
}

function missingValue(table: OptionTable, name: string, next?: string): OptionValueError {
  const followed = next === undefined ? '' : `, but is followed by ${/^--[a-z-]*/.exec(next)?.[0]}`;
  return new OptionValueError(
    `--${name}`,
    null,
    `needs a value${followed}; write --${name}=${table[name]?.value}`,
  );
}

function unknownOption(table: OptionTable, argument: string): UnknownOptionError | OptionValueError {
  const [option = argument] = argument.split('=');
  const names = Object.keys(table);
  const name = names.find((known) => `--${known}` === option);
  if (name !== undefined) {
    return new OptionValueError(`--${name}`, null, `takes no value; write --${name} alone, or leave it out`);
  }
  const near = nearest(option, names);
  return new UnknownOptionError(option, near === null ? null : `--${near}`);
}

function unexpectedArgument(argument: string, args: readonly string[]): UnexpectedArgumentError {
  const at = args.indexOf(argument);
  if (args[at - 1]?.startsWith('--header=') || args[at - 2] === '--header') {
    // The rest of a header whose quotes were forgotten: most likely a secret.
    return new UnexpectedArgumentError(null, "quote the whole header, as --header='Name: value'");
  }
  if (/^https?:/i.test(argument)) {
    return new UnexpectedArgumentError(withoutCredentials(argument), 'name the target as --target=URL');
  }
  return new UnexpectedArgumentError(withoutCredentials(argument));
}
