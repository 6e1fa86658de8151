import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { writeVerdictJson } from '../../src/report/verdict-json.js';
import type { Verdict } from '../../src/verdict/verdict.js';
import { hasHidden } from './hidden.js';
import { contract, entry, held, hostileVerdict, verdict } from './sample-verdict.js';

const schema = JSON.parse(
  await readFile(new URL('../../../schemas/verdict.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
(formats as unknown as (ajv: Ajv2020) => void)(ajv);
const validate = ajv.compile(schema);

function problems(value: unknown): readonly string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const SAMPLES: Readonly<Record<string, Verdict>> = {
  conformant: verdict(held(3)),
  violated: verdict(
    [...held(3), entry('ES-09', 'violated'), entry('ES-11', 'violated', { level: 'SHOULD' })],
    {
      conformant: false,
      exitCode: 1,
    },
  ),
  partly: verdict([
    entry('ES-01', 'held', { reason: 'the second user is not given' }),
    entry('LG-01', 'not-checked'),
  ]),
  waived: verdict([entry('ES-18', 'waived')], {
    waivers: [
      { clause: 'ES-18', reason: 'an old gateway', until: '2027-03-31', ticket: 'OPS-1', status: 'applied' },
      { clause: 'ES-17', reason: 'an old gateway', until: '2024-03-31', status: 'expired' },
    ],
  }),
  'no verdict': verdict([], { conformant: null, exitCode: 3, reason: 'the target does not answer' }),
  contracts: verdict(held(1), {
    contracts: [contract('verified'), contract('failed', { counts: false }), contract('not-verified')],
  }),
  hostile: hostileVerdict(),
};

for (const [name, sample] of Object.entries(SAMPLES)) {
  test(`verdict.json (${name}) is what its schema describes, and reads back as it was`, async (t) => {
    const dir = await mkdtemp(join(tmpdir(), 'report-'));
    t.after(() => rm(dir, { recursive: true }));
    const file = await writeVerdictJson(sample, join(dir, 'new folder'));
    assert.equal(file, join(dir, 'new folder', 'verdict.json'));
    const text = await readFile(file, 'utf8');
    assert.deepEqual(problems(JSON.parse(text)), []);
    assert.deepEqual(JSON.parse(text), sample);
    assert.ok(text.endsWith('}\n'));
    assert.deepEqual(text.split('\n').filter(hasHidden), []);
    assert.deepEqual(await readdir(join(dir, 'new folder')), ['verdict.json']);
  });
}

test('the schema refuses what a verdict never is', () => {
  const good = structuredClone(SAMPLES.violated) as unknown as Record<string, unknown>;
  const clauses = good.clauses as Record<string, unknown>[];
  const [first] = clauses;
  const wrong: Readonly<Record<string, unknown>> = {
    'an unknown member': { ...good, extra: 1 },
    'a missing member': { ...good, seed: undefined },
    'another exit code': { ...good, exitCode: 2 },
    'a violation that ends with 0': { ...good, exitCode: 0 },
    'no verdict without a reason': { ...good, conformant: null, exitCode: 3 },
    'an unknown outcome': { ...good, clauses: [{ ...first, outcome: 'skipped' }] },
    'a clause id of another form': { ...good, clauses: [{ ...first, id: 'ES-9' }] },
    'a violation without evidence': { ...good, clauses: [{ ...first, outcome: 'violated' }] },
    'evidence of a clause that held': { ...good, clauses: [{ ...clauses[3], outcome: 'held' }] },
    'not checked without a reason': { ...good, clauses: [{ ...first, outcome: 'not-checked', checks: 0 }] },
    'a contract left out without a reason': {
      ...good,
      contracts: [{ ...contract('verified'), outcome: 'not-verified' }],
    },
    'what is not the name of a profile': { ...good, profiles: [{ name: 'An Other', served: true, how: '' }] },
    'a date of another form': { ...good, startedAt: 'yesterday' },
  };
  assert.deepEqual(problems(JSON.parse(JSON.stringify(good))), []);
  for (const [what, value] of Object.entries(wrong)) {
    assert.notDeepEqual(problems(JSON.parse(JSON.stringify(value))), [], what);
  }
});

test('everything in the schema says what it is', () => {
  const bare: string[] = [];
  const interactionSession = (node: unknown, path: string) => {
    if (node === null || typeof node !== 'object') return;
    const { properties } = node as { properties?: Record<string, unknown> };
    const isCondition = /\/(?:if|then|else)$/.test(path);
    for (const [name, member] of isCondition ? [] : Object.entries(properties ?? {})) {
      const described = member as { description?: string; $ref?: string; const?: unknown };
      if (!described.description && !described.$ref && described.const === undefined)
        bare.push(`${path}/${name}`);
    }
    for (const [key, child] of Object.entries(node)) interactionSession(child, `${path}/${key}`);
  };
  interactionSession(schema, '');
  assert.deepEqual(bare, []);
});
