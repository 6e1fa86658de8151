import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { colourEnabled } from '../../src/report/colour.js';
import { consoleText } from '../../src/report/console.js';
import { displayWidth } from '../../src/text/escape/display-width.js';
import type { Verdict } from '../../src/verdict/verdict.js';
import { hasCiCommand, hasHidden } from './hidden.js';
import {
  because,
  contract,
  entry,
  evidence,
  HOSTILE,
  held,
  hostileVerdict,
  verdict,
} from './sample-verdict.js';

const reports = { dir: 'reports', files: ['verdict.json', 'summary.md', 'junit.xml', 'exchanges.har'] };

function lines(of: Verdict, options: { readonly rows?: number; readonly notes?: readonly string[] } = {}) {
  const text = consoleText(of, { colour: false, reports, ...options });
  assert.ok(text.endsWith('\n'));
  return text.slice(0, -1).split('\n');
}

/** Commands are not broken over lines, so only they may be wider than the screen. */
function tooWide(all: readonly string[]): readonly string[] {
  return all.filter((line) => displayWidth(line) > 100 && !/^ {4}replay /.test(line));
}

test('a conformant run: who was asked, what is served, the counts, the reports, and the verdict last', () => {
  const all = lines(verdict(held(68)));
  assert.equal(all[1], 'token-assay 0.1.0  http://127.0.0.1:8080/base');
  assert.match(all[2] ?? '', /^213 scenarios \(2 failed, 1 skipped\) · 412 exchanges · 2\.3 s · seed 42$/);
  assert.equal(all[3], 'contract 2026-12 (sha256 aaaaaaaaaaaa…)');
  assert.match(all[5] ?? '', /^✓ esignon-login +served +answers like the profile/);
  assert.match(all[6] ?? '', /^– ckstack-token +not served +HTTP 404$/);
  assert.ok(all.some((line) => /^ {2}MUST +68 +0 +0 +0 +68$/.test(line)));
  assert.ok(all.some((line) => /^ {2}SHOULD .*ignored unless --strict/.test(line)));
  assert.equal(all.at(-3), 'Reports in reports: verdict.json, summary.md, junit.xml, exchanges.har');
  assert.equal(all.at(-1), '✓ Conformant: all 68 MUST clauses hold.');
  assert.ok(all.length <= 20);
});

test('a violation shows clause, statement, expected, actual, exchange, place and replay', () => {
  const all = lines(verdict([...held(3), entry('ES-09', 'violated')], { conformant: false, exitCode: 1 }));
  const at = all.findIndex((line) => line.startsWith('✗ ES-09'));
  assert.deepEqual(all.slice(at, at + 6), [
    '✗ ES-09 MUST esignon-login: What clause ES-09 asks of a provider, in one sentence.',
    '    expected  result_code "10" and no token',
    '    actual    result_code "00" with a token of 32 characters',
    '    request   [x-17] POST /api/acme/login (the password is wrong), seen 3 times',
    '    where     features/esignon/wrong-credentials.feature:12 "The password is wrong"',
    "    replay    npx token-assay --target=http://127.0.0.1:8080 --profile=esignon-login --tags='@ES-09' --seed=42",
  ]);
  assert.equal(all.at(-1), '✗ Not conformant: 1 of 4 MUST clauses violated (ES-09).');
});

test('many violations fit a screen: eight at most, the rest counted', () => {
  const clauses = Array.from({ length: 30 }, (_, at) => entry(`CK-${at + 10}`, 'violated'));
  const bad = verdict(clauses, { conformant: false, exitCode: 1 });
  const screen = lines(bad);
  const shown = screen.filter((line) => line.startsWith('✗ CK-')).length;
  assert.ok(shown >= 4 && shown <= 8, `${shown} shown`);
  assert.ok(screen.length <= 42, `${screen.length} lines`);
  assert.ok(screen.includes(`  and ${30 - shown} more: see summary.md`));
  assert.equal(screen.filter((line) => line.includes('    replay ')).length, shown);
  const tall = lines(bad, { rows: 100 });
  assert.equal(tall.filter((line) => line.startsWith('✗ CK-')).length, 8);
  assert.equal(screen.at(-1), '✗ Not conformant: 30 of 30 MUST clauses violated (CK-10…CK-39).');
});

test('a replay command is never broken; one that is too long is looked up', () => {
  const replay = `npx token-assay --tags='${'x'.repeat(150)}'`;
  const short = lines(verdict([entry('ES-09', 'violated', { evidence: [evidence({ replay })] })]));
  assert.ok(short.includes(`    replay    ${replay}`));
  const long = lines(
    verdict([entry('ES-09', 'violated', { evidence: [evidence({ replay: 'y'.repeat(5_000) })] })]),
  );
  assert.ok(long.includes('    replay    long: see verdict.json'));
});

