import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RunConfig } from '../../src/config/run-config.js';
import type { RunContext } from '../../src/engine/run-context.js';
import { ScenarioSession } from '../../src/engine/scenario-session.js';
import { TargetSession } from '../../src/engine/target-session.js';
import { TokenHolders } from '../../src/engine/token-comparison.js';
import { ViolationError } from '../../src/engine/violation-error.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import type { OutgoingRequest } from '../../src/http/exchange.js';
import type { TestUser } from '../../src/profiles/profile.js';
import { createRedactor } from '../../src/redaction/redactor.js';
import type { Check } from '../../src/verdict/check.js';
import { Ledger } from '../../src/verdict/ledger.js';
import { Waivers } from '../../src/verdict/waivers.js';
import {
  esignonRefusal,
  esignonRequest,
  esignonSuccess,
  withFacts,
} from '../profiles/login/sample-exchanges.js';
import { evaluateExchange, findClause, openProfile } from '../support/profiles.js';
import { FakeSender, type Reply } from './fake-sender.js';
import { replayConfig, scenarioRef, violatedCheck, waiver } from './sample-run.js';

const GOOD: Reply = { body: esignonSuccess() };
const REFUSED: Reply = { body: esignonRefusal() };
const valid = { ...esignonRequest(), label: 'the plain login' };
const odd = { ...valid, label: 'the same login otherwise' };
const wrong = withFacts({ ...valid, label: 'a wrong login' }, { valid: false });

const OPEN = openProfile('esignon-login', {});
const testUser = { fixture: 'esignon.user', canLogIn: true, plain: async () => valid } as unknown as TestUser;

/** A dialogue of one scenario with a fake target. */
function dialogueWith(
  reply: (request: OutgoingRequest, at: number) => Reply,
  changes: Partial<RunConfig> = {},
  scenario = scenarioRef(),
) {
  const target = new FakeSender(reply);
  const config = { ...replayConfig(), waivers: [], ...changes };
  const ledger = new Ledger(createRedactor());
  const run = {
    config,
    waivers: new Waivers(config.waivers, new Date()),
    session: new TargetSession({
      client: target,
      evaluate: evaluateExchange,
      goodLogin: async () => undefined,
      maxFailedLogins: 3,
      reconnectWaits: [],
    }),
    ledger,
    shared: new Map(),
    tokens: new TokenHolders(),
  } as unknown as RunContext;
  const violated = () =>
    ['ES-01', 'ES-09', 'ES-17', 'ES-18', 'ES-19', 'ES-30'].filter(
      (clause) => ledger.of('esignon-login', clause, 'MUST').violations.length > 0,
    );
  const another = () => new ScenarioSession(run, scenarioRef({ location: 'features/y.feature:9' }), OPEN);
  return {
    scenarioSession: new ScenarioSession(run, scenario, OPEN),
    target,
    ledger,
    violated,
    another,
  };
}

/** Holds that the work throws a violation of that clause. */
async function assertViolates(work: () => unknown, clause: string): Promise<void> {
  await assert.rejects(
    async () => work(),
    (error) => {
      assert.ok(error instanceof ViolationError, String(error));
      assert.equal(error.violation.clause, clause);
      const { level } = error.violation;
      assert.ok(error.message.startsWith(`${clause} ${level}: ${findClause(clause, level)?.statement}\n`));
      return true;
    },
  );
}

describe('what counts in a scenario', () => {
  test('a violated MUST is thrown, with the exchange that shows it', async () => {
    const { scenarioSession } = dialogueWith(() => REFUSED);
    const evaluated = await scenarioSession.send(wrong, testUser);
    await assertViolates(() => scenarioSession.check([violatedCheck()], [evaluated]), 'ES-09');
  });

  test('a violated SHOULD is kept, and thrown with --strict', async () => {
    const should = violatedCheck('ES-18', 'SHOULD');
    const { scenarioSession } = dialogueWith(() => REFUSED);
    scenarioSession.check([should], []);
    assert.deepEqual(
      scenarioSession.nonGating.map(({ clause, level }) => [clause, level]),
      [['ES-18', 'SHOULD']],
    );
    const strict = dialogueWith(() => REFUSED, { strict: true }).scenarioSession;
    await assertViolates(() => strict.check([should], []), 'ES-18');
  });

  test('a waived violation is kept', () => {
    const { scenarioSession, ledger } = dialogueWith(() => REFUSED, { waivers: [waiver()] });
    scenarioSession.check([violatedCheck()], []);
    assert.equal(scenarioSession.nonGating.length, 1);
    assert.equal(ledger.of('esignon-login', 'ES-09', 'MUST').violations.length, 1);
  });
});

describe('the universal checks', () => {
  test('are made of every answer, and fail the scenario at its end', async () => {
    const { scenarioSession, violated } = dialogueWith(() => ({ status: 500, body: esignonRefusal() }));
    await scenarioSession.send(wrong, testUser);
    assert.deepEqual(violated(), ['ES-17']);
    await assertViolates(() => scenarioSession.finish(), 'ES-17');
  });

  test('of a scenario whose own clause is such a one tell whether it held', async () => {
    const { scenarioSession } = dialogueWith(() => ({ status: 500, body: esignonRefusal() }));
    await scenarioSession.send(wrong, testUser);
    scenarioSession.holds('ES-18', 'MUST');
    await assertViolates(() => scenarioSession.holds('ES-17', 'MUST'), 'ES-17');
  });

  test('that looked at nothing leave the clause unchecked', async () => {
    const { scenarioSession } = dialogueWith(() => ({ body: '<p>' }));
    await scenarioSession.send(wrong, testUser);
    assert.throws(
      () => scenarioSession.holds('ES-16', 'MUST'),
      (error) => error instanceof NotChecked && error.skipCause === 'precondition',
    );
  });

  test('of an answer without a fault end in nothing', async () => {
    const { scenarioSession, violated } = dialogueWith(() => REFUSED);
    await scenarioSession.send(wrong, testUser);
    scenarioSession.finish();
    assert.deepEqual(violated(), []);
  });
});

