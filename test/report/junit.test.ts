import assert from 'node:assert/strict';
import { test } from 'node:test';
import { junitXml } from '../../src/report/junit.js';
import type { Verdict } from '../../src/verdict/verdict.js';
import { hasCiCommand, hasHidden } from './hidden.js';
import { type ReadElement, readXml } from './read-xml.js';
import { because, contract, entry, evidence, held, hostileVerdict, verdict } from './sample-verdict.js';

function suites(of: Verdict): readonly ReadElement[] {
  const root = readXml(junitXml(of));
  assert.equal(root.name, 'testsuites');
  for (const suite of root.children) {
    const cases = suite.children.filter(({ name }) => name === 'testcase');
    const having = (kind: string) =>
      cases.filter(({ children }) => children.some(({ name }) => name === kind)).length;
    assert.equal(suite.attributes.tests, String(cases.length));
    assert.equal(suite.attributes.failures, String(having('failure')));
    assert.equal(suite.attributes.errors, String(having('error')));
    assert.equal(suite.attributes.skipped, String(having('skipped')));
  }
  for (const name of ['tests', 'failures', 'errors', 'skipped']) {
    const sum = root.children.reduce((total, suite) => total + Number(suite.attributes[name]), 0);
    assert.equal(root.attributes[name], String(sum), name);
  }
  return root.children;
}

function casesOf(suite: ReadElement | undefined): readonly ReadElement[] {
  return (suite?.children ?? []).filter(({ name }) => name === 'testcase');
}

test('a suite for each profile, a case for each clause and level', () => {
  const all = suites(
    verdict(
      [
        entry('ES-01', 'held'),
        entry('ES-18', 'held', { level: 'SHOULD' }),
        entry('CK-01', 'held', { profile: 'ckstack-token' }),
      ],
      {
        profiles: [
          { name: 'esignon-login', served: true, how: 'pinned' },
          { name: 'ckstack-token', served: true, how: 'pinned' },
        ],
      },
    ),
  );
  assert.deepEqual(
    all.map(({ attributes }) => attributes.name),
    ['esignon-login', 'ckstack-token'],
  );
  assert.deepEqual(
    casesOf(all[0]).map(({ attributes }) => [attributes.classname, attributes.name]),
    [
      ['esignon-login', 'ES-01 MUST What clause ES-01 asks of a provider, in one sentence.'],
      ['esignon-login', 'ES-18 SHOULD What clause ES-18 asks of a provider, in one sentence.'],
    ],
  );
  const properties = all[0]?.children.find(({ name }) => name === 'properties')?.children ?? [];
  assert.deepEqual(
    Object.fromEntries(properties.map(({ attributes }) => [attributes.name, attributes.value])),
    {
      target: 'http://127.0.0.1:8080/base',
      seed: '42',
      version: '0.1.0',
      verdict: 'Conformant: all 2 MUST clauses hold.',
      edition: '2026-12',
      strict: 'false',
    },
  );
});

test('what counts fails with what was expected and what came; what does not count is skipped and says why', () => {
  const clauses = [
    entry('ES-09', 'violated'),
    entry('ES-11', 'violated', { level: 'SHOULD' }),
    entry('ES-12', 'waived'),
    entry('LG-01', 'not-checked'),
    entry('ES-01', 'held'),
  ];
  const [suite] = suites(verdict(clauses, { conformant: false, exitCode: 1 }));
  const what =
    'expected result_code "10" and no token; actual result_code "00" with a token of 32 characters';
  const results = casesOf(suite).map(({ children: [result] }) => [result?.name, result?.attributes.message]);
  assert.deepEqual(results, [
    ['failure', what],
    ['skipped', `SHOULD not met (ignored unless --strict): ${what}`],
    ['skipped', `waived: ${what}`],
    ['skipped', 'not checked: fixture esignon.blockedCompany is not given'],
    [undefined, undefined],
  ]);
  const failure = casesOf(suite)[0]?.children[0];
  assert.equal(failure?.attributes.type, 'MUST ES-09');
  assert.match(
    failure?.text ?? '',
    /^expected: result_code "10".*\nactual: .*\nrequest: POST .*\nanswer: HTTP 200 /,
  );
  assert.match(
    failure?.text ?? '',
    /\nexchanges: x-17\nseen: 3\n.*\nwhere: features\/.*\nreplay: npx token-assay /s,
  );
});

