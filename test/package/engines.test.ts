import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { projectJson } from './support/project-json.js';

/** The part of `semver` that is used here; it comes without types. */
const { subset, satisfies }: Record<'subset' | 'satisfies', (one: string, range: string) => boolean> =
  createRequire(import.meta.url)('semver');

interface LockedPackage {
  readonly version: string;
  readonly dev?: true;
  readonly engines?: { readonly node?: string };
}

const ENGINES = projectJson<{ engines: { node: string } }>('package.json').engines.node;

describe('the versions of Node that package.json names', () => {
  test('are 20 and every later version with long-term support', () => {
    for (const version of ['20.17.0', '20.20.2', '22.9.0', '22.20.0', '24.0.0', '26.0.0']) {
      assert.ok(satisfies(version, ENGINES), version);
    }
    assert.ok(!satisfies('18.20.0', ENGINES));
  });

  test('are accepted by every package that is installed with it: npm install --engine-strict works', () => {
    const { packages } = projectJson<{ packages: Record<string, LockedPackage> }>('package-lock.json');
    const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
    assert.ok(installed.length > 100);
    const refusing = installed
      .map(([path, { version, engines }]) => ({ path, version, range: engines?.node ?? '*' }))
      .filter(({ range }) => !subset(ENGINES, range))
      .map(({ path, version, range }) => `${path} ${version} wants ${range}`);
    assert.deepEqual(refusing, []);
  });

  test('can load the one @cucumber/messages that there is, which is the one of cucumber', () => {
    const { packages } = projectJson<{ packages: Record<string, LockedPackage> }>('package-lock.json');
    const messages = Object.entries(packages).filter(([path]) => path.endsWith('/@cucumber/messages'));
    assert.deepEqual(
      messages.map(([path]) => path),
      ['node_modules/@cucumber/messages'],
    );
    assert.ok(satisfies(messages[0]?.[1].version ?? '', '^32.0.0'));
  });

  test('need no overrides, which do not reach whoever installs the package', () => {
    assert.ok(!('overrides' in projectJson<object>('package.json')));
  });
});
