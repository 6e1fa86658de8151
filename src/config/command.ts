import { Command, Option } from 'commander';
import { OPTION_NAMES, type OptionName, optionOf } from './options.js';

/**
 * Builds the command that knows every option. It ends no process, prints nothing, and leaves the environment alone:
 * commander would read that of the process only.
 *
 * @param onOption called for every occurrence of an option, in order; a flag has no value
 */
export function buildCommand(
  onOption: (name: OptionName, value: string | undefined) => void = () => {},
): Command {
  const command = new Command('token-assay')
    .helpOption(false)
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .configureHelp({ optionTerm: ({ flags }) => flags.replace(/ <(.*)>/, '=$1') });
  for (const name of OPTION_NAMES) {
    const { group, value, short, help, default: standard } = optionOf(name);
    const flags = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`;
    const shown = value === undefined || standard === undefined ? help : `${help} (default: ${standard})`;
    command.addOption(new Option(flags, shown).helpGroup(group));
    command.on(`option:${name}`, (given: string | undefined) => onOption(name, given));
  }
  return command;
}