test('a SHOULD fails in a strict run', () => {
  const clauses = [entry('ES-11', 'violated', { level: 'SHOULD' })];
  const [suite] = suites(verdict(clauses, { strict: true, conformant: false, exitCode: 1 }));
  assert.equal(casesOf(suite)[0]?.children[0]?.name, 'failure');
});

test('a run without a verdict has an error of its own, even if no clause failed', () => {
  const all = suites(verdict(held(2), { conformant: null, exitCode: 3, ...because('the run was cut off') }));
  assert.deepEqual(
    all.map(({ attributes }) => attributes.name),
    ['esignon-login', 'verdict'],
  );
  const [result] = casesOf(all[1])[0]?.children ?? [];
  assert.equal(result?.name, 'error');
  assert.equal(result?.attributes.message, 'No verdict [ASSAY_CUT_OFF]: the run was cut off; run it again.');
});

test('a profile that is not served fails, though no clause did; nothing at all is one error', () => {
  const unserved = suites(
    verdict(held(1), { conformant: false, exitCode: 1, reason: 'ckstack-token is not served' }),
  );
  assert.equal(casesOf(unserved[1])[0]?.children[0]?.name, 'failure');
  const nothing = suites(verdict([], { profiles: [], conformant: null, exitCode: 3, reason: 'unreachable' }));
  assert.equal(nothing.length, 1);
  assert.equal(nothing[0]?.attributes.errors, '1');
});

test('consumer contracts have a suite of their own, a case for each interaction', () => {
  const contracts = [
    contract('verified'),
    contract('failed'),
    contract('failed', { counts: false }),
    contract('not-verified'),
  ];
  const all = suites(verdict(held(1), { contracts }));
  assert.deepEqual(
    all.map(({ attributes }) => attributes.name),
    ['esignon-login', 'consumer contracts'],
  );
  const what = '$.header.result_code: expected "10"; actual "0"';
  assert.deepEqual(
    casesOf(all[1]).map(({ attributes, children: [result] }) => [
      attributes.classname,
      result?.name,
      result?.attributes.message,
    ]),
    [
      ['contract of Trial client', undefined, undefined],
      ['contract of Trial client', 'failure', what],
      ['contract of Trial client', 'skipped', `failed, does not count by itself: ${what}`],
      ['contract of Trial client', 'skipped', 'not verified: no fixture fills the state «a blocked company»'],
    ],
  );
});

test('a conformant run has no suite but the profiles', () => {
  assert.equal(suites(verdict(held(2))).length, 1);
});

test('hostile text is well-formed XML, without hidden characters and commands, bounded', () => {
  const xml = junitXml(hostileVerdict());
  for (const line of xml.split('\n')) assert.ok(!hasHidden(line) && !hasCiCommand(line), line);
  assert.ok(xml.length < 100_000);
  const [suite, , own] = suites(hostileVerdict());
  const [first] = casesOf(suite);
  assert.match(first?.attributes.name ?? '', /^ES-01 MUST <img src=x onerror="window\.pwned=1"><\/script>/);
  assert.match(first?.children[0]?.text ?? '', /\]\]> &amp; &#x1b; <!-- --> <!\[CDATA\[ <!ENTITY/);
  assert.match(first?.children[0]?.text ?? '', /\\u0000\\u0008/);
  assert.equal(own?.attributes.name, 'verdict');
});

test('what looks like an entity comes back as it was', () => {
  const actual = '&nbsp; &amp;amp; &#x1b; &#27; &lt; & &x';
  const [suite] = suites(
    verdict([entry('ES-09', 'violated', { evidence: [evidence({ actual })] })], {
      conformant: false,
      exitCode: 1,
    }),
  );
  const [failure] = casesOf(suite)[0]?.children ?? [];
  assert.ok(failure?.attributes.message?.endsWith(`actual ${actual}`));
  assert.ok(failure?.text.includes(`\nactual: ${actual}\n`));
});
