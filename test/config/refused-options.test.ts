import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, test } from 'node:test';
import { environmentName } from '../../src/config/option-table.js';
import type { OptionName } from '../../src/config/options.js';
import { parseConfig } from '../../src/config/parse-config.js';
import { CERTIFICATE } from './support/certificate.js';
import { OPTION_NAMES, optionOf } from './support/options.js';
import { assertSays, refusal } from './support/refusal.js';
import { tempFolder } from './support/temp-folder.js';

const SECRET = 'hush-hush-4711';
const PROFILES = 'esignon-startsimple, esignon-login, ckstack-token';

/** Refused on the command line and in the environment alike; the message has these parts, and never the secret. */
const VALUES: readonly (readonly [option: OptionName, value: string, ...parts: string[]])[] = [
  ['target', 'localhost:8080', '"localhost:8080"', 'not an http or https URL', 'https://'],
  ['target', 'ftp://example.com', '"ftp://example.com"', 'http or https'],
  ['target', 'http://', '"http://"', 'http or https'],
  ['target', 'http://exa mple.com', 'http or https'],
  ['target', 'http://example.com:99999', 'http or https'],
  ['target', `https://mina:${SECRET}@example.com`, 'user name or a password', '--header'],
  ['target', `https://mina@example.com`, 'user name or a password'],
  ['target', `https://mina:12#${SECRET}@example.com`, 'query or a fragment'],
  ['target', `mina:${SECRET}@example.com`, 'http or https', '***@example.com'],
  ['target', `https://${SECRET} x@example.com`, 'http or https'],
  ['target', `https://example.com/?key=${SECRET}`, '"https://example.com/"', 'query or a fragment'],
  ['target', 'https://example.com/#top', 'query or a fragment'],
  ['profile', 'esignon-logon', '"esignon-logon"', 'did you mean esignon-login?', PROFILES],
  ['profile', 'saml', '"saml"', PROFILES],
  ['profile', 'esignon-login,', '""', PROFILES],
  ['tags', '@must and', '"@must and"', 'not a tag expression', 'expected operand'],
  ['tags', '(@must', 'unmatched ('],
  ['tags', '@must @should', 'expected operator'],
  ['tags', 'ES-09', '"ES-09"', 'contains "ES-09", which is neither a tag (@ES-09) nor and/or/not'],
  ['seed', '-1', '"-1"', 'from 0 to 2147483647'],
  ['seed', '2147483648', '"2147483648"', 'from 0 to 2147483647'],
  ['seed', '1.5', 'whole number'],
  ['seed', '0x10', 'whole number'],
  ['fuzz-runs', '0', '"0"', 'from 1 to 1000000'],
  ['fuzz-runs', '1e3', '"1e3"', 'from 1 to 1000000'],
  ['timeout', '0', 'from 1 to 600000', 'milliseconds'],
  ['timeout', '600001', 'from 1 to 600000'],
  ['timeout', '10s', '"10s"', 'milliseconds'],
  ['concurrency', '0', 'from 1 to 256'],
  ['concurrency', '257', 'from 1 to 256'],
  ['max-failed-logins', '0', 'from 1 to 100'],
  ['max-failed-logins', '101', 'from 1 to 100'],
  ['rate', '0', '"0"', 'above 0', 'requests a second'],
  ['rate', '0.0', 'above 0'],
  ['rate', '-2', 'above 0'],
  ['rate', '5/s', '"5/s"', 'above 0'],
  ['header', SECRET, "'Name: value'"],
  ['header', `: ${SECRET}`, "'Name: value'"],
  ['header', `X Key: ${SECRET}`, "'Name: value'"],
  ['header', 'X-Key:', '"X-Key"', 'no value'],
  ['header', `X-Key: ${SECRET}\u0007`, '"X-Key"', 'control character'],
  ['header', `X-Key: ${SECRET}…`, '"X-Key"', 'Latin-1'],
  ['header', 'Host: example.com', '"Host"', 'cannot be added'],
  ['header', 'content-length: 1', '"content-length"', 'cannot be added'],
  ['header', 'Transfer-Encoding: chunked', 'cannot be added'],
  ['header', 'Connection: close', 'cannot be added'],
  ['header', 'Content-Type: text/plain', 'cannot be added', 'scenarios'],
  ['header', `H-Authorization: Open ${SECRET}`, 'cannot be added', 'fixtures'],
  ['state-url', 'states', '"states"', 'http or https'],
  ['state-url', `http://a:${SECRET}@example.com/`, 'user name or a password'],
  ['state-url', 'http://example.com/#x', 'fragment'],
  ['ca', 'none.pem', 'none.pem', 'no such file'],
  ['ca', '.', 'it is a folder'],
  ['ca', 'empty.pem', '"empty.pem"', 'no certificate', 'PEM'],
  ['ca', 'broken.pem', '"broken.pem"', 'broken certificate (number 2'],
  ['pacts', 'none', '"none"', 'does not exist'],
  ['pacts', 'empty.pem', '"empty.pem"', 'is not a folder'],
  ['reports', 'empty.pem', '"empty.pem"', 'is not a folder'],
  ['reports', 'empty.pem/below/it', '"empty.pem/below/it"', 'is not a folder'],
  ['fixtures', 'none.json', 'none.json cannot be read', 'no such file'],
  ['waivers', 'none.json', 'none.json cannot be read', 'no such file'],
  ['edition', '2027-01', '"2027-01"', 'is not an edition of the contract', '2026-11 and 2026-12'],
  ['strict', 'maybe', '"maybe"', '1, true, yes, 0, false, no'],
  ['list', '2', '"2"', '1, true, yes, 0, false, no'],
];

