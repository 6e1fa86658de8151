import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  CKSTACK_EQUIVALENT_LOGINS,
  CKSTACK_MALFORMED_BODIES,
  CKSTACK_TOLERATED_LOGINS,
} from '../../../../src/profiles/ckstack/requests/bodies.js';
import { TRANSACTION_ID_LOGINS } from '../../../../src/profiles/ckstack/requests/transaction-ids.js';
import {
  ckstackDraft,
  ckstackLogin,
  ckstackRequest,
  headerOf,
  isStrictJson,
  NONCE,
  PASSWORD,
  SIGNER,
  sha256,
  strictJson,
  textOf,
  USER_ID,
} from '../../login/sample-logins.js';

const ACCOUNT = `ckstack ${USER_ID}`;
const RIGHT = { userId: USER_ID, password: sha256(PASSWORD) };
const DATE = 'Wed, 06 May 2026 07:08:09 GMT';

/** The right signature of a request with these parts. */
function signatureFor(changes: { path?: string; date?: string; service?: string; apiKey?: string } = {}) {
  const body = JSON.stringify(RIGHT);
  const plain = { method: 'POST', path: '/token?tid=tid-1', date: DATE, service: 'assay', body };
  return SIGNER({ ...plain, apiKey: 'key-1', ...changes });
}