describe('a login that a clause wants accepted', () => {
  const equivalent = scenarioRef({ tags: ['@esignon-login', '@must', '@ES-19'] });
  const expect = async (reply: (request: OutgoingRequest, at: number) => Reply, clause = 'ES-19') => {
    const all = dialogueWith(reply, {}, equivalent);
    const evaluated = await all.scenarioSession.send(odd, testUser);
    const expected = () => all.scenarioSession.expectAccepted(clause, 'MUST', evaluated, testUser);
    return { ...all, expected };
  };

  test('is accepted', async () => {
    const { expected, violated } = await expect(() => GOOD);
    await expected();
    assert.deepEqual(violated(), []);
  });

  test('is refused for what the clause speaks of: the plain one is accepted, it again is not', async () => {
    const { expected, violated, target } = await expect(({ label }) =>
      label === odd.label ? REFUSED : GOOD,
    );
    await assertViolates(expected, 'ES-19');
    assert.deepEqual(violated(), ['ES-19']);
    assert.deepEqual(target.labels, [odd.label, valid.label, odd.label]);
  });

  test('is refused once: what went before is to blame', async () => {
    const { expected, violated } = await expect((_, at) => (at === 0 ? REFUSED : GOOD));
    await assertViolates(expected, 'ES-30');
    assert.deepEqual(violated(), ['ES-30']);
  });

  test('is refused like the plain one: the clause is not checked', async () => {
    const { expected, violated } = await expect(() => REFUSED);
    await assert.rejects(
      expected,
      (error) => error instanceof NotChecked && error.skipCause === 'precondition',
    );
    assert.deepEqual(violated(), ['ES-30']);
  });

  test('is refused as the good login itself: that is the violation', async () => {
    const { expected, violated, target } = await expect(() => REFUSED, 'ES-01');
    await assertViolates(expected, 'ES-01');
    assert.deepEqual(violated(), ['ES-01']);
    assert.equal(target.sent.length, 1);
  });
});

describe('logins that are not meant to succeed', () => {
  test('go in the turn of their account, a good login between', async () => {
    const { scenarioSession, target } = dialogueWith(({ label }) => (label === wrong.label ? REFUSED : GOOD));
    for (let times = 0; times < 4; times += 1) await scenarioSession.send(wrong, testUser);
    assert.deepEqual(target.labels, [
      ...Array.from({ length: 3 }, () => wrong.label),
      valid.label,
      wrong.label,
    ]);
  });

  test('that no good login can stand between are left out once the budget is spent', async () => {
    const { scenarioSession } = dialogueWith(() => REFUSED);
    const blocked = { ...testUser, canLogIn: false };
    for (let times = 0; times < 3; times += 1) await scenarioSession.send(wrong, blocked);
    await assert.rejects(scenarioSession.send(wrong, blocked), NotChecked);
  });

  test('that name no account, and those meant to succeed, wait for nobody', async () => {
    const { scenarioSession, target } = dialogueWith(() => REFUSED);
    const nobodys = withFacts(wrong, { account: null });
    for (let times = 0; times < 5; times += 1) await scenarioSession.send(nobodys, testUser);
    assert.equal(target.sent.length, 5);
  });

  test('are sent once where several scenarios look at the same', async () => {
    const { scenarioSession, another, target, ledger } = dialogueWith(() => ({
      status: 500,
      body: esignonRefusal(),
    }));
    const [one, other] = [scenarioSession, another()];
    await Promise.all([
      one.sendShared('with a wrong password', wrong, testUser),
      other.sendShared('with a wrong password', wrong, testUser),
    ]);
    assert.equal(target.sent.length, 1);
    for (const each of [one, other]) await assertViolates(() => each.finish(), 'ES-17');
    assert.equal(ledger.of('esignon-login', 'ES-17', 'MUST').violations.length, 2);
    await other.sendShared('with another password', wrong, testUser);
    assert.equal(target.sent.length, 2);
  });

  test('a valid login is never shared', async () => {
    const { scenarioSession, target } = dialogueWith(() => GOOD);
    await scenarioSession.sendShared('as it is', valid, testUser);
    await scenarioSession.sendShared('as it is', valid, testUser);
    assert.equal(target.sent.length, 2);
  });
});

describe('a check that no verdict would show is a fault of the profile', () => {
  const check = violatedCheck();
  const faults: readonly (readonly [what: string, check: object, message: RegExp])[] = [
    [
      'of an unknown clause',
      { ...check, clause: 'ES-99' },
      /checks ES-99 as a MUST, which is not one of its clauses/,
    ],
    ['of another level', { ...check, level: 'SHOULD', clause: 'ES-01' }, /checks ES-01 as a SHOULD/],
    ['violated without its kind', { ...check, kind: undefined }, /names no kind of deviation/],
  ];
  for (const [what, faulty, message] of faults) {
    test(what, () => {
      const { scenarioSession } = dialogueWith(() => GOOD);
      assert.throws(() => scenarioSession.check([faulty as Check], []), message);
    });
  }
});