describe('a bad value', () => {
  for (const [option, value, ...parts] of VALUES) {
    test(`${option}: ${JSON.stringify(value)}`, async (context) => {
      const broken = CERTIFICATE.replace('MIIB', 'AAAA');
      const cwd = await tempFolder(context, { 'empty.pem': '', 'broken.pem': `${CERTIFICATE}\n${broken}\n` });
      const variable = environmentName(option);
      const set = await refusal(parseConfig([], { [variable]: value }, cwd));
      assertSays(set.message, [variable, ...parts], [SECRET, '--target:', 'undefined']);
      if (optionOf(option).value === undefined) return;
      const typed = await refusal(parseConfig([`--${option}=${value}`], {}, cwd));
      assertSays(typed.message, [`--${option}`, ...parts], [SECRET, `${variable}:`, 'undefined']);
      assert.equal(typed.message.split('\n').length, 1);
    });
  }

  test('an environment variable that contradicts an option is named', async (context) => {
    const cwd = await tempFolder(context, { 'ca.pem': CERTIFICATE });
    const error = await refusal(parseConfig(['--insecure'], { ASSAY_CA: 'ca.pem' }, cwd));
    assert.equal(error.code, 'ASSAY_OPTION_CONFLICT');
    assertSays(error.message, ['ASSAY_CA and --insecure', 'cannot be used together']);
  });
});

const LINES: readonly (readonly [argv: readonly string[], code: string, ...parts: string[]])[] = [
  [['foo'], 'ASSAY_ARGUMENT_UNEXPECTED', 'unexpected argument "foo"; options start with --'],
  [['--strict', 'yes'], 'ASSAY_ARGUMENT_UNEXPECTED', '"yes"'],
  [['http://example.com'], 'ASSAY_ARGUMENT_UNEXPECTED', '"http://example.com"', '--target=URL'],
  [[`http://mina:${SECRET}@example.com`], 'ASSAY_ARGUMENT_UNEXPECTED', '***@example.com', '--target=URL'],
  [['--header', 'X-Key:', SECRET], 'ASSAY_ARGUMENT_UNEXPECTED', "--header='Name: value'"],
  [['--header=Authorization:', SECRET], 'ASSAY_ARGUMENT_UNEXPECTED', "--header='Name: value'"],
  [['--', '--strict', '--', 'x'], 'ASSAY_ARGUMENT_UNEXPECTED', '"x"'],
  [['--traget=http://example.com'], 'ASSAY_OPTION_UNKNOWN', '"--traget"', 'did you mean --target?'],
  [['--fuzzRuns', '3'], 'ASSAY_OPTION_UNKNOWN', '"--fuzzRuns"', 'did you mean --fuzz-runs?'],
  [['--max-failed=3'], 'ASSAY_OPTION_UNKNOWN', 'did you mean --max-failed-logins?'],
  [[`--haeder=X-Key: ${SECRET}`], 'ASSAY_OPTION_UNKNOWN', '"--haeder"', 'did you mean --header?'],
  [['--browser'], 'ASSAY_OPTION_UNKNOWN', '"--browser"', '--help lists the options'],
  [['--html'], 'ASSAY_OPTION_UNKNOWN', '"--html"'],
  [['-x'], 'ASSAY_OPTION_UNKNOWN', '"-x"'],
  [['--strict=1'], 'ASSAY_OPTION_VALUE', '--strict takes no value'],
  [['--target'], 'ASSAY_OPTION_VALUE', '--target needs a value', '--target=URL'],
  [['--reports', '--strict'], 'ASSAY_OPTION_VALUE', '--reports needs a value', 'followed by --strict'],
  [['--target='], 'ASSAY_OPTION_VALUE', '--target has an empty value'],
  [['--header', ''], 'ASSAY_OPTION_VALUE', '--header has an empty value'],
];

describe('a command line that cannot be taken apart', () => {
  for (const [argv, code, ...parts] of LINES) {
    test(JSON.stringify(argv), async () => {
      const error = await refusal(parseConfig(argv, {}, tmpdir()));
      assert.equal(error.code, code);
      assertSays(error.message, parts, [SECRET]);
    });
  }

  test('every option that takes a value misses it', async () => {
    for (const name of OPTION_NAMES.filter((each) => optionOf(each).value !== undefined)) {
      const error = await refusal(parseConfig([`--${name}`], {}, tmpdir()));
      assertSays(error.message, [`--${name} needs a value`, `--${name}=${optionOf(name).value}`]);
    }
  });
});
