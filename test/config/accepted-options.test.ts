import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { environmentName } from '../../src/config/option-table.js';
import type { RunConfig } from '../../src/config/run-config.js';
import { CERTIFICATE } from './support/certificate.js';
import { OPTION_NAMES, optionOf } from './support/options.js';
import { PACT } from './support/pact.js';
import { runConfig } from './support/run-config.js';
import { tempFolder } from './support/temp-folder.js';

type Case = readonly [option: string, value: string, field: keyof RunConfig, expected: unknown];

const CASES: readonly Case[] = [
  ['edition', '2026-11', 'edition', '2026-11'],
  ['target', 'http://localhost:8080', 'target', 'http://localhost:8080'],
  ['target', 'HTTPS://API.example.com/', 'target', 'https://api.example.com'],
  ['target', 'https://api.example.com/v2/tenant//', 'target', 'https://api.example.com/v2/tenant'],
  ['target', 'http://[::1]:80/a%20b', 'target', 'http://[::1]/a%20b'],
  ['profile', 'esignon-login', 'profiles', ['esignon-login']],
  ['profile', 'ckstack-token, esignon-login,ckstack-token', 'profiles', ['esignon-login', 'ckstack-token']],
  ['tags', '@must and not (@ES-25 or @ES-30)', 'tags', '@must and not (@ES-25 or @ES-30)'],
  ['seed', '0', 'seed', 0],
  ['seed', '2147483647', 'seed', 2147483647],
  ['fuzz-runs', '1', 'fuzzRuns', 1],
  ['fuzz-runs', '1000000', 'fuzzRuns', 1000000],
  ['timeout', '1', 'timeoutMs', 1],
  ['timeout', '600000', 'timeoutMs', 600000],
  ['concurrency', '1', 'concurrency', 1],
  ['concurrency', '256', 'concurrency', 256],
  ['max-failed-logins', '1', 'maxFailedLogins', 1],
  ['max-failed-logins', '100', 'maxFailedLogins', 100],
  ['rate', '20', 'rate', 20],
  ['rate', '0.5', 'rate', 0.5],
  ['header', 'X-Tenant: acme', 'headers', [['X-Tenant', 'acme']]],
  ['header', 'Authorization:Bearer a:b', 'headers', [['Authorization', 'Bearer a:b']]],
  ['state-url', 'http://localhost:9000/states?x=1', 'stateUrl', 'http://localhost:9000/states?x=1'],
];

describe('an accepted value', () => {
  for (const [option, value, field, expected] of CASES) {
    test(`--${option}=${value}, in its three spellings`, async () => {
      const name = environmentName(OPTION_NAMES.find((known) => known === option) ?? assert.fail(option));
      assert.deepEqual((await runConfig([`--${option}=${value}`]))[field], expected);
      assert.deepEqual((await runConfig([`--${option}`, value]))[field], expected);
      assert.deepEqual((await runConfig([], { [name]: value }))[field], expected);
    });
  }
});

describe('a flag', () => {
  const flags: readonly (readonly [flag: string, field: keyof RunConfig, on: boolean])[] = [
    ['strict', 'strict', true],
    ['complete', 'complete', true],
    ['insecure', 'insecure', true],
    ['no-html', 'html', false],
  ];
  for (const [flag, field, on] of flags) {
    test(`--${flag} is off by default, on by name, and takes yes and no from the environment`, async () => {
      const name = `ASSAY_${flag.toUpperCase().replace('-', '_')}`;
      assert.equal((await runConfig([]))[field], !on);
      assert.equal((await runConfig([`--${flag}`]))[field], on);
      for (const yes of ['1', 'true', 'yes', 'YES']) {
        assert.equal((await runConfig([], { [name]: yes }))[field], on, yes);
      }
      for (const no of ['0', 'false', 'no', '']) {
        assert.equal((await runConfig([], { [name]: no }))[field], !on, no);
      }
      assert.equal((await runConfig([`--${flag}`], { [name]: 'no' }))[field], on);
    });
  }
});

describe('files and folders', () => {
  test('are relative to the working folder', async (context) => {
    const cwd = await tempFolder(context, {
      'ca.pem': `subject\n${CERTIFICATE}\n`,
      'a.json': '{}',
      'b.json': '[]',
    });
    await mkdir(join(cwd, 'pacts of ours'));
    await writeFile(join(cwd, 'pacts of ours', 'a.json'), JSON.stringify(PACT));
    const config = await runConfig(
      [
        '--ca=ca.pem',
        '--pacts=pacts of ours',
        '--reports=out/today',
        '--fixtures=a.json',
        '--waivers=b.json',
      ],
      {},
      cwd,
    );
    assert.equal(config.ca, `${CERTIFICATE}\n`);
    assert.deepEqual(config.pacts, [{ shown: join('pacts of ours', 'a.json'), document: PACT }]);
    assert.equal(config.reportsDir, join(cwd, 'out', 'today'));
    assert.equal(config.fixturesSource, 'a.json');
    assert.deepEqual(config.waivers, []);
  });

  test('a private key beside the certificate is left behind', async (context) => {
    const key = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----';
    const cwd = await tempFolder(context, { 'ca.pem': [key, CERTIFICATE, CERTIFICATE].join('\n') });
    const { ca } = await runConfig(['--ca', 'ca.pem'], {}, cwd);
    assert.equal(ca, `${CERTIFICATE}\n${CERTIFICATE}\n`);
  });
});

describe('several values of one option', () => {
  test('--header adds up, line by line in the environment', async () => {
    const both = [
      ['X-A', '1'],
      ['X-B', '2'],
    ];
    assert.deepEqual((await runConfig(['--header=X-A: 1', '--header', 'X-B: 2'])).headers, both);
    assert.deepEqual((await runConfig([], { ASSAY_HEADER: 'X-A: 1\r\n\nX-B: 2\n' })).headers, both);
  });

  test('--profile adds up', async () => {
    const { profiles } = await runConfig(['--profile=ckstack-token', '--profile=esignon-login']);
    assert.deepEqual(profiles, ['esignon-login', 'ckstack-token']);
  });

  test('of any other option the last one counts', async () => {
    assert.equal((await runConfig(['--seed=1', '--seed=2'])).seed, 2);
  });

  test('the command line wins over the environment, also over a bad value there', async () => {
    assert.equal((await runConfig(['--seed=1'], { ASSAY_SEED: '2' })).seed, 1);
    assert.equal((await runConfig(['--seed=1'], { ASSAY_SEED: 'two' })).seed, 1);
    const { headers } = await runConfig(['--header=X-A: 1'], { ASSAY_HEADER: 'X-B: 2' });
    assert.deepEqual(headers, [['X-A', '1']]);
  });
});

test('an option with a value says in the help which', () => {
  for (const name of OPTION_NAMES) {
    const { value, default: standard } = optionOf(name);
    assert.ok(value !== undefined || standard === 'no', name);
  }
});
