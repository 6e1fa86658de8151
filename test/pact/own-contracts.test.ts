import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, test } from 'node:test';
import { ownContractFile, ownInteractions } from '../../src/pact/own-contracts.js';
import { OPTION_NAMES, optionOf } from '../config/support/options.js';
import { contractProfiles } from './support/contract-profiles.js';

const PROFILES = contractProfiles();
const STATE_NAMES = new Set(PROFILES.flatMap(({ contracts }) => [...contracts.states.keys()]));
const FOLDER = new URL('../../../pacts/', import.meta.url);
const FEATURES = new URL('../../../features/pacts/', import.meta.url);

describe('the own contracts', () => {
  test('are one for each profile, and there is nothing else in their folder', async () => {
    const files = PROFILES.map((profile) => basename(ownContractFile(profile)));
    assert.deepEqual((await readdir(FOLDER)).sort(), files.sort());
  });

  for (const profile of PROFILES) {
    test(`${profile.name}: every interaction has a scenario of its name, and every scenario an interaction`, async () => {
      const feature = await readFile(new URL(`${profile.name}.feature`, FEATURES), 'utf8');
      const scenarios = [...feature.matchAll(/^ +Scenario: (.)(.*)$/gm)].map(
        ([, first = '', rest = '']) => first.toLowerCase() + rest,
      );
      const descriptions = (await ownInteractions(profile)).map(({ description }) => description);
      assert.deepEqual(scenarios.sort(), [...descriptions].sort());
    });

    test(`${profile.name}: every interaction has one state that is ours`, async () => {
      for (const { description, states } of await ownInteractions(profile)) {
        assert.equal(states.length, 1, description);
        assert.ok(STATE_NAMES.has(states[0]?.name ?? ''), description);
      }
    });

    test(`${profile.name}: what a target has for itself comes from states, and it holds nothing secret`, async () => {
      const own = /"(?:memb_email|memb_pwd|comp_id|client_id|userId|password|tid)"/;
      for (const { description, alone } of await ownInteractions(profile)) {
        const [interaction] = alone.interactions ?? [];
        const { generators, body, query, headers } = (interaction?.request ?? {}) as Record<string, object>;
        const made = JSON.stringify(generators);
        const names = JSON.stringify([body, query]).matchAll(new RegExp(own, 'g'));
        for (const [name] of names) {
          assert.ok(made.includes(name.slice(1, -1)), `${description}: ${name}`);
        }
        for (const header of ['H-Date', 'H-Authorization', 'Ck-Service']) {
          if (header in (headers ?? {})) assert.ok(made.includes(header), `${description}: ${header}`);
        }
        assert.match(made, /"path":\{"expression":"\$\{path\}"/);
      }
    });
  }
});

describe('docs/pact.md', () => {
  test('names every state that others may use, and every option', async () => {
    const text = await readFile(new URL('../../../docs/pact.md', import.meta.url), 'utf8');
    for (const name of STATE_NAMES) assert.ok(text.includes(`| \`${name}\` |`), name);
    const options = OPTION_NAMES.filter((name) => optionOf(name).group === optionOf('pacts').group);
    assert.ok(options.length >= 9);
    for (const option of options) assert.ok(text.includes(`--${option}`), option);
  });
});
