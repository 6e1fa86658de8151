import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createAllureSink } from '../../src/report/allure/sink.js';
import { folder, labels, read, resultsOf, VIOLATION } from './allure-results.js';
import { envelopesOf, PROFILE, type SampleScenario, SINK } from './envelopes.js';
import { hasHidden } from './hidden.js';
import { HOSTILE } from './sample-verdict.js';

test('a scenario stands in the trees by profile, feature and rule, with its clauses as tags', async (t) => {
  const { results } = await resultsOf(t, { steps: [{}, {}] });
  const [result] = results;
  assert.equal(results.length, 1);
  assert.equal(result?.status, 'passed');
  assert.deepEqual(labels(result, 'epic'), ['esignon-login']);
  assert.deepEqual(labels(result, 'feature'), ['Refusing']);
  assert.deepEqual(labels(result, 'story'), ['Wrong credentials yield 10']);
  assert.deepEqual(labels(result, 'parentSuite'), ['esignon-login']);
  assert.deepEqual(labels(result, 'suite'), ['Refusing']);
  assert.deepEqual(labels(result, 'subSuite'), ['Wrong credentials yield 10']);
  assert.deepEqual(labels(result, 'tag'), ['must', 'ES-09']);
  assert.deepEqual(
    result?.steps.map(({ name }) => name),
    ['Given Mina logs in', 'When Mina logs in'],
  );
});

test('severity follows the level', async (t) => {
  const severities: Readonly<Record<string, string>> = {
    '@must': 'critical',
    '@should': 'minor',
    '@other': 'normal',
  };
  for (const [tag, severity] of Object.entries(severities)) {
    const { results } = await resultsOf(t, { tags: ['@esignon-login', tag] });
    assert.deepEqual(labels(results[0], 'severity'), [severity]);
  }
});

test('a violation fails, with what the step said and no trace of ours; another error is the suite breaking', async (t) => {
  const violated = await resultsOf(t, {
    steps: [{ status: 'FAILED', error: VIOLATION }, { status: 'SKIPPED' }],
  });
  assert.equal(violated.results[0]?.status, 'failed');
  assert.deepEqual(violated.results[0]?.statusDetails, { message: VIOLATION.message });
  const broken = await resultsOf(t, {
    steps: [{ status: 'FAILED', error: { type: 'TypeError', message: 'x' } }],
  });
  assert.equal(broken.results[0]?.status, 'broken');
  assert.match(broken.results[0]?.statusDetails.trace ?? '', /at x$/);
});

test('a violation that a hook finds after the steps passed fails as well', async (t) => {
  const steps = [{}, { isHook: true, status: 'FAILED' as const, error: VIOLATION }];
  const { results, resultsDir } = await resultsOf(t, { steps });
  assert.equal(results[0]?.status, 'failed');
  assert.equal(results[0]?.statusDetails.message, VIOLATION.message);
  assert.ok((await readdir(resultsDir)).some((name) => name.endsWith('-container.json')));
});

test('a scenario that was skipped after a step passed is not shown as passed, and says why', async (t) => {
  const why = { body: 'Not checked: fixture esignon.blockedCompany is not given.', mediaType: 'text/plain' };
  const { results } = await resultsOf(t, { steps: [{}, { status: 'SKIPPED', attach: [why] }] });
  assert.equal(results[0]?.status, 'skipped');
  assert.deepEqual(results[0]?.statusDetails, { message: why.body });
});

for (const status of ['UNDEFINED', 'PENDING'] as const) {
  test(`a step that is ${status.toLowerCase()} breaks its scenario`, async (t) => {
    const { results } = await resultsOf(t, { steps: [{}, { status }] });
    assert.equal(results[0]?.status, 'broken');
    assert.match(results[0]?.statusDetails.message ?? '', new RegExp(`the step is ${status.toLowerCase()}`));
  });
}

test('a scenario that the end of the run cut off is written as not checked', async (t) => {
  const { results } = await resultsOf(t, { steps: [{}, {}], isCutOff: true });
  assert.equal(results[0]?.status, 'skipped');
  assert.match(results[0]?.statusDetails.message ?? '', /^Not checked: the run was cut off/);
});

test('hooks that passed make no file', async (t) => {
  const { resultsDir } = await resultsOf(t, { steps: [{}, { isHook: true }] });
  assert.deepEqual(
    (await readdir(resultsDir)).map((name) => name.replace(/^[0-9a-f-]{36}/, '')),
    ['-result.json'],
  );
});

test('scenarios of one name in other rules, files or profiles have histories of their own, the same from run to run', async (t) => {
  const samples: readonly SampleScenario[] = [
    {},
    { rule: 'Another rule' },
    { uri: 'features/ckstack-token/refusing.feature' },
    { profile: 'ckstack-token' },
    { name: 'Another name' },
  ];
  const first = (await resultsOf(t, ...samples)).results.map(({ historyId }) => historyId ?? '');
  assert.equal(new Set(first).size, samples.length);
  const elsewhere = samples.map((sample) => ({
    ...sample,
    uri: `node_modules/token-assay/${sample.uri ?? 'features/esignon/refusing.feature'}`,
  }));
  const second = (await resultsOf(t, ...elsewhere)).results.map(({ historyId }) => historyId ?? '');
  assert.deepEqual(second.toSorted(), first.toSorted());
});

