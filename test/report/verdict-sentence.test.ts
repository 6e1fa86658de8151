import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verdictSentence } from '../../src/report/verdict-sentence.js';
import type { Verdict } from '../../src/verdict/verdict.js';
import { because, entry, held, verdict } from './sample-verdict.js';

function say(of: Verdict): string {
  const { mood, headline, rest } = verdictSentence(of);
  return `${mood}: ${headline}${rest}`;
}

test('a run in which every MUST held is conformant', () => {
  assert.equal(say(verdict(held(68))), 'good: Conformant: all 68 MUST clauses hold.');
});

test('what was not checked or waived is said in the same breath', () => {
  const clauses = [
    ...held(61),
    ...['LG-01', 'LG-03'].map((id) => entry(id, 'not-checked')),
    entry('SS-01', 'waived'),
  ];
  assert.equal(say(verdict(clauses)), 'good: Conformant in 61 of 64 MUST clauses, 1 waived, 2 not checked.');
});

test('violations of a MUST are counted and named', () => {
  const clauses = [...held(8), entry('ES-09', 'violated'), entry('LG-01', 'violated')];
  const of = verdict(clauses, { conformant: false, exitCode: 1 });
  assert.equal(say(of), 'bad: Not conformant: 2 of 10 MUST clauses violated (ES-09, LG-01).');
});

test('violations of a SHOULD count only in a strict run', () => {
  const clauses = [...held(8), entry('ES-11', 'violated', { level: 'SHOULD' })];
  assert.equal(say(verdict(clauses)), 'good: Conformant: all 8 MUST clauses hold.');
  const strict = verdict(clauses, { strict: true, conformant: false, exitCode: 1 });
  assert.equal(say(strict), 'bad: Not conformant: 1 of 1 SHOULD clauses violated (ES-11).');
  const both = verdict([...clauses, entry('ES-09', 'violated')], {
    strict: true,
    conformant: false,
    exitCode: 1,
  });
  assert.equal(
    say(both),
    'bad: Not conformant: 1 of 9 MUST and 1 of 1 SHOULD clauses violated (ES-09, ES-11).',
  );
});

test('a profile that is not served makes the run not conformant without a violation', () => {
  const of = verdict(held(3), { conformant: false, exitCode: 1, ...because('ckstack-token is not served') });
  assert.equal(say(of), 'bad: Not conformant [ASSAY_CUT_OFF]: ckstack-token is not served; run it again.');
});

test('a run without a verdict gives its reason once', () => {
  const of = verdict([], { conformant: null, exitCode: 3, ...because('the target does not answer') });
  assert.equal(say(of), 'none: No verdict [ASSAY_CUT_OFF]: the target does not answer; run it again.');
});

test('a violation comes first, and what else went wrong after it', () => {
  const clauses = [...held(8), entry('ES-09', 'violated')];
  const of = verdict(clauses, { conformant: false, exitCode: 1, ...because('it was interrupted') });
  assert.equal(
    say(of),
    'bad: Not conformant: 1 of 9 MUST clauses violated (ES-09). ' +
      'Also [ASSAY_CUT_OFF]: it was interrupted; run it again.',
  );
});

test('a conformant run that had to be complete is incomplete', () => {
  const clauses = [...held(61), entry('LG-01', 'not-checked')];
  const of = verdict(clauses, { exitCode: 3, ...because('--complete asks for every MUST clause') });
  assert.equal(
    say(of),
    'none: Incomplete [ASSAY_CUT_OFF]: --complete asks for every MUST clause; run it again. ' +
      'Conformant in 61 of 62 MUST clauses, 1 not checked.',
  );
});
