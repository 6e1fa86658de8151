import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  startVerifierProcess,
  type VerifierProcess,
  type VerifierSetting,
} from '../../src/pact/verifier-process.js';

/** A verifier whose process does what the script says. */
async function verifier(
  context: TestContext,
  script: string,
  setting: Omit<VerifierSetting, 'module'> = {},
): Promise<VerifierProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'token-assay-verifier-'));
  const file = join(folder, 'child.mjs');
  await writeFile(file, script);
  const started = startVerifierProcess({ ...setting, module: pathToFileURL(file) });
  context.after(async () => {
    await started.close();
    await rm(folder, { recursive: true });
  });
  return started;
}

const READY = "process.send({ kind: 'ready' });";
const JOB = { providerBaseUrl: 'http://127.0.0.1:1' };

describe('a verifier process', () => {
  test('answers each job with its own report, in any order', async (context) => {
    const script = `${READY} const jobs = [];
      process.on('message', ({ job, options }) => {
        jobs.unshift({ kind: 'verified', job, report: options.provider });
        if (jobs.length === 2) for (const done of jobs) process.send(done);
      });`;
    const process = await verifier(context, script);
    const outcomes = await Promise.all(['a', 'b'].map((provider) => process.verify({ ...JOB, provider })));
    assert.deepEqual(outcomes, [{ report: 'a' }, { report: 'b' }]);
  });

  test('that cannot do one job goes on with others', async (context) => {
    const script = `${READY}
      process.on('message', ({ job, options }) => process.send(options.provider === 'bad'
        ? { kind: 'broken', job, message: 'it cannot be done' }
        : { kind: 'verified', job, report: 'done' }));`;
    const process = await verifier(context, script);
    assert.deepEqual(await process.verify({ ...JOB, provider: 'bad' }), { fault: 'it cannot be done' });
    assert.deepEqual(await process.verify({ ...JOB, provider: 'good' }), { report: 'done' });
  });

  const broken: readonly (readonly [what: string, script: string, cause: RegExp])[] = [
    ['ends', 'process.exit(3);', /^it ended by itself \(exit code 3\)$/],
    ['is killed', "process.kill(process.pid, 'SIGKILL');", /^it was ended by SIGKILL$/],
    ['cannot be loaded', "import 'no-such-package';", /^it ended by itself \(exit code 1\)$/],
    [
      'says that its core cannot be loaded',
      "process.send({ kind: 'broken', job: null, message: 'no such library\\nstack' });",
      /^it could not be loaded: no such library$/,
    ],
    ['sends a text', `${READY} process.send('verified');`, /^it sent something that is not a result$/],
    ['sends half a result', `${READY} process.send({ kind: 'verified', job: 1 });`, /^it sent something/],
    [
      'sends half a result and ends',
      `${READY} process.send({ kind: 'verified', job: 1 }, () => process.exit(1));`,
      /^it sent something/,
    ],
    ['sends null', `${READY} process.send(null);`, /^it sent something/],
  ];
  for (const [what, script, cause] of broken) {
    test(`that ${what} leaves every job without a report, those to come too`, async (context) => {
      const process = await verifier(context, script);
      const outcomes = await Promise.all([process.verify(JOB), process.verify(JOB)]);
      for (const outcome of [...outcomes, await process.verify(JOB)]) {
        assert.match('fault' in outcome ? outcome.fault : '', cause);
      }
    });
  }

  test('that hangs is given up', async (context) => {
    const process = await verifier(context, `${READY} process.on('message', () => {});`, { silenceMs: 200 });
    assert.deepEqual(await process.verify(JOB), { fault: 'it did nothing for 0.2 s' });
  });

  test('that waits for us does not hang', async (context) => {
    const script = `${READY}
      process.on('message', ({ job }) => setTimeout(() => process.send({ kind: 'verified', job, report: 'x' }), 500));`;
    const process = await verifier(context, script, { silenceMs: 100, isBusy: () => true });
    assert.deepEqual(await process.verify(JOB), { report: 'x' });
  });

  test('may write what it likes to its output', async (context) => {
    const script = `console.log('x'.repeat(1e6)); console.error('y'); ${READY}
      process.on('message', ({ job }) => process.send({ kind: 'verified', job, report: 'x' }));`;
    assert.deepEqual(await (await verifier(context, script)).verify(JOB), { report: 'x' });
  });

  test('that is closed leaves nothing open', async (context) => {
    const process = await verifier(context, `${READY} process.on('message', () => {});`);
    const open = process.verify(JOB);
    await process.close();
    assert.deepEqual(await open, { fault: 'it was stopped' });
  });

  test('gets none of the settings of Pact from our environment, and does not count its uses', async (context) => {
    const before = { ...process.env };
    Object.assign(process.env, {
      PACT_BROKER_BASE_URL: 'http://192.0.2.1',
      PACT_DESCRIPTION: 'x',
      NO_PROXY: 'a.b',
    });
    context.after(() => {
      process.env = before;
    });
    const script = `${READY} const { env } = process;
      const names = Object.keys(env).filter((name) => name.startsWith('PACT_'));
      process.on('message', ({ job }) => process.send({
        kind: 'verified', job, report: JSON.stringify([names, env.PACT_DO_NOT_TRACK, env.NO_PROXY, env.SSL_CERT_FILE]),
      }));`;
    const outcome = await (await verifier(context, script)).verify(JOB);
    const [names, track, direct, certificates] = JSON.parse('report' in outcome ? outcome.report : 'null');
    assert.deepEqual([names, track, direct], [['PACT_DO_NOT_TRACK'], 'true', 'a.b,127.0.0.1']);
    assert.ok(certificates);
  });
});
