import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TargetSession } from '../../src/engine/target-session.js';
import { ACCOUNT, courierTo, GOOD, notChecked, valid, wrong } from './sample-session.js';

describe('an answer', () => {
  test('is read by the rules of its profile', async () => {
    const { session } = courierTo(() => GOOD);
    const evaluated = await session.send(valid);
    assert.equal(evaluated.isAccepted, true);
    assert.equal(session.sent, 1);
    assert.deepEqual([session.cutOff, session.throttled], [null, false]);
  });
});

describe('a target that cannot be reached', () => {
  for (const kind of ['refused', 'unresolved', 'unreachable', 'tls'] as const) {
    test(`${kind}: is tried again, then the run is cut off`, async () => {
      const { session, target } = courierTo(() => kind);
      await notChecked(session.send(valid), 'unanswered', new RegExp(`cannot be reached: it was ${kind}`));
      assert.equal(target.sent.length, 3);
      await notChecked(session.send(valid), 'cut-off', /the run was cut off/);
      assert.equal(target.sent.length, 3, 'nothing is sent any more');
    });
  }

  test('after a request that got no answer is one that died, not one that answers wrongly', async () => {
    for (const work of [
      (session: TargetSession) => session.send(valid),
      (session: TargetSession) => session.runFailing(ACCOUNT, async () => wrong, null),
      (session: TargetSession) => session.exclusive((inner) => inner.send(valid)),
    ]) {
      const { session } = courierTo((_, at) => (at === 0 ? 'reset' : 'refused'));
      await notChecked(work(session), 'unanswered', /cannot be reached/);
      assert.match(session.cutOff ?? '', /cannot be reached/);
    }
  });

  test('that comes back is not', async () => {
    const { session } = courierTo((_, at) => (at < 2 ? 'refused' : GOOD));
    assert.equal((await session.send(valid)).isAccepted, true);
    assert.equal(session.cutOff, null);
  });
});

describe('a request without an answer', () => {
  for (const kind of ['reset', 'timeout'] as const) {
    test(`${kind}: is sent once more`, async () => {
      const { session, target } = courierTo((_, at) => (at === 0 ? kind : GOOD));
      assert.equal((await session.send(valid)).isAccepted, true);
      assert.equal(target.sent.length, 2);
    });
  }

  test('counts as what it is when it gets none again', async () => {
    const { session, target } = courierTo(() => 'reset');
    const evaluated = await session.send(valid);
    assert.equal(evaluated.exchange.failure?.kind, 'reset');
    assert.equal(target.sent.length, 2);
  });

  test('is not sent again when it is a large one, which may be refused so', async () => {
    const { session, target } = courierTo(() => 'reset');
    await session.send({ ...valid, body: Buffer.alloc(20_000) });
    assert.equal(target.sent.length, 1);
  });

  test('five in a row, and the target counts as gone', async () => {
    const { session, target } = courierTo(() => 'timeout');
    for (let at = 0; at < 5; at += 1) await session.send(valid);
    assert.match(session.cutOff ?? '', /5 requests in a row got no answer/);
    await notChecked(session.send(valid), 'cut-off', /5 requests in a row/);
    assert.equal(target.sent.length, 10);
  });

  test('four in a row and an answer, and it does not', async () => {
    const { session } = courierTo((_, at) => (at % 9 === 8 ? GOOD : 'timeout'));
    for (let at = 0; at < 10; at += 1) await session.send(valid);
    assert.equal(session.cutOff, null);
  });

  for (const kind of ['too-large', 'not-http'] as const) {
    test(`an answer that cannot be read (${kind}) is judged, not sent again`, async () => {
      const { session, target } = courierTo(() => kind);
      assert.equal((await session.send(valid)).isAccepted, false);
      assert.equal(target.sent.length, 1);
    });
  }
});

describe('a target that throttles', () => {
  test('HTTP 429 leaves the request unchecked', async () => {
    const { session } = courierTo(() => ({ status: 429, body: '' }));
    await notChecked(session.send(valid), 'throttled', /HTTP 429 after one attempt/);
    assert.equal(session.throttled, true);
    assert.equal(session.cutOff, null);
  });

  test('HTTP 503 to a valid login does too', async () => {
    const { session, target } = courierTo(() => ({ status: 503 }));
    await notChecked(session.send(valid), 'throttled', /HTTP 503/);
    assert.equal(target.sent.length, 1);
  });

  test('HTTP 503 to anything else does when everything gets it', async () => {
    const { session, target } = courierTo(() => ({ status: 503 }));
    await notChecked(session.send(wrong), 'throttled', /HTTP 503/);
    assert.deepEqual(
      target.sent.map(({ method, body }) => [method, body === null]),
      [
        ['POST', false],
        ['OPTIONS', true],
      ],
    );
  });

  test('HTTP 503 to one request alone does where it says when to come again', async () => {
    const { session } = courierTo(({ method }) =>
      method === 'OPTIONS' ? { status: 404 } : { status: 503, headers: [['Retry-After', '1']] },
    );
    await notChecked(session.send(wrong), 'throttled', /HTTP 503/);
  });

  test('HTTP 503 to one request alone is a server error', async () => {
    const { session } = courierTo(({ method }) => (method === 'OPTIONS' ? { status: 404 } : { status: 503 }));
    const evaluated = await session.send(wrong);
    assert.equal(evaluated.exchange.answer?.status, 503);
    assert.equal(session.throttled, false);
  });
});

describe('a run that is cut off', () => {
  test('sends nothing any more, and keeps its first reason', async () => {
    const { session, target } = courierTo(() => GOOD);
    session.abort('it was interrupted');
    session.abort('another reason');
    await notChecked(session.send(valid), 'cut-off', /^the run was cut off: it was interrupted$/);
    await session.drain();
    assert.equal(target.sent.length, 0);
  });

  test('an exchange that was cancelled cuts it off', async () => {
    const { session } = courierTo(() => 'cancelled');
    await notChecked(session.send(valid), 'cut-off', /it was interrupted/);
    assert.equal(session.cutOff, 'it was interrupted');
  });
});
