import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import type { Envelope } from '../../src/report/envelope.js';
import { createHtmlFallback } from '../../src/report/html-fallback.js';
import { envelopesOf, PROFILE } from './envelopes.js';
import { HOSTILE } from './sample-verdict.js';

async function pageOf(t: TestContext, envelopes: readonly Envelope[], others: readonly Envelope[] = []) {
  const dir = await mkdtemp(join(tmpdir(), 'report-'));
  t.after(() => rm(dir, { recursive: true }));
  const file = join(dir, 'cucumber.html');
  const fallback = createHtmlFallback();
  for (const envelope of envelopes) fallback.onEnvelope(envelope, PROFILE);
  for (const envelope of others) fallback.onEnvelope(envelope, 'esignon-startsimple');
  await fallback.write(file);
  const page = await readFile(file, 'utf8');
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  return { page, scripts, messages: messagesIn(scripts[0] ?? '') };
}

/** Runs the script that holds the messages, as a browser does. */
function messagesIn(script: string): readonly Envelope[] {
  const window: { CUCUMBER_MESSAGES?: unknown } = {};
  runInNewContext(script, { window });
  return JSON.parse(JSON.stringify(window.CUCUMBER_MESSAGES));
}

test('the page holds the run, and a policy that lets only its own scripts run', async (t) => {
  const { page, scripts, messages } = await pageOf(t, envelopesOf({ name: 'The password is wrong' }));
  assert.ok(messages.some(({ pickle }) => pickle?.name === 'The password is wrong'));
  const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page) ?? [];
  assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<script>'));
  const rules = new Map(
    policy.split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)]),
  );
  assert.deepEqual(rules.get('default-src'), ["'none'"]);
  const digests = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  assert.deepEqual(rules.get('script-src'), digests);
});

test('hostile text ends no script, and no attachment is put in as HTML', async (t) => {
  const error = { type: HOSTILE, message: HOSTILE };
  const attach = [
    { body: HOSTILE, mediaType: 'text/x.cucumber.log+plain' },
    { body: HOSTILE, mediaType: 'text/html', fileName: HOSTILE },
  ];
  const { scripts, messages } = await pageOf(
    t,
    envelopesOf({ name: HOSTILE, steps: [{ status: 'FAILED', error, attach }] }),
  );
  assert.equal(scripts.length, 3);
  const attachments = messages.flatMap(({ attachment }) => (attachment ? [attachment] : []));
  assert.deepEqual(
    attachments.map(({ mediaType }) => mediaType),
    ['text/plain', 'text/plain'],
  );
  const [result] = messages.flatMap(({ testStepFinished }) => testStepFinished?.testStepResult ?? []);
  for (const text of [result?.message, result?.exception?.message, attachments[0]?.body]) {
    assert.match(text ?? '', /^(?:.*: )?<img src=x/s);
    assert.doesNotMatch(text ?? '', /[\u001b\u202e\u200b]/);
  }
});

test('several runs make one page: begun once, ended once, failed if one failed', async (t) => {
  const second = envelopesOf({ name: 'two' }).map((envelope) =>
    envelope.testRunFinished
      ? { testRunFinished: { ...envelope.testRunFinished, success: false } }
      : envelope,
  );
  const definition = { id: 'd-1', pattern: {}, sourceReference: {} } as unknown as NonNullable<
    Envelope['stepDefinition']
  >;
  const { messages } = await pageOf(t, [
    { stepDefinition: definition },
    ...envelopesOf({ name: 'one' }),
    { stepDefinition: definition },
    ...second,
    ...envelopesOf({ name: 'three' }),
  ]);
  const count = (kind: keyof Envelope) => messages.filter((message) => message[kind] !== undefined).length;
  assert.equal(count('meta'), 1);
  assert.equal(count('testRunStarted'), 1);
  assert.equal(count('stepDefinition'), 1);
  assert.equal(count('testCaseFinished'), 3);
  assert.equal(count('pickle'), 3);
  assert.equal(count('testRunFinished'), 1);
  assert.equal(messages.at(-1)?.testRunFinished?.success, false);
});

test('a feature whose scenarios ran in parts is there once, with the scenarios of all parts', async (t) => {
  const parts = ['one', 'two', 'three'].map((name) => envelopesOf({ name }));
  const { messages } = await pageOf(t, [
    ...parts.flat(),
    ...unrun(envelopesOf({ name: 'left to another part' })),
  ]);
  const documents = messages.flatMap(({ gherkinDocument }) => gherkinDocument ?? []);
  assert.equal(documents.length, 1);
  assert.equal(messages.filter(({ source }) => source !== undefined).length, 1);
  const rule = documents[0]?.feature?.children[0]?.rule;
  const scenario = rule?.children.find((child) => child.scenario)?.scenario;
  const step = rule?.children.find((child) => child.background)?.background?.steps[0];
  const pickles = messages.flatMap(({ pickle }) => pickle ?? []);
  assert.deepEqual(
    pickles.map(({ name, astNodeIds, steps }) => [name, astNodeIds[0], steps[0]?.astNodeIds[0]]),
    ['one', 'two', 'three'].map((name) => [name, scenario?.id, step?.id]),
  );
});

test('a feature that several profiles share is there once for each of them', async (t) => {
  const { messages } = await pageOf(t, envelopesOf(), envelopesOf());
  const uris = ['esignon-login', 'esignon-startsimple'].map(
    (profile) => `${profile}/features/esignon/refusing.feature`,
  );
  const urisOf = (kind: 'gherkinDocument' | 'pickle' | 'source') =>
    messages.flatMap((message) => message[kind]?.uri ?? []).toSorted();
  for (const kind of ['source', 'gherkinDocument', 'pickle'] as const) assert.deepEqual(urisOf(kind), uris);
});

/** The messages of a run that only reads a feature. */
function unrun(envelopes: readonly Envelope[]): readonly Envelope[] {
  return envelopes.filter(({ gherkinDocument, pickle }) => gherkinDocument ?? pickle);
}

test('attachments beyond what a browser opens are left out', async (t) => {
  const attach = Array.from({ length: 300 }, () => ({ body: 'x'.repeat(90_000), mediaType: 'text/plain' }));
  const { page, messages } = await pageOf(t, envelopesOf({ steps: [{ attach }] }));
  assert.ok(page.length < 15_000_000, `${page.length}`);
  assert.ok(messages.some(({ attachment }) => attachment !== undefined));
});
