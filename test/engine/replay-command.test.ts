import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { replayCommand, startedAs } from '../../src/engine/replay-command.js';
import { ViolationError } from '../../src/engine/violation-error.js';
import { findClause } from '../support/profiles.js';
import { replayConfig, scenarioRef, violation } from './sample-run.js';

describe('the command that makes a violation happen again', () => {
  test('names target, profile, fixtures, seed and clause', () => {
    assert.equal(
      replayCommand(replayConfig(), violation()),
      'npm test -- --target=http://127.0.0.1:8080 --profile=esignon-login --fixtures=assay.fixtures.json --seed=7 --tags=@ES-09',
    );
  });

  test('is that of a package where the program is one', () => {
    assert.equal(startedAs('/home/a/node_modules/token-assay/dist/src/run/replay.js'), 'npx token-assay');
    assert.equal(startedAs('C:\\a\\node_modules\\token-assay\\dist\\src\\run\\replay.js'), 'npx token-assay');
    assert.equal(startedAs('/home/a/token-assay/dist/src/run/replay.js'), 'npm test --');
  });

  test('leaves out what is not given', () => {
    const config = replayConfig({ target: null, fixturesSource: null });
    assert.equal(
      replayCommand(config, violation()),
      'npm test -- --profile=esignon-login --seed=7 --tags=@ES-09',
    );
  });

  test('has what changes the verdict', () => {
    const command = replayCommand(replayConfig({ strict: true, insecure: true }), violation());
    assert.match(command, / --strict --insecure$/);
    assert.match(replayCommand(replayConfig({ rate: 2 }), violation()), / --rate=2$/);
    const trusting = replayConfig({ ca: 'a certificate', caSource: 'certs/ca.pem' });
    assert.match(replayCommand(trusting, violation()), / --ca=certs\/ca\.pem$/);
  });

  test("names the scenario's own clause where a universal one was violated", () => {
    assert.match(replayCommand(replayConfig(), violation({ clause: 'ES-17' })), /--tags=@ES-09$/);
  });

  test('a violation before the scenarios has the clause of the good login', () => {
    const scenario = scenarioRef({ tags: ['@esignon-login', '@must', '@ES-01'] });
    assert.match(replayCommand(replayConfig(), violation({ clause: 'ES-02', scenario })), /--tags=@ES-01$/);
  });

  test('is safe in a shell, whatever the file is called', () => {
    const file = 'my fixtures\' $(touch x) `id` "é".json';
    const command = replayCommand(replayConfig({ fixturesSource: file }), violation());
    const words = execFileSync('/bin/sh', ['-c', command.replace(/^npm test --/, "printf '%s\\n'")]);
    assert.deepEqual(words.toString().trimEnd().split('\n'), [
      '--target=http://127.0.0.1:8080',
      '--profile=esignon-login',
      `--fixtures=${file}`,
      '--seed=7',
      '--tags=@ES-09',
    ]);
  });
});

describe('a violation as a scenario shows it', () => {
  test('says the clause, what was expected, what came, where to look and how to see it again', () => {
    const { message, stack } = new ViolationError(
      violation(),
      findClause('ES-09')?.statement ?? '',
      'npm test -- --tags=@ES-09',
    );
    assert.match(
      message,
      /^ES-09 MUST: A wrong password .*\nexpected: this\nactual: {3}that\nexchange: x-1 in exchanges\.har\nreplay: {3}npm test -- --tags=@ES-09$/,
    );
    assert.doesNotMatch(stack ?? '', /\n\s+at /, 'no trace of our own code');
  });

  test('without an exchange there is none to look at', () => {
    assert.doesNotMatch(new ViolationError(violation({ exchanges: [] }), '', '').message, /exchange:/);
  });
});
