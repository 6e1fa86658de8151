import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { normaliseMessage } from '../../../src/profiles/login/normalised-message.js';
import type { EvaluatedExchange } from '../../../src/profiles/profile.js';
import {
  ckstackRefusal,
  ckstackRequest,
  esignonRefusal,
  esignonRequest,
  evaluated,
  type Json,
  type SampleAnswer,
  withFacts,
} from './sample-exchanges.js';

const MINA = 'mina@example.com';
const NOBODY = 'nobody-q1w2e3r4@example.com';

/** Whether two refusals look the same; the one for Mina's wrong password, the other for nobody's. */
function alike(one: SampleAnswer, other: SampleAnswer) {
  const request = esignonRequest();
  const unknown = withFacts(request, { sent: { email: NOBODY } });
  return evaluated(request, one).checkSameRefusal('ES-11', 'SHOULD', evaluated(unknown, other));
}

function refusal(change: (answer: Json) => void = () => {}): Json {
  const body = esignonRefusal();
  change(body);
  return body;
}

const said = (text: string): SampleAnswer => ({ body: refusal((a) => (a.header.result_msg = text)) });

describe('a wrong password and an unknown e-mail (ES-11)', () => {
  const same: readonly (readonly [what: string, one: SampleAnswer, other: SampleAnswer])[] = [
    ['the same answer', said('no'), said('no')],
    [
      'messages that name what was sent',
      said(`${MINA} or password wrong`),
      said(`${NOBODY} or password wrong`),
    ],
    [
      'messages that name it in other letter case',
      said(`${MINA.toUpperCase()} or password wrong`),
      said(`Nobody-Q1W2E3R4@Example.com or password wrong`),
    ],
    ['messages with counters', said('failed 3 times (error 17)'), said('failed 12 times (error 4)')],
    [
      'messages with references',
      said('wrong, ref 7f3a9c1e-0b2d-4c5e-8f6a-1b2c3d4e5f60'),
      said('wrong, ref 00c0ffee-dead-4bad-8bad-feedfacef00d'),
    ],
    ['messages with hexadecimal numbers', said('trace 0x7fA9, wrong'), said('trace 0x12bc, wrong')],
    ['other session ids', { body: refusal((a) => (a.header.session_id = 's1')) }, said('no')],
    [
      'other values in the body',
      { body: refusal((a) => (a.body.x = 1)) },
      { body: refusal((a) => (a.body.x = 2)) },
    ],
  ];
  for (const [what, one, other] of same) {
    test(`${what}: cannot be told apart`, () =>
      assert.equal(alike(one, other).held, true, alike(one, other).actual));
  }

  const different: readonly (readonly [one: SampleAnswer, other: SampleAnswer, actual: RegExp])[] = [
    [said('wrong password'), said('no such user'), /result_msg: "wrong password" and "no such user"/],
    [said('no'), { status: 400, body: refusal() }, /the HTTP status: "HTTP 200" and "HTTP 400"/],
    [said('no'), { body: esignonRefusal('99') }, /result_code/],
    [said('no'), { body: refusal((a) => (a.body.left = 2)) }, /their members/],
    [said('no'), { body: '<p>' }, /result_code|their members/],
  ];
  for (const [one, other, actual] of different) {
    test(`told apart: ${actual.source}`, () => {
      const check = alike(one, other);
      assert.deepEqual([check.clause, check.level, check.held], ['ES-11', 'SHOULD', false]);
      assert.match(check.actual ?? '', actual);
    });
  }
});

test('differing messages are shown as they came, so that a password in them can be masked whole', () => {
  const { actual } = alike(said('wrong: Mossy-41-Tarn'), said('unknown: Mossy-41-Tarn'));
  assert.match(actual ?? '', /"wrong: Mossy-41-Tarn" and "unknown: Mossy-41-Tarn"/);
});

describe('a wrong password and an unknown user (CK-14)', () => {
  const same = (one: EvaluatedExchange, other: EvaluatedExchange) =>
    one.checkSameRefusal('CK-14', 'SHOULD', other);
  const pair = async (one: Json, other: Json, status = 401) => {
    const request = await ckstackRequest();
    const unknown = withFacts(request, { sent: { userId: NOBODY, tid: 'tid-2' } });
    return same(evaluated(request, { status: 401, body: one }), evaluated(unknown, { status, body: other }));
  };

  test('names, transaction ids and numbers are left out', async () => {
    const one = { ...ckstackRefusal(), ckMessage: 'sora@example.com: wrong (tid-1, try 1)' };
    const other = { ckTid: 'tid-2', ckError: 'E000401', ckMessage: `${NOBODY}: wrong (tid-2, try 9)` };
    const check = await pair(one, other);
    assert.equal(check.held, true, check.actual);
  });

  test('a user id that is a word of the message', async () => {
    const request = withFacts(await ckstackRequest(), { sent: { userId: 'User' } });
    const unknown = withFacts(request, { sent: { userId: 'User.qbwc' } });
    const saying = (ckMessage: string) => ({ status: 401, body: { ...ckstackRefusal(), ckMessage } });
    const vague = saying('wrong user or password');
    assert.equal(same(evaluated(request, vague), evaluated(unknown, vague)).held, true);
    const [one, other] = [saying('user: no such user'), saying('user.qbwc: no such user')];
    assert.equal(same(evaluated(request, one), evaluated(unknown, other)).held, true);
    const differing = same(evaluated(request, vague), evaluated(unknown, saying('wrong password')));
    assert.equal(differing.held, false);
  });

  for (const [what, other, status] of [
    ['ckError', ckstackRefusal('E000404'), 401],
    ['ckMessage', { ...ckstackRefusal(), ckMessage: 'unknown' }, 401],
    ['their members', { ...ckstackRefusal(), hint: '' }, 401],
    ['the HTTP status', ckstackRefusal(), 404],
  ] as const) {
    test(`${what} tells them apart`, async () => {
      const check = await pair(ckstackRefusal(), other, status);
      assert.deepEqual([check.clause, check.level, check.held], ['CK-14', 'SHOULD', false]);
      assert.ok(check.actual?.includes(`differ in ${what}:`), check.actual);
    });
  }
});

describe('a message without what may differ', () => {
  test('words that look like hexadecimal stay', () => {
    assert.equal(normaliseMessage('added a bad face', []), 'added a bad face');
    assert.notEqual(normaliseMessage('bad', []), normaliseMessage('dad', []));
  });

  test('what is no text is compared as it is', () => {
    assert.notEqual(normaliseMessage(null, []), normaliseMessage(undefined, []));
    assert.notEqual(normaliseMessage({ a: 1 }, []), normaliseMessage({ a: 2 }, []));
  });

  test('a name goes in any letter case, whatever characters it has', () => {
    const like = (message: string) => normaliseMessage(message, ["Mina.O'Neil+a@Example.com", 'ß(*)']);
    assert.equal(like("no mina.o'neil+a@example.com here"), like("no MINA.O'NEIL+A@EXAMPLE.COM here"));
    assert.notEqual(like("no mina-o'neil+a@example.com here"), 'no  here');
    assert.equal(like('<ß(*)>'), '<>');
  });

  test('a name that another begins with does not break it', () => {
    assert.equal(normaliseMessage('(mina.qbwc)', ['mina', undefined, 'mina.qbwc']), '()');
  });

  test('an empty name takes nothing away', () => {
    assert.equal(normaliseMessage('no', ['', undefined]), 'no');
  });

  test('digits inside words go too, in any script', () => {
    assert.equal(normaliseMessage('오류E1: 실패', []), normaliseMessage('오류E2: 실패', []));
  });
});
