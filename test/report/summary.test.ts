import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { appendToStepSummary } from '../../src/report/step-summary.js';
import { summaryMarkdown } from '../../src/report/summary.js';
import { hasCiCommand, hasHidden } from './hidden.js';
import { contract, entry, evidence, HOSTILE, held, hostileVerdict, verdict } from './sample-verdict.js';

/** The page without its code: what is left is read as Markdown and HTML. */
function prose(page: string): string {
  return page
    .replace(/^ *(`{3,})sh\n.*\n *\1$/gm, 'BLOCK')
    .replace(/(?<!`)(`+)(?!`)((?:[^`]|(?!(?<!`)\1(?!`))`)*?)(?<!`)\1(?!`)/g, 'CODE');
}

test('a run with violations says so first, and gives each its clause, what was expected, what came, and how', () => {
  const page = summaryMarkdown(
    verdict([...held(8), entry('ES-09', 'violated'), entry('LG-01', 'not-checked')], {
      conformant: false,
      exitCode: 1,
    }),
  );
  const lines = page.split('\n');
  assert.equal(lines[0], '## ❌ Token API conformance');
  assert.equal(lines[2], '**Not conformant**: 1 of 10 MUST clauses violated (ES-09).');
  for (const line of [
    '### Violations',
    '#### ES-09 · MUST · esignon-login',
    '- expected: `result_code "10" and no token`',
    '- actual: `result_code "00" with a token of 32 characters`',
    '- request: `POST /api/acme/login (the password is wrong)`',
    '- seen: 3 times, exchange `x-17`',
    '- where: The password is wrong, `features/esignon/wrong-credentials.feature:12`',
    "  npx token-assay --target=http://127.0.0.1:8080 --profile=esignon-login --tags='@ES-09' --seed=42",
    '| MUST | 8 | 1 | 0 | 1 | 10 |',
    '| LG-01 MUST | What clause LG-01 asks of a provider, in one sentence. | ⚪ |',
    '- fixture esignon.blockedCompany is not given: **MUST** LG-01 (esignon-login)',
  ]) {
    assert.ok(lines.includes(line), line);
  }
  assert.ok(page.indexOf('### Violations') < page.indexOf('<details>'));
  assert.ok(page.indexOf('<details>') < page.indexOf('### Not checked'));
});

test('a conformant run has no section of violations', () => {
  const page = summaryMarkdown(verdict(held(3)));
  assert.match(page, /^## ✅ Token API conformance\n\n\*\*Conformant\*\*: all 3 MUST clauses hold\.\n/);
  assert.doesNotMatch(page, /### /);
});

test('clauses that lack the same fixture are one line', () => {
  const clauses = Array.from({ length: 31 }, (_, at) =>
    entry(`CK-${String(at + 1).padStart(2, '0')}`, 'not-checked', {
      profile: 'ckstack-token',
      reason: 'fixture ckstack.users is not given',
    }),
  );
  const page = summaryMarkdown(verdict(clauses));
  const rows = page.split('\n').filter((line) => line.startsWith('- '));
  assert.deepEqual(rows, ['- fixture ckstack.users is not given: **MUST** CK-01…CK-31 (ckstack-token)']);
});

test('the matrix has one row a clause and level, one column a profile, and tells every outcome apart', () => {
  const page = summaryMarkdown(
    verdict(
      [
        entry('ES-01', 'held'),
        entry('ES-01', 'violated', { profile: 'esignon-startsimple' }),
        entry('ES-11', 'violated', { level: 'SHOULD' }),
        entry('ES-12', 'waived'),
        entry('LG-01', 'not-checked'),
      ],
      {
        profiles: [
          { name: 'esignon-startsimple', served: true, how: 'pinned' },
          { name: 'esignon-login', served: true, how: 'pinned' },
          { name: 'ckstack-token', served: false, how: 'HTTP 404' },
        ],
      },
    ),
  );
  const cells = page
    .split('\n')
    .filter((line) => /^\| (?:clause|[A-Z]{2}-\d\d) /.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  assert.deepEqual(
    cells.map((row) => [row[1], row[3], row[4]]),
    [
      ['clause', 'esignon-startsimple', 'esignon-login'],
      ['ES-01 MUST', '❌', '✅'],
      ['ES-11 SHOULD', '', '⚠️'],
      ['ES-12 MUST', '', '🟡'],
      ['LG-01 MUST', '', '⚪'],
    ],
  );
});

test('a deviation from a SHOULD stands among the violations in a strict run, else apart', () => {
  const clauses = [...held(2), entry('ES-11', 'violated', { level: 'SHOULD' })];
  assert.match(summaryMarkdown(verdict(clauses)), /### SHOULD not met .*\n\n#### ES-11 · SHOULD/);
  const strict = summaryMarkdown(verdict(clauses, { strict: true, conformant: false, exitCode: 1 }));
  assert.match(strict, /### Violations\n\n#### ES-11 · SHOULD/);
  assert.match(strict, /\| ES-11 SHOULD \|.*\| ❌ \|/);
});

test('every waiver is listed with what became of it', () => {
  const waiver = { reason: 'an old | gateway', until: '2027-03-31' };
  const page = summaryMarkdown(
    verdict(held(1), {
      waivers: (['applied', 'expired', 'not-needed', 'unused'] as const).map((status) => ({
        ...waiver,
        clause: 'ES-18',
        status,
      })),
    }),
  );
  for (const words of [
    'applied',
    '**expired**: no longer applies',
    'no longer needed: the clause held',
    'not used: ',
  ]) {
    assert.ok(page.includes(`| ES-18 | ${words}`), words);
  }
  assert.equal(page.split('an old &#124; gateway').length, 5);
});

test('consumer contracts: counts, each failure with what differs, what was left out by reason', () => {
  const contracts = [
    contract('verified'),
    contract('failed'),
    contract('failed', { counts: false, consumer: 'token-client' }),
    ...Array.from({ length: 3 }, () => contract('not-verified')),
  ];
  const page = summaryMarkdown(verdict(held(1), { contracts }));
  assert.ok(
    page.includes(
      [
        '### Consumer contracts',
        '',
        '1 interaction verified, 2 failed, 3 not verified.',
        '',
        '- ❌ **Trial client**: a login with a wrong password',
        '  - contract: `pacts/trial.json`, exchange `x-31`',
        '  - `$.header.result_code`: expected `"10"`, actual `"0"`',
        '',
        '- ❌ **token-client**: a login with a wrong password (does not count by itself)',
      ].join('\n'),
    ),
    page,
  );
  assert.ok(page.includes('\n- not verified (3): no fixture fills the state «a blocked company»\n'));
});

test('hostile text in every place stays text: no HTML, link, mention, table border or command of its own', () => {
  const page = summaryMarkdown(hostileVerdict());
  for (const line of page.split('\n')) assert.ok(!hasHidden(line) && !hasCiCommand(line), line);
  const left = prose(page)
    .replaceAll('<!-- -->', '')
    .replaceAll(/<\/?(?:details|summary)>/g, '');
  assert.doesNotMatch(left, /[<`]|\]\(/);
  const breakable = prose(page);
  assert.doesNotMatch(breakable, /@\w|\/\/|www\.|mailto:/);
  const tables = prose(page)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  for (const table of tables) assert.ok([4, 5, 7, 6].includes(table.split('|').length - 1), table);
  assert.equal(tables.filter((line) => line.startsWith('| ES-')).length, 6);
  assert.ok(page.includes(`https://example.com`) === false && page.includes('more characters)'));
});

test('the page stays far below what a job summary may hold, however much was found', () => {
  const many = Array.from({ length: 400 }, (_, at) =>
    entry(`ES-${String(at % 100).padStart(2, '0')}`, 'violated', {
      statement: '문'.repeat(5_000),
      evidence: Array.from({ length: 10 }, () =>
        evidence({ actual: '성'.repeat(5_000), answer: '答'.repeat(5_000), replay: 'x'.repeat(1_900) }),
      ),
    }),
  );
  const warnings = Array.from({ length: 500 }, () => HOSTILE);
  const page = summaryMarkdown(verdict(many, { conformant: false, exitCode: 1, warnings }));
  assert.ok(Buffer.byteLength(page) < 512 * 1024, `${Buffer.byteLength(page)} bytes`);
  assert.match(page, /and \d+ more clauses: see `verdict.json`/);
  assert.match(page, /and 440 more in `verdict.json`/);
});

test('the summary is appended to the job summary, after what other steps wrote', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'report-'));
  t.after(() => rm(dir, { recursive: true }));
  const file = join(dir, 'step.md');
  await writeFile(file, 'before\n');
  const run = verdict(held(3));
  assert.equal(await appendToStepSummary(run, { GITHUB_STEP_SUMMARY: file }), null);
  assert.equal(await readFile(file, 'utf8'), `before\n\n${summaryMarkdown(run)}`);
});

test('no job summary, none appended; one that cannot be written is a sentence, not a crash', async () => {
  assert.equal(await appendToStepSummary(verdict(held(1)), {}), null);
  const sentence = await appendToStepSummary(verdict(held(1)), { GITHUB_STEP_SUMMARY: tmpdir() });
  assert.match(
    sentence ?? '',
    /^The job summary \(\$GITHUB_STEP_SUMMARY, .*\) was not written: .*EISDIR\)\.$/,
  );
});
