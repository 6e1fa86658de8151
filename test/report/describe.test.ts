import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer, OutgoingRequest } from '../../src/http/exchange.js';
import { describeAnswer, describeRequest } from '../../src/report/describe.js';
import { exchangeOf } from '../http/support/exchange.js';
import { redacted } from '../redaction/redacted.js';

describe('a request in one line', () => {
  it('is method, path and what is special about it', () => {
    assert.equal(request({ label: 'the password is wrong' }), 'POST /api/acme/login (the password is wrong)');
    assert.equal(request({ label: '' }), 'POST /api/acme/login');
  });

  it('is masked, printable and bounded', () => {
    const line = request({
      label: `\u001b[31m correct horse ${'x'.repeat(1000)}`,
      secrets: ['correct horse'],
    });
    assert.match(line, /^POST \/api\/acme\/login \(\\u001b\[31m \*\*\* x+…$/);
    assert.equal(line.length, 300);
  });
});

describe('an answer in one line', () => {
  it('is status, content type and body', () => {
    assert.equal(answer({}), 'HTTP 200 application/json {"header":{"result_code":"00"}}');
    assert.equal(
      answer({ headers: [], body: new Uint8Array() }),
      'HTTP 200 without Content-Type (empty body)',
    );
  });

  it('is masked, printable and bounded', () => {
    const body = Buffer.from(
      `{\r\n  "access_token": "unknown-token",\n\t"x": "\u009b31m\u202e${'é'.repeat(1000)}"}`,
    );
    const line = answer({ body });
    assert.match(
      line,
      /^HTTP 200 application\/json \{ "access_token": "\*\*\*", "x": "\\u009b31m\\u202eé+…$/,
    );
    assert.equal(line.length, 300);
  });

  it('shows nothing of a secret that goes on beyond what is looked at', () => {
    const body = Buffer.from(`{"token":"${'t'.repeat(4070)}","b":"correct horse battery staple"}`);
    assert.doesNotMatch(answer({ body }, ['correct horse battery staple']), /corr/);
  });

  it('has bytes that are no text as replacement characters', () => {
    assert.equal(answer({ body: Buffer.from([0x61, 0xff, 0x62]) }), 'HTTP 200 application/json a\ufffdb');
  });

  it('says why there is none', () => {
    const failure = { kind: 'timeout', message: 'no whole answer within 300 ms' } as const;
    const exchange = redacted(exchangeOf({ answer: null, rest: { failure } }));
    assert.equal(describeAnswer(exchange), 'no answer: no whole answer within 300 ms');
  });
});

function request(changes: Partial<OutgoingRequest>): string {
  return describeRequest(redacted(exchangeOf({ request: changes })));
}

function answer(changes: Partial<Answer>, secrets: readonly string[] = []): string {
  return describeAnswer(redacted(exchangeOf({ request: { secrets }, answer: changes })));
}
