import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TargetSession } from '../../src/engine/target-session.js';
import { withFacts } from '../profiles/login/sample-exchanges.js';
import { ACCOUNT, GOOD, notChecked, REFUSED, sessionWith, valid, wrong } from './sample-session.js';

/** What the good login is called that is sent after an answer that may be nobody's. */
const NEXT = 'does the target answer a good login?';

describe('an answer', () => {
  test('is read by the rules of its profile', async () => {
    const { session, target } = sessionWith(() => GOOD);
    const evaluated = await session.send(valid);
    assert.equal(evaluated.isAccepted, true);
    assert.equal(target.sent.length, 1);
    assert.deepEqual([session.cutOff, session.throttled], [null, false]);
  });
});

describe('a target that cannot be reached', () => {
  for (const kind of ['refused', 'unresolved', 'unreachable', 'tls'] as const) {
    test(`${kind}: is tried again, then the run is cut off`, async () => {
      const { session, target } = sessionWith(() => kind);
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
      const { session } = sessionWith((_, at) => (at === 0 ? 'reset' : 'refused'));
      await notChecked(work(session), 'unanswered', /cannot be reached/);
      assert.match(session.cutOff ?? '', /cannot be reached/);
    }
  });

  test('that comes back is not', async () => {
    const { session } = sessionWith((_, at) => (at < 2 ? 'refused' : GOOD));
    assert.equal((await session.send(valid)).isAccepted, true);
    assert.equal(session.cutOff, null);
  });
});

describe('a request without an answer', () => {
  for (const kind of ['reset', 'timeout'] as const) {
    test(`${kind}: is sent once more, alone, and remembered`, async () => {
      const { session, target } = sessionWith((_, at) => (at === 0 ? kind : GOOD));
      assert.equal((await session.send(valid)).isAccepted, true);
      assert.deepEqual(
        target.sent.map(({ alone }) => alone),
        [undefined, true],
      );
      assert.deepEqual(
        session.missed.map(({ failure }) => failure?.kind),
        [kind],
      );
    });
  }

  test('counts as what it is when it gets none again', async () => {
    const { session, target } = sessionWith(() => 'reset');
    const evaluated = await session.send(valid);
    assert.equal(evaluated.exchange.failure?.kind, 'reset');
    assert.equal(target.sent.length, 2);
  });

  test('is not sent again when it is a large one, which may be refused so', async () => {
    const { session, target } = sessionWith(() => 'reset');
    await session.send({ ...valid, body: Buffer.alloc(20_000) });
    assert.equal(target.sent.length, 1);
  });

  test('is sent again when it is a large one that hangs: nobody refuses so', async () => {
    const { session, target } = sessionWith(() => 'timeout');
    await session.send({ ...valid, body: Buffer.alloc(20_000) });
    assert.equal(target.sent.length, 2);
  });

  test('five in a row, and the target counts as gone', async () => {
    const { session, target } = sessionWith(() => 'timeout');
    for (let at = 0; at < 5; at += 1) await session.send(valid);
    assert.match(session.cutOff ?? '', /5 requests in a row got no answer/);
    await notChecked(session.send(valid), 'cut-off', /5 requests in a row/);
    assert.equal(target.sent.length, 10);
  });

  test('four in a row and an answer, and it does not', async () => {
    const { session } = sessionWith((_, at) => (at % 9 === 8 ? GOOD : 'timeout'));
    for (let at = 0; at < 10; at += 1) await session.send(valid);
    assert.equal(session.cutOff, null);
  });

  for (const kind of ['too-large', 'not-http'] as const) {
    test(`an answer that cannot be read (${kind}) is judged, not sent again`, async () => {
      const { session, target } = sessionWith(() => kind);
      assert.equal((await session.send(valid)).isAccepted, false);
      assert.equal(target.sent.length, 1);
    });
  }
});

