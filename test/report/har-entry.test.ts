import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { harEntry } from '../../src/report/har-entry.js';
import { exchangeOf } from '../http/support/exchange.js';
import { redacted } from '../redaction/redacted.js';

const KIB = 1024;

describe('an entry of the HAR', () => {
  it('tells the whole exchange', () => {
    const entry = harEntry(
      redacted(
        exchangeOf({
          request: { path: '/token?tid=a%20b&x=%zz', scenario: 'The password is wrong' },
        }),
      ),
    );
    assert.deepEqual(entry, {
      startedDateTime: '2027-01-02T03:04:05.678Z',
      time: 12.5,
      request: {
        method: 'POST',
        url: 'http://127.0.0.1:8080/v1/token?tid=a%20b&x=%zz',
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: [
          { name: 'Host', value: '127.0.0.1:8080' },
          { name: 'Content-Type', value: 'application/json' },
          { name: 'User-Agent', value: 'token-assay/0.0.0' },
        ],
        queryString: [
          { name: 'tid', value: 'a b' },
          { name: 'x', value: '%zz' },
        ],
        postData: { mimeType: 'application/json', text: '{"a":1}', params: [] },
        headersSize: -1,
        bodySize: 7,
      },
      response: {
        status: 200,
        statusText: 'OK',
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: [{ name: 'content-type', value: 'application/json' }],
        content: { size: 31, mimeType: 'application/json', text: '{"header":{"result_code":"00"}}' },
        redirectURL: '',
        headersSize: -1,
        bodySize: -1,
      },
      cache: {},
      timings: { send: 0, wait: 12.5, receive: 0 },
      _assay: {
        id: 'x-7',
        profile: 'esignon-login',
        scenario: 'The password is wrong',
        label: 'a valid login',
        attempts: 1,
        failure: null,
      },
    });
  });

  it('tells why there is no answer', () => {
    const failure = { kind: 'reset', message: 'it closed the connection' } as const;
    const entry = harEntry(redacted(exchangeOf({ answer: null, rest: { failure, attempts: 2 } })));
    assert.equal(entry.response.status, 0);
    assert.equal(entry.response._error, failure.message);
    assert.deepEqual(entry._assay.failure, failure);
    assert.equal(entry._assay.attempts, 2);
    assert.equal(entry._assay.scenario, null);
  });

  it('has no post data where there is no body', () => {
    const { request } = harEntry(redacted(exchangeOf({ request: { method: 'GET', body: null } })));
    assert.equal('postData' in request, false);
    assert.equal(request.bodySize, 0);
  });

  it('holds no secret, wherever it stands', () => {
    const secret = 'correct horse';
    const coded = [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      'tok-en-of-mina',
    ];
    const everywhere = coded.join(' / ');
    const entry = harEntry(
      redacted(
        exchangeOf({
          request: {
            path: `/a/${encodeURIComponent(everywhere)}?q=${encodeURIComponent(everywhere)}&client_id=unknown-id`,
            headers: [
              ['H-Authorization', 'Open key:unknown-signature'],
              ['X-Echo', everywhere],
            ],
            body: Buffer.from(`{"memb_pwd":"unknown-password","x":"${everywhere}"}`),
            label: `the password is ${everywhere}`,
            secrets: [secret],
          },
          answer: {
            statusText: everywhere,
            headers: [
              ['Set-Cookie', 'session=unknown-session'],
              ['Location', `/b?${encodeURIComponent(everywhere)}`],
              ['Content-Type', `text/plain; a="${everywhere}"`],
            ],
            body: Buffer.from(`{"access_token":"tok-en-of-mina","x":"${everywhere}"}`),
          },
          rest: { failure: null },
        }),
      ),
    );
    const json = JSON.stringify(entry);
    for (const text of [...coded, 'unknown-', 'correct%20', 'correct+']) {
      assert.ok(!json.includes(text), `${text} in ${json}`);
    }
    assert.match(json, /Open \*\*\*/);
  });

  it('has bytes that are no text as base64, masked as well', () => {
    const body = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('correct horse')]);
    const entry = harEntry(
      redacted(exchangeOf({ request: { body, secrets: ['correct horse'] }, answer: { body } })),
    );
    const masked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('***')]).toString('base64');
    assert.equal(entry.request.postData?.text, masked);
    assert.equal(entry.request.postData?._encoding, 'base64');
    assert.equal(entry.response.content.text, masked);
    assert.equal(entry.response.content.encoding, 'base64');
    assert.equal(entry.response.content.size, body.byteLength);
  });

  it('has a body over 64 KiB shortened, with a comment, a character cut in two left out', () => {
    const body = Buffer.from(`x${'é'.repeat(64 * KIB)}`);
    const { content } = harEntry(redacted(exchangeOf({ answer: { body } }))).response;
    assert.equal(content.text, `x${'é'.repeat(32 * KIB - 1)}`);
    assert.equal(content.encoding, undefined);
    assert.equal(content.size, 128 * KIB + 1);
    assert.equal(content.comment, 'shortened: the first 65536 of 131073 bytes');
  });

  it('is made of strings that JSON can hold, also with a byte order mark and NULs', () => {
    const body = Buffer.from('\ufeff{"a":"\u0000"}');
    const { content } = harEntry(redacted(exchangeOf({ answer: { body } }))).response;
    assert.equal(content.text, '\ufeff{"a":"\u0000"}');
  });
});
