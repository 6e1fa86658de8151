import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { projectFiles } from './project-files.js';

/** What is committed and read by others; tests are told apart, since they speak of broken input. */
const PLACES = [
  'src',
  'steps',
  'features',
  'schemas',
  'docs',
  'examples',
  'bench',
  '.ci',
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'package.json',
  'tsconfig.json',
  'cucumber.js',
];

/** What no file may name: folders of one machine, and hosts of one network. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a folder beside the checkout', /\.\.\/shared\b/],
  ['a home folder or a work folder of a machine', /(?<![\w.:/}*-])\/(?:home|root|Users|work|workspace)\/\w/],
  ['a temporary folder of a machine', /(?<![\w.:/}*-])\/(?:private\/)?tmp\/\w/],
  ['the host of a package registry', /\b(?:registry\.[a-z]|verdaccio|artifactory|jfrog|:4873\b)/i],
  [
    'a host of a private network',
    /\b(?:10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|https?:\/\/[\w.-]+\.(?:internal|local|lan))\b/,
  ],
];

function offences(text: string): readonly string[] {
  return FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
}

describe('words that no file names', () => {
  for (const place of PLACES) {
    test(place, () => {
      const found = projectFiles([place]).flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, at) => offences(line).map((what) => `${path}:${at + 1} names ${what}: ${line}`)),
      );
      assert.deepEqual(found, []);
    });
  }

  test('packages are locked without a registry of one network', () => {
    const [lock] = projectFiles(['package-lock.json']);
    const hosts = [...(lock?.text ?? '').matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(
      ([, host]) => host,
    );
    assert.deepEqual(
      [...new Set(hosts)].filter((host) => host !== ['registry', 'npmjs', 'org'].join('.')),
      [],
    );
  });

  test('the patterns find what they are there for, and nothing else', () => {
    const folder = (...names: string[]) => `see ${['', ...names].join('/')}`;
    for (const text of [folder('work', 'main'), folder('home', 'mina', 'x'), folder('tmp', 'x')]) {
      assert.equal(offences(text).length, 1, text);
    }
    assert.equal(offences(`the notes in ${['..', 'shared'].join('/')}`).length, 1);
    assert.equal(offences(`npm config set registry https://npm.${'internal'}/`).length, 1);
    assert.deepEqual(
      offences('POST http://127.0.0.1:8080/api/acme/login, ../src/engine, {target}/tmp/x'),
      [],
    );
  });
});