describe('a target that throttles', () => {
  test('HTTP 429 leaves the request unchecked', async () => {
    const { session } = sessionWith(() => ({ status: 429, body: '' }));
    await notChecked(session.send(valid), 'throttled', /HTTP 429 after one attempt/);
    assert.equal(session.throttled, true);
    assert.equal(session.cutOff, null);
  });

  for (const headers of [[], [['Retry-After', '1']]] as [string, string][][]) {
    const advice = headers.length > 0 ? ', although it says when to come again' : '';

    test(`HTTP 503 does when the good login sent next gets it too${advice}`, async () => {
      for (const request of [valid, wrong]) {
        const { session, target } = sessionWith(() => ({ status: 503, headers }));
        await notChecked(session.send(request), 'throttled', /HTTP 503/);
        assert.equal(session.throttled, true);
        assert.deepEqual(target.labels, [request.label, NEXT]);
      }
    });

    test(`HTTP 503 to one request alone is a server error${advice}`, async () => {
      for (const request of [valid, wrong]) {
        const { session } = sessionWith(({ label }) => (label === NEXT ? GOOD : { status: 503, headers }));
        const evaluated = await session.send(request);
        assert.equal(evaluated.exchange.answer?.status, 503);
        assert.deepEqual([session.throttled, session.obstacles], [false, []]);
      }
    });
  }

  test('HTTP 429 to a request that a gateway may block is an answer where the good login is answered', async () => {
    const blocked = withFacts(wrong, { valid: false, mayBeBlocked: true });
    const { session, target } = sessionWith(({ label }) => (label === NEXT ? GOOD : { status: 429 }));
    assert.equal((await session.send(blocked)).exchange.answer?.status, 429);
    assert.equal(target.sent.length, 2);
    assert.equal(session.throttled, false);
    const busy = sessionWith(() => ({ status: 429 })).session;
    await notChecked(busy.send(blocked), 'throttled', /HTTP 429/);
  });
});

describe('an answer that nobody gave', () => {
  for (const status of [502, 504]) {
    test(`HTTP ${status} is one where the good login sent next gets it too: no verdict`, async () => {
      const { session } = sessionWith(() => ({ status }));
      await notChecked(session.send(wrong), 'unanswered', new RegExp(`not available: HTTP ${status}`));
      assert.equal(session.obstacles.length, 1);
      assert.equal(session.cutOff, null);
    });

    test(`HTTP ${status} to one request alone is a server error: so a crashed application looks`, async () => {
      const { session } = sessionWith(({ label }) => (label === NEXT ? GOOD : { status }));
      assert.equal((await session.send(wrong)).exchange.answer?.status, status);
      assert.deepEqual(session.obstacles, []);
    });
  }

  test('of a forward proxy is none of the target, asked once more', async () => {
    const { session, target } = sessionWith(() => 'proxy');
    await notChecked(session.send(valid), 'unanswered', /it was proxy/);
    assert.equal(target.sent.length, 2);
    assert.equal(session.obstacles.length, 1);
  });

  test('a good login that is refused counts as a failed one', async () => {
    const { session, target } = sessionWith(({ label }) => (label === NEXT ? REFUSED : { status: 502 }), 1);
    await session.send(withFacts(wrong, { valid: false, account: null }));
    await session
      .runFailing(
        ACCOUNT,
        async () => wrong,
        async () => (await session.send(valid)).isAccepted,
      )
      .catch(() => {});
    assert.deepEqual(target.labels.slice(2, 3), ['a valid login'], 'the budget is restored first');
  });
});

describe('requests that are sent at the same time', () => {
  test('are sent together once more where one gets no answer, and what comes then counts', async () => {
    const { session, target } = sessionWith((_, at) => (at === 1 ? 'reset' : GOOD));
    const answers = await session.sendTogether([valid, valid, valid]);
    assert.ok(answers.every(({ isAccepted }) => isAccepted));
    assert.equal(target.sent.length, 6);
    assert.equal(session.missed.length, 1);
  });

  test('and lack an answer again are judged so', async () => {
    const { session, target } = sessionWith((_, at) => (at % 3 === 1 ? 'reset' : GOOD));
    const answers = await session.sendTogether([valid, valid, valid]);
    assert.deepEqual(
      answers.map(({ exchange }) => exchange.failure?.kind),
      [undefined, 'reset', undefined],
    );
    assert.equal(target.sent.length, 6);
  });

  test('do not make a target that is gone of one that answers some', async () => {
    const { session } = sessionWith((_, at) => (at % 16 < 8 ? 'reset' : GOOD));
    await session.sendTogether(Array.from({ length: 16 }, () => valid));
    assert.equal(session.cutOff, null);
  });
});

describe('a run that is cut off', () => {
  test('sends nothing any more, and keeps its first reason', async () => {
    const { session, target } = sessionWith(() => GOOD);
    session.abort('it was interrupted');
    session.abort('another reason');
    await notChecked(session.send(valid), 'cut-off', /^the run was cut off: it was interrupted$/);
    await session.drain();
    assert.equal(target.sent.length, 0);
  });

  test('an exchange that was cancelled cuts it off', async () => {
    const { session } = sessionWith(() => 'cancelled');
    await notChecked(session.send(valid), 'cut-off', /it was interrupted/);
    assert.equal(session.cutOff, 'it was interrupted');
  });
});
