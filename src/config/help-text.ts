import type { Profile } from '../profiles/profile.js';
import { buildCommand } from './command.js';
import type { OptionTable } from './option-table.js';
import { runOptions } from './options.js';

const WIDTH = 98;

const HEAD = `Conformance and contract tests for token-issuance APIs.

Usage: npx token-assay [run] [options]      test an API; from the package
       npx token-assay serve [options]      serve the reference provider alone
       npm test -- [options]                test an API; in a checkout

Without --target the embedded reference provider is tested.`;

function tail(names: readonly string[]): string {
  return `Writing options:
  --name value is the same as --name=value. --profile, --profile-module, --header and
  --consumer-version-selectors may be repeated; for other options the last value wins.

Environment:
  Every option has a variable: ASSAY_ and its name in upper case, with _ for -: ASSAY_TARGET,
  ASSAY_FUZZ_RUNS, ... Options without a value take 1, true, yes or 0, false, no:
  ASSAY_NO_HTML=yes. ASSAY_HEADER holds one header per line. The command line takes precedence;
  an empty variable counts as not set.
  Credentials for a Pact Broker: ASSAY_PACT_BROKER_TOKEN, or ASSAY_PACT_BROKER_USERNAME and
  ASSAY_PACT_BROKER_PASSWORD.
  \${env:NAME} in the fixtures file is replaced with that variable, so that no password has to be
  in the file.

Exit codes:
  0  conformant: no MUST clause was violated, or every violation is waived
  1  not conformant, or a profile named by --profile is not served
  2  usage or configuration error: nothing was sent
  3  no verdict: target unreachable, nothing checked, rate-limited, interrupted, or an error of
     the suite

Errors are shown with a code, such as ASSAY_OPTION_VALUE: docs/errors.md explains each.

Examples:
  npx token-assay --target=https://api.example.com
  npx token-assay --target=http://localhost:8080/v2 --profile=${names.at(0)} --strict
  npx token-assay --target=https://api.example.com --fixtures=staging.json --seed=42 --no-html
  npx token-assay --list --tags='@must and @${names.at(-1)}'`;
}

/** The text of `--help` where these profiles are known, at most 100 columns wide. */
export function helpText(profiles: readonly Profile[]): string {
  const names = profiles.map(({ name }) => name);
  return `${HEAD}\n\n${optionsHelp(runOptions(profiles))}\n\n${tail(names)}`;
}

/** The options of a table by their headings, at most 100 columns wide. */
export function optionsHelp(table: OptionTable): string {
  const command = buildCommand(table);
  const help = command.createHelp();
  help.prepareContext({ helpWidth: WIDTH });
  return help.formatHelp(command, help).split('\n').slice(2).join('\n').trim();
}
