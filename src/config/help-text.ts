import { buildCommand } from './command.js';

const WIDTH = 98;

const HEAD = `token-assay: is this token-issuance API what its document says?

Usage: npx token-assay [options]        from the package
       npm test -- [options]            in a checkout

Without --target the embedded reference provider is tested.`;

const TAIL = `Writing options:
  --name value is the same as --name=value. --profile, --header and --consumer-version-selectors
  add up when they stand several times; of any other option the last one counts.

Environment:
  ASSAY_ and the name of the option in capitals, _ for -: ASSAY_TARGET, ASSAY_FUZZ_RUNS, ...
  Options without a value take 1, true, yes or 0, false, no: ASSAY_NO_HTML=yes. ASSAY_HEADER holds
  one header a line. The command line wins; an empty variable counts as not set.
  Credentials of a Pact Broker: ASSAY_PACT_BROKER_TOKEN, or ASSAY_PACT_BROKER_USERNAME and
  ASSAY_PACT_BROKER_PASSWORD.
  In the fixtures file \${env:NAME} stands for any variable, so that no password need stand there.

Exit codes:
  0  conformant: no MUST clause was violated, or it is waived
  1  not conformant, or a profile named by --profile is not served
  2  usage or configuration error: nothing was sent
  3  no verdict: target unreachable, nothing checked, throttled, cut off, an error of the suite

Examples:
  npx token-assay --target=https://api.example.com
  npx token-assay --target=http://localhost:8080/v2 --profile=esignon-login --strict
  npx token-assay --target=https://api.example.com --fixtures=staging.json --seed=42 --no-html
  npx token-assay --list --tags='@must and @ckstack-token'`;

/** The text of `--help`, at most 100 columns wide. */
export function helpText(): string {
  const command = buildCommand();
  const help = command.createHelp();
  help.prepareContext({ helpWidth: WIDTH });
  const groups = help.formatHelp(command, help).split('\n').slice(2).join('\n').trim();
  return `${HEAD}\n\n${groups}\n\n${TAIL}`;
}