test('what was not checked stands by reason, deviations and waivers in a line each', () => {
  const all = lines(
    verdict(
      [
        entry('LG-01', 'not-checked'),
        entry('LG-03', 'not-checked'),
        entry('ES-31', 'not-checked', { level: 'SHOULD' }),
        entry('ES-24', 'not-checked', { reason: 'fixture esignon.secondUser is not given' }),
        entry('ES-01', 'held', { reason: 'the second user is not given' }),
        entry('ES-11', 'violated', { level: 'SHOULD' }),
        entry('ES-18', 'waived'),
      ],
      {
        waivers: [
          {
            clause: 'ES-18',
            reason: 'an old gateway',
            until: '2027-03-31',
            ticket: 'OPS-1',
            status: 'applied',
          },
          { clause: 'ES-17', reason: 'an old gateway', until: '2024-03-31', status: 'expired' },
          { clause: 'ES-16', reason: 'an old gateway', until: '2027-03-31', status: 'not-needed' },
          { clause: 'LG-01', reason: 'an old gateway', until: '2027-03-31', status: 'unused' },
        ],
        warnings: ['TLS certificates are not verified (--insecure).'],
      },
    ),
    { notes: ['Allure HTML report skipped.'] },
  );
  for (const line of [
    'SHOULD not met: ES-11 (see summary.md)',
    'Not checked',
    '  - fixture esignon.blockedCompany is not given: LG-01, LG-03; SHOULD ES-31',
    '  - fixture esignon.secondUser is not given: ES-24',
    'Partially checked: 1 clause (passed so far; see summary.md)',
    '  - ES-18 is waived until 2027-03-31: OPS-1: an old gateway',
    '  - ES-17: the waiver expired on 2024-03-31 and no longer applies: an old gateway',
    '  - ES-16: the waiver is no longer needed, the clause held; remove it from the waivers file',
    '  - LG-01: the waiver was not used, the clause was not checked',
    '! TLS certificates are not verified (--insecure).',
    '! Allure HTML report skipped.',
  ]) {
    assert.ok(all.includes(line), line);
  }
  assert.ok(!all.some((line) => line.startsWith('✗')));
  assert.equal(all.at(-1), '✓ Conformant in 1 of 5 MUST clauses, 1 waived, 3 not checked.');
});

test('consumer contracts take a line, and some for each failure and what was left out', () => {
  const fine = lines(verdict(held(1), { contracts: [contract('verified'), contract('verified')] }));
  assert.ok(fine.includes('Consumer contracts: 2 interactions verified'));
  const contracts = [
    contract('failed', { counts: false, consumer: 'token-client' }),
    contract('failed'),
    contract('not-verified'),
    contract('not-verified'),
  ];
  const all = lines(verdict(held(1), { contracts }));
  const at = all.indexOf('Consumer contracts: 0 interactions verified, 2 failed, 2 not verified');
  assert.deepEqual(all.slice(at + 1, at + 6), [
    '  ✗ [x-31] Trial client: a login with a wrong password',
    '    $.header.result_code: expected "10"; actual "0"',
    '  ✗ [x-31] token-client: a login with a wrong password (does not count by itself)',
    '    $.header.result_code: expected "10"; actual "0"',
    '  - 2 not verified: no fixture fills the state «a blocked company»',
  ]);
});

test('a strict run counts its SHOULDs, and does not speak of --strict', () => {
  const clauses = [entry('ES-11', 'violated', { level: 'SHOULD' })];
  const all = lines(verdict(clauses, { strict: true, conformant: false, exitCode: 1 }));
  assert.ok(all.some((line) => line.startsWith('✗ ES-11 SHOULD esignon-login: ')));
  assert.ok(!all.some((line) => line.includes('--strict')));
});

test('a run without a verdict is short and gives its reason', () => {
  const none = because('the target does not answer');
  const all = lines(verdict([], { profiles: [], conformant: null, exitCode: 3, ...none }));
  assert.equal(all.at(-1), '? No verdict [ASSAY_CUT_OFF]: the target does not answer; run it again.');
  assert.ok(!all.some((line) => line.includes('MUST')));
});

test('hostile text stays within the screen: one place, no escapes, no commands', () => {
  const all = lines(hostileVerdict(), { notes: [HOSTILE] });
  for (const line of all) assert.ok(!hasHidden(line) && !hasCiCommand(line), line);
  assert.deepEqual(tooWide(all), []);
  assert.ok(all.length < 60, `${all.length} lines`);
});

test('Korean and Japanese text keeps to the width of the screen', () => {
  const statement = '잘못된 비밀번호는 거부된다 '.repeat(20);
  const proof = evidence({ actual: 'ログイン情報が正確ではありません。'.repeat(30) });
  const all = lines(verdict([entry('ES-09', 'violated', { statement, evidence: [proof] })]));
  assert.deepEqual(tooWide(all), []);
});

test('colours say the same as no colours', () => {
  const of = verdict([...held(3), entry('ES-09', 'violated'), entry('LG-01', 'not-checked')], {
    conformant: false,
    exitCode: 1,
  });
  const coloured = consoleText(of, { colour: true, reports });
  assert.match(coloured, /\u001b\[31m/);
  assert.equal(stripVTControlCharacters(coloured), consoleText(of, { colour: false, reports }));
});

test('colours follow NO_COLOR, FORCE_COLOR, the terminal', () => {
  const tty = { isTTY: true };
  assert.equal(colourEnabled({}, tty), true);
  assert.equal(colourEnabled({}, {}), false);
  assert.equal(colourEnabled({ TERM: 'dumb' }, tty), false);
  assert.equal(colourEnabled({ NO_COLOR: '1' }, tty), false);
  assert.equal(colourEnabled({ NO_COLOR: '' }, tty), true);
  assert.equal(colourEnabled({ FORCE_COLOR: '1' }, {}), true);
  assert.equal(colourEnabled({ FORCE_COLOR: '0' }, tty), false);
  assert.equal(colourEnabled({ NO_COLOR: '1', FORCE_COLOR: '1' }, tty), false);
});
