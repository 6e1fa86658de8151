import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainAnswer } from '../../src/pact/plain-answer.js';
import { answerHeaders, type RelayAnswer, requestHeaders } from '../../src/pact/relayed-request.js';

function answer(changes: Partial<RelayAnswer> & { text?: string } = {}): RelayAnswer {
  const { text = '{}', ...rest } = changes;
  return { status: 200, statusText: 'OK', headers: [], body: Buffer.from(text), ...rest };
}

describe('what the verifier sends', () => {
  test('goes on without what is of its own connection', () => {
    const raw = [
      'Host',
      '127.0.0.1',
      'X-A',
      '1',
      'Content-Length',
      '7',
      'accept-encoding',
      'gzip',
      'X-A',
      '2',
    ];
    assert.deepEqual(requestHeaders(raw), [
      ['X-A', '1'],
      ['X-A', '2'],
    ]);
  });
});

describe('what the target answers', () => {
  test('comes without the framing of its connection', () => {
    const headers = [
      ['Transfer-Encoding', 'chunked'],
      ['Content-Encoding', 'gzip'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ] as const;
    assert.deepEqual(answerHeaders(answer({ headers })), ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2']);
  });

  test('comes without what Node could not send', () => {
    const headers = [
      ['X Y', '1'],
      ['X-Z', 'a\u0000b'],
      ['X-W', 'ok'],
    ] as const;
    assert.deepEqual(answerHeaders(answer({ headers })), ['X-W', 'ok']);
  });

  test('is no redirect that the verifier would follow', () => {
    const headers = [['location', 'http://192.0.2.1/']] as const;
    assert.deepEqual(answerHeaders(answer({ status: 307, headers })), []);
    assert.deepEqual(answerHeaders(answer({ status: 201, headers })), ['location', 'http://192.0.2.1/']);
  });
});

describe('an answer to an own contract', () => {
  const rewritten: readonly (readonly [what: string, text: string, expected: string])[] = [
    ['a byte order mark', '\ufeff{"a":"b"}', '{"a":"b"}'],
    ['a fraction of zeros', '{"a":1542087965.0}', '{"a":1542087965}'],
    ['half a surrogate pair', '{"a":"\\ud800x"}', '{"a":"\ufffdx"}'],
    ['a backslash that only looks like one', '{"a":"\\\\ud800"}', '{"a":"\\\\ud800"}'],
    ['a number beyond all bounds', '{"a":1e999}', '{"a":null}'],
  ];
  for (const [what, text, expected] of rewritten) {
    test(`is compared without ${what}`, () => {
      assert.equal(Buffer.from(plainAnswer(answer({ text })).body).toString(), expected);
    });
  }

  test('is JSON whatever it is announced as, because the clauses on JSON check that', () => {
    const headers = [
      ['content-type', 'text/plain'],
      ['X-A', '1'],
    ] as const;
    assert.deepEqual(plainAnswer(answer({ headers })).headers, [
      ['X-A', '1'],
      ['Content-Type', 'application/json'],
    ]);
  });

  for (const text of ['<html></html>', '', '{"a":1,}', '{"a":"\u0000"}']) {
    test(`stays as it is where it is not JSON: ${JSON.stringify(text)}`, () => {
      const given = answer({ text, headers: [['Content-Type', 'text/html']] });
      assert.equal(plainAnswer(given), given);
    });
  }

  test('is compared without what is nested deeper than the verifier goes down to', () => {
    const text = `{"a":"b","further":${'['.repeat(130)}1${']'.repeat(130)}}`;
    const nested = `${'['.repeat(63)}null${']'.repeat(63)}`;
    assert.equal(Buffer.from(plainAnswer(answer({ text })).body).toString(), `{"a":"b","further":${nested}}`);
  });

  test('stays as it is where it is nested deeper than anybody reads', () => {
    const given = answer({ text: `${'['.repeat(200_000)}${']'.repeat(200_000)}` });
    assert.equal(plainAnswer(given), given);
  });
});