test('a scenario of a feature that several profiles share is a result of its own for each of them', async (t) => {
  const tags = ['@esignon-startsimple', '@esignon-login', '@must', '@ES-09'];
  const uri = 'features/esignon/refusing.feature';
  const profiles = ['esignon-startsimple', 'esignon-login'];
  const { results } = await resultsOf(t, ...profiles.map((profile) => ({ profile, tags, uri })));
  const each = (of: (result: (typeof results)[number]) => unknown) => results.map(of).toSorted();
  assert.deepEqual(
    each((result) => labels(result, 'epic')[0]),
    profiles.toSorted(),
  );
  assert.deepEqual(
    each(({ fullName }) => fullName),
    profiles.map((name) => `${name}: ${uri}#Wrong credentials yield 10: The password is wrong`).toSorted(),
  );
  for (const result of results) assert.deepEqual(labels(result, 'tag'), ['must', 'ES-09']);
  assert.equal(new Set(results.map(({ historyId }) => historyId)).size, 2);
  assert.equal(new Set(results.map(({ testCaseId }) => testCaseId)).size, 2);
});

test('a row of an outline is told apart by its parameters, and no table is attached to each', async (t) => {
  const names = ['"good"', '"bad"'];
  const samples = names.map((value) => ({ name: 'Each kind', row: { kind: value } }));
  const { results, resultsDir } = await resultsOf(t, ...samples);
  assert.deepEqual(results.map(({ parameters }) => parameters[0]?.value ?? '').toSorted(), names.toSorted());
  assert.equal(new Set(results.map(({ testCaseId }) => testCaseId)).size, 1);
  assert.equal(new Set(results.map(({ historyId }) => historyId)).size, 2);
  assert.equal((await readdir(resultsDir)).length, 2);
});

test('messages of several runs at a time are kept apart', async (t) => {
  const resultsDir = await folder(t);
  const sink = createAllureSink({ resultsDir, ...SINK });
  const streams = [
    envelopesOf({ name: 'one' }),
    envelopesOf({ name: 'two', steps: [{ status: 'FAILED', error: VIOLATION }] }),
    envelopesOf({ name: 'three', tags: ['@ckstack-token', '@should'], steps: [{ status: 'SKIPPED' }] }),
  ];
  const profiles = [PROFILE, PROFILE, 'ckstack-token'];
  const longest = Math.max(...streams.map(({ length }) => length));
  for (let at = 0; at < longest; at += 1) {
    for (const [stream, envelopes] of streams.entries()) {
      const envelope = envelopes[at];
      if (envelope) sink.onEnvelope(envelope, profiles[stream] ?? '');
    }
  }
  await sink.finish();
  const results = (await read(resultsDir)).map((result) => [
    result.name,
    result.status,
    labels(result, 'epic')[0],
    labels(result, 'story')[0],
  ]);
  assert.deepEqual(results.toSorted(), [
    ['one', 'passed', 'esignon-login', 'Wrong credentials yield 10'],
    ['three', 'skipped', 'ckstack-token', 'Wrong credentials yield 10'],
    ['two', 'failed', 'esignon-login', 'Wrong credentials yield 10'],
  ]);
});

test('attachments are plain text, JSON or pictures, whatever they were called', async (t) => {
  const script = '<script>window.pwned=1</script>';
  const { results, resultsDir } = await resultsOf(t, {
    steps: [
      {
        attach: [
          { body: script, mediaType: 'text/html', fileName: 'answer.html' },
          { body: script, mediaType: 'image/svg+xml' },
          { body: `${script}\u001b[31m`, mediaType: 'text/x.cucumber.log+plain' },
          { body: '{"a":"\u202e"}', mediaType: 'application/json', fileName: `${HOSTILE}.json` },
          { body: 'aGk=', mediaType: 'text/html', contentEncoding: 'BASE64', fileName: 'x.html' },
          { body: 'aGk=', mediaType: 'image/png', contentEncoding: 'BASE64', fileName: 'x.png' },
          { body: 'x'.repeat(1_000_000), mediaType: 'text/plain' },
        ],
      },
    ],
  });
  const attachments = (results[0]?.steps[0]?.steps ?? []).flatMap((step) => step.attachments);
  assert.deepEqual(
    attachments.map(({ type, source }) => [type, source.replace(/^[0-9a-f-]{36}-attachment/, '')]),
    [
      ['text/plain', '.txt'],
      ['text/plain', '.txt'],
      ['text/plain', '.txt'],
      ['application/json', '.json'],
      ['application/octet-stream', '.bin'],
      ['image/png', '.png'],
      ['text/plain', '.txt'],
    ].map(([type, ending], at) => [type, at === 3 ? attachments[3]?.source.slice(47) : ending]),
  );
  const bodies = await Promise.all(
    attachments.map(({ source }) => readFile(join(resultsDir, source), 'utf8')),
  );
  assert.equal(bodies[2], `${script}\\u001b[31m`);
  assert.equal(bodies[3], '{"a":"\\u202e"}');
  assert.ok((bodies[6]?.length ?? 0) < 101_000);
  for (const { name } of attachments) assert.ok(!hasHidden(name) && name.length < 150, name);
});