describe('ckstack: bodies that are no JSON object (CK-17)', () => {
  for (const { phrase } of CKSTACK_MALFORMED_BODIES) {
    test(phrase, () => {
      // A brace in the user id breaks an edit of JSON text that does not look where it is.
      for (const userId of [USER_ID, 'sora}x@example.com']) {
        const draft = ckstackDraft(phrase, ckstackLogin({ userId }));
        const isObject =
          isStrictJson(draft) && /^\{/.test(JSON.stringify(strictJson(draft))) && strictJson(draft) !== null;
        assert.equal(isObject, false, textOf(draft));
        assert.equal(draft.valid, false);
        if (textOf(draft).includes(userId)) assert.equal(draft.account, `ckstack ${userId}`);
      }
    });
  }

  test('those that are JSON are what their phrases say', () => {
    const tops = CKSTACK_MALFORMED_BODIES.map(({ phrase }) => ckstackDraft(phrase)).filter(isStrictJson);
    assert.deepEqual(tops.map(strictJson), [[], [RIGHT], JSON.stringify(RIGHT), 7, true, null]);
  });
});

describe('ckstack: the same login otherwise (CK-24, CK-25)', () => {
  for (const { phrase } of CKSTACK_EQUIVALENT_LOGINS) {
    test(phrase, async () => {
      const request = await ckstackRequest(phrase);
      assert.deepEqual(strictJson(request), RIGHT);
      assert.equal(request.facts?.valid, true);
      assert.deepEqual(
        request.headers.map(([name]) => name.toLowerCase()),
        ['accept', 'content-type', 'h-date', 'ck-service', 'h-authorization'],
      );
      const plain = request.headers.every(([name]) => /^[A-Z][a-z]*(?:-[A-Z][a-z]*)*$/.test(name));
      assert.ok(!plain || textOf(request) !== JSON.stringify(RIGHT), 'it is the plain login to the byte');
    });
  }

  for (const { phrase } of CKSTACK_TOLERATED_LOGINS) {
    test(phrase, async () => {
      const request = await ckstackRequest(phrase);
      const body = strictJson(request) as object;
      assert.deepEqual({ ...body, ...RIGHT }, body);
      assert.equal(request.facts?.valid, true);
      const more = Object.keys(body).length > 2;
      assert.equal(headerOf(request, 'content-type') !== 'application/json', !more);
    });
  }
});

describe('ckstack: signed headers (CK-19, CK-20, CK-21)', () => {
  const authorization = async (phrase: string) => headerOf(await ckstackRequest(phrase), 'h-authorization');

  test('the wrong authorizations are what their phrases say', async () => {
    const right = await signatureFor();
    assert.equal(await authorization('without H-Authorization'), undefined);
    assert.equal(await authorization('with the scheme Basic in H-Authorization'), `Basic key-1:${right}`);
    assert.equal(await authorization('with an empty signature after the API key'), 'Open key-1:');
    assert.equal(await authorization('with only the API key'), 'Open key-1');
    assert.equal(await authorization('with an empty API key before the signature'), `Open :${right}`);
    const apiKey = `unknown-${NONCE}`;
    assert.equal(
      await authorization('with an unknown API key'),
      `Open ${apiKey}:${await signatureFor({ apiKey })}`,
    );
    const half = await authorization('with a signature cut to half its length');
    assert.equal(half, `Open key-1:${right.slice(0, right.length / 2)}`);
  });

  for (const [phrase, place] of [
    ['with a signature that differs in its first character', 0],
    ['with a signature that differs near its end', -6],
  ] as const) {
    test(phrase, async () => {
      const right = await signatureFor();
      const [, wrong = ''] = /^Open key-1:(.+)$/.exec((await authorization(phrase)) ?? '') ?? [];
      assert.ok(!Buffer.from(wrong, 'base64').equals(Buffer.from(right, 'base64')));
      const at = place < 0 ? right.length + place : place;
      assert.equal(wrong.slice(0, at) + wrong.slice(at + 1), right.slice(0, at) + right.slice(at + 1));
    });
  }

  test('borrowed signatures are right for another request', async () => {
    const minute = await ckstackRequest('with a signature made for another minute');
    const earlier = await signatureFor({ date: 'Wed, 06 May 2026 07:07:09 GMT' });
    assert.equal(headerOf(minute, 'h-authorization'), `Open key-1:${earlier}`);
    assert.equal(headerOf(minute, 'h-date'), DATE);
    const transaction = await ckstackRequest('with a signature made for another transaction id');
    const other = await signatureFor({ path: `/token?tid=other-${NONCE}` });
    assert.equal(headerOf(transaction, 'h-authorization'), `Open key-1:${other}`);
    assert.equal(transaction.path, '/token?tid=tid-1');
    const none = await ckstackRequest('with a signature made without the service');
    assert.equal(headerOf(none, 'h-authorization'), `Open key-1:${await signatureFor({ service: '' })}`);
    assert.equal(headerOf(none, 'ck-service'), 'assay');
  });

  test('without a transaction id the signature is wrong for that path', async () => {
    const request = await ckstackRequest('without a transaction id and with a wrong signature');
    const right = await signatureFor({ path: '/token' });
    assert.deepEqual([request.path, request.facts?.sent?.tid], ['/token', undefined]);
    const [, wrong = ''] = /^Open key-1:(.+)$/.exec(headerOf(request, 'h-authorization') ?? '') ?? [];
    assert.deepEqual([wrong.slice(1), wrong[0] === right[0]], [right.slice(1), false]);
  });

  test('wrong dates and services are signed as they are sent', async () => {
    const dates: Readonly<Record<string, string | undefined>> = {
      'without H-Date': undefined,
      'with an H-Date that is not a date': 'yesterday',
      'with an H-Date in ISO 8601': '2026-05-06T07:08:09.000Z',
      'with an H-Date in seconds since 1970': '1778051289',
      'with an H-Date in the time zone +0900': 'Wed, 06 May 2026 16:08:09 +0900',
      'with an H-Date that is a day old': 'Tue, 05 May 2026 06:38:09 GMT',
    };
    for (const [phrase, date] of Object.entries(dates)) {
      const request = await ckstackRequest(phrase);
      assert.equal(headerOf(request, 'h-date'), date, phrase);
      const signature = await signatureFor({ date: date ?? '' });
      assert.equal(headerOf(request, 'h-authorization'), `Open key-1:${signature}`, phrase);
    }
    for (const [phrase, service] of [
      ['without Ck-Service', undefined],
      ['with an unknown Ck-Service', `unknown-${NONCE}`],
      ['with an empty Ck-Service', ''],
      ['with the Ck-Service in a different letter case', 'ASSAY'],
      ['with the Ck-Service minus its last character', 'assa'],
    ] as const) {
      const request = await ckstackRequest(phrase);
      assert.equal(headerOf(request, 'ck-service'), service);
      const signature = await signatureFor({ service: service ?? '' });
      assert.equal(headerOf(request, 'h-authorization'), `Open key-1:${signature}`, phrase);
    }
  });
});

test('a service without letters, or of one character, has no such neighbours', () => {
  const other = 'with the Ck-Service in a different letter case';
  assert.throws(() => ckstackDraft(other, ckstackLogin({ service: '4711' })), /no letters/);
  const less = 'with the Ck-Service minus its last character';
  assert.throws(() => ckstackDraft(less, ckstackLogin({ service: '4' })), /one character/);
});

describe('ckstack: other methods, transaction ids (CK-22, CK-02, CK-03)', () => {
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'QUERY', 'SEARCH', 'PROPFIND', 'LOCK']) {
    test(`with the method ${method}`, async () => {
      const request = await ckstackRequest(`with the method ${method}`);
      assert.equal(request.method, method);
      assert.deepEqual(strictJson(request), RIGHT);
      assert.deepEqual([request.facts?.valid, request.facts?.account], [false, ACCOUNT]);
      const query = new URL(request.path, 'http://h').searchParams;
      assert.equal(query.get('password'), ['GET', 'HEAD'].includes(method) ? RIGHT.password : null);
    });
  }

  for (const { phrase } of TRANSACTION_ID_LOGINS) {
    test(phrase, async () => {
      const request = await ckstackRequest(phrase);
      const sent = new URL(request.path, 'http://h').searchParams.get('tid');
      assert.equal(sent, request.facts?.sent?.tid ?? null);
      assert.match(request.path, /^[\x21-\x7e]+$/);
      assert.equal(phrase.startsWith('without'), sent === null);
      const hasUser = textOf(request).includes(USER_ID);
      assert.equal(request.facts?.account, hasUser ? ACCOUNT : null);
    });
  }

  test('the transaction ids are as long, as foreign and as awkward as their phrases say', () => {
    const tid = (phrase: string) => ckstackDraft(phrase).tid ?? '';
    assert.equal(tid('with a transaction id of 256 characters').length, 256);
    assert.match(tid('with a transaction id of 256 characters'), /^[ -~]+$/);
    assert.match(tid('with a transaction id of non-ASCII characters'), /[^\0-\x7f]/);
    assert.match(tid('with a transaction id of digits with leading zeros'), /^00\d+$/);
    const digits = tid('with a transaction id of twenty digits');
    assert.match(digits, /^\d{20}$/);
    assert.notEqual(BigInt(Number(digits)), BigInt(digits));
    assert.deepEqual(JSON.parse(tid('with a transaction id that is a JSON object')), { a: 1, b: NONCE });
    assert.deepEqual(JSON.parse(tid('with a transaction id that is a JSON array')), [1, NONCE]);
    assert.match(tid('with a transaction id of spaces and slashes'), / {2}.*\/\//);
    for (const character of '&= /?#%;,+') {
      assert.ok(tid('with a transaction id of reserved characters').includes(character), character);
    }
  });

  test('without a transaction id the password is once right, once wrong', () => {
    assert.deepEqual(strictJson(ckstackDraft('without a transaction id')), RIGHT);
    const draft = ckstackDraft('without a transaction id and with a wrong password');
    assert.notDeepEqual(strictJson(draft), RIGHT);
    assert.deepEqual([draft.valid, draft.wrongCredentials], [false, true]);
  });
});
