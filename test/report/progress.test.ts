import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProgress, progressEnabled } from '../../src/report/progress.js';
import { displayWidth } from '../../src/text/escape/display-width.js';
import { HOSTILE } from './sample-verdict.js';

const CLEAR = '\r\u001b[2K';

function stage(
  options: { readonly enabled?: boolean; readonly columns?: number; readonly total?: number | null } = {},
) {
  const written: string[] = [];
  const clock = { now: 1_000 };
  const progress = createProgress(
    { isTTY: true, columns: options.columns ?? 80, write: (text: string) => written.push(text) },
    {
      enabled: options.enabled ?? true,
      total: options.total === undefined ? 12 : options.total,
      now: () => clock.now,
    },
  );
  return { written, clock, progress };
}

test('the line says where the run is', () => {
  const { written, clock, progress } = stage();
  progress.exchangeFinished();
  progress.scenarioStarted({ profile: 'esignon-login', rule: 'Wrong credentials yield 10', scenario: 'x' });
  clock.now += 3_000;
  progress.scenarioFinished('passed');
  assert.equal(
    written.at(-1),
    `${CLEAR}3 s  1/12 scenarios  1 exchanges  esignon-login: Wrong credentials yield 10`,
  );
  clock.now += 1_000;
  progress.scenarioFinished('failed');
  assert.match(written.at(-1) ?? '', /4 s {2}2\/12 scenarios {2}1 failed {2}1 exchanges/);
  clock.now += 1_000;
  progress.fuzz({ property: 'malformed by bytes', done: 40, total: 100 });
  assert.match(written.at(-1) ?? '', /malformed by bytes 40\/100$/);
  progress.stop();
});

test('it is redrawn ten times a second at most', () => {
  const { written, clock, progress } = stage();
  for (let at = 0; at < 1_000; at += 1) {
    clock.now += 1;
    progress.exchangeFinished();
  }
  progress.stop();
  assert.ok(written.length <= 12, `${written.length} writes in a second`);
  assert.ok(written.length >= 9, `${written.length} writes in a second`);
});

test('stopping clears the line, once, and ends all writing', () => {
  const { written, clock, progress } = stage();
  progress.exchangeFinished();
  progress.stop();
  assert.equal(written.at(-1), CLEAR);
  const count = written.length;
  clock.now += 10_000;
  progress.stop();
  progress.exchangeFinished();
  assert.equal(written.length, count);
});

test('where nothing was drawn nothing is cleared', () => {
  const { written, progress } = stage();
  progress.stop();
  assert.deepEqual(written, []);
});

test('the line is never wider than the terminal and never moves the cursor by itself', () => {
  const { written, clock, progress } = stage({ columns: 40, total: null });
  progress.scenarioStarted({ profile: '프로필', rule: HOSTILE, scenario: HOSTILE });
  clock.now += 1_000;
  progress.fuzz({ property: HOSTILE, done: 1, total: 2 });
  progress.stop();
  for (const text of written) {
    const shown = text.replace(CLEAR, '');
    assert.doesNotMatch(shown, /\p{Cc}/u);
    assert.ok(displayWidth(shown) < 40, shown);
  }
});

test('where it is not enabled nothing is ever written', () => {
  const { written, clock, progress } = stage({ enabled: false });
  progress.scenarioStarted({ profile: 'a', rule: 'b', scenario: 'c' });
  clock.now += 1_000;
  progress.scenarioFinished('failed');
  progress.exchangeFinished();
  progress.fuzz({ property: 'p', done: 1, total: 2 });
  progress.stop();
  assert.deepEqual(written, []);
});

test('a terminal that is gone does not end the run', () => {
  const progress = createProgress(
    {
      write: () => {
        throw new Error('EPIPE');
      },
    },
    { enabled: true, total: 1 },
  );
  assert.doesNotThrow(() => {
    progress.exchangeFinished();
    progress.stop();
  });
});

test('it is for terminals, not for CI jobs and pipes', () => {
  const tty = { isTTY: true, write: () => true };
  assert.equal(progressEnabled({}, tty), true);
  assert.equal(progressEnabled({ CI: 'false' }, tty), true);
  assert.equal(progressEnabled({ CI: 'true' }, tty), false);
  assert.equal(progressEnabled({ TERM: 'dumb' }, tty), false);
  assert.equal(progressEnabled({}, { write: () => true }), false);
});
