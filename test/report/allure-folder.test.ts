import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeAllureMetadata } from '../../src/report/allure/metadata.js';
import { createAllureSink } from '../../src/report/allure/sink.js';
import { folder, VIOLATION } from './allure-results.js';
import { envelopesOf, PROFILE, SINK } from './envelopes.js';
import { held, hostileVerdict, verdict } from './sample-verdict.js';

test('results of the run before are cleared away, and nothing else of the folder', async (t) => {
  const resultsDir = await folder(t);
  const uuid = '01234567-89ab-cdef-0123-456789abcdef';
  const old = [
    `${uuid}-result.json`,
    `${uuid}-container.json`,
    `${uuid}-attachment`,
    `${uuid}-attachment.txt`,
  ];
  const described = ['environment.properties', 'categories.json', 'executor.json'];
  const kept = ['notes.txt', 'my-result.json', 'result.json', `${uuid}.json`, '.gitkeep'];
  await mkdir(join(resultsDir, 'mine'), { recursive: true });
  for (const name of [...old, ...described, ...kept]) await writeFile(join(resultsDir, name), 'x');
  await writeFile(join(resultsDir, 'mine', `${uuid}-result.json`), 'x');
  await symlink(join(resultsDir, 'mine'), join(resultsDir, 'history'));
  await writeFile(join(resultsDir, 'mine', 'notes.json'), 'x');
  await createAllureSink({ resultsDir, ...SINK }).finish();
  assert.deepEqual((await readdir(resultsDir)).toSorted(), [...kept, 'history', 'mine'].toSorted());
  assert.deepEqual((await readdir(join(resultsDir, 'mine'))).toSorted(), [
    `${uuid}-result.json`,
    'notes.json',
  ]);
});

test('a folder that cannot be written is told at the end, and does not disturb the run', async (t) => {
  const resultsDir = await folder(t);
  await writeFile(resultsDir, 'a file in its place');
  const sink = createAllureSink({ resultsDir, ...SINK });
  for (const envelope of envelopesOf()) assert.doesNotThrow(() => sink.onEnvelope(envelope, PROFILE));
  await assert.rejects(sink.finish(), { code: 'EEXIST' });
});

test('a folder that turns unwritable during the run is told at the end', {
  skip: process.getuid?.() === 0,
}, async (t) => {
  const resultsDir = await folder(t);
  const sink = createAllureSink({ resultsDir, ...SINK });
  await chmod(resultsDir, 0o500);
  for (const envelope of envelopesOf()) sink.onEnvelope(envelope, PROFILE);
  await assert.rejects(sink.finish(), { code: 'EACCES' });
  await chmod(resultsDir, 0o700);
});

test('environment, categories and CI job describe the run', async (t) => {
  const resultsDir = await folder(t);
  await mkdir(resultsDir);
  writeAllureMetadata(verdict(held(3)), resultsDir, {
    GITHUB_RUN_ID: '77',
    GITHUB_SERVER_URL: 'https://user:secret@github.example.com',
    GITHUB_REPOSITORY: 'acme/login',
  });
  const environment = await readFile(join(resultsDir, 'environment.properties'), 'utf8');
  assert.match(environment, /^Verdict=Conformant\\:\\ all\\ 3\\ MUST\\ clauses\\ hold\.$/m);
  assert.match(environment, /^Target=http\\:\/\/127\.0\.0\.1\\:8080\/base$/m);
  assert.match(environment, /^Profiles=esignon-login$/m);
  assert.match(environment, /^Seed=42$/m);
  assert.match(environment, /^token-assay=0\.1\.0$/m);
  const executor = JSON.parse(await readFile(join(resultsDir, 'executor.json'), 'utf8'));
  assert.equal(executor.buildUrl, 'https://github.example.com/acme/login/actions/runs/77');
  const categories: readonly { name: string; matchedStatuses: string[]; messageRegex?: string }[] =
    JSON.parse(await readFile(join(resultsDir, 'categories.json'), 'utf8'));
  const matching = (status: string, message: string) =>
    categories
      .filter(({ matchedStatuses, messageRegex }) => {
        const flags = /^\(\?(\w+)\)/.exec(messageRegex ?? '');
        const source = (messageRegex ?? '.*').slice(flags?.[0].length ?? 0);
        return matchedStatuses.includes(status) && new RegExp(`^${source}$`, flags?.[1] ?? 's').test(message);
      })
      .map(({ name }) => name);
  assert.deepEqual(matching('failed', VIOLATION.message), ['MUST clauses violated']);
  assert.deepEqual(matching('failed', 'ES-11 SHOULD: x\ny'), ['SHOULD clauses violated']);
  assert.deepEqual(matching('skipped', 'Violated, but it does not count.\nES-11 SHOULD: x'), [
    'Violations that do not count',
  ]);
  assert.deepEqual(matching('skipped', 'Not checked: the fixtures name no second user.'), [
    'Not checked: a fixture is missing',
  ]);
  assert.deepEqual(matching('skipped', 'Not checked: the run was cut off'), [
    'Not checked for another reason',
  ]);
  assert.deepEqual(matching('broken', 'x'), ['Errors of the suite']);
});

test('hostile text in the environment stays one ASCII line an entry, and no CI job is no executor', async (t) => {
  const resultsDir = await folder(t);
  await mkdir(resultsDir);
  writeAllureMetadata(hostileVerdict(), resultsDir, {});
  const lines = (await readFile(join(resultsDir, 'environment.properties'), 'utf8')).trimEnd().split('\n');
  assert.equal(lines.length, 8);
  for (const line of lines) assert.match(line, /^[A-Za-z.\\ -]+=[ -~]*$/);
  assert.ok(!(await readdir(resultsDir)).includes('executor.json'));
});
