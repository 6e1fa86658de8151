import { Command, Option } from 'commander';
import type { OptionTable } from './option-table.js';

/**
 * Builds a command that knows every option of a table. It ends no process, prints nothing, and leaves the environment
 * alone: commander would read that of the process only.
 *
 * @param onOption called for every occurrence of an option, in order; a flag has no value
 */
export function buildCommand(
  table: OptionTable,
  onOption: (name: string, value: string | undefined) => void = () => {},
): Command {
  const command = new Command('token-assay')
    .helpOption(false)
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .configureHelp({ optionTerm: ({ flags }) => flags.replace(/ <(.*)>/, '=$1') });
  for (const [name, { group, value, short, help, default: standard }] of Object.entries(table)) {
    const flags = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`;
    const shown = value === undefined || standard === undefined ? help : `${help} (default: ${standard})`;
    command.addOption(new Option(flags, shown).helpGroup(group));
    command.on(`option:${name}`, (given: string | undefined) => onOption(name, given));
  }
  return command;
}
