import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NotChecked } from '../../../src/errors/not-checked.js';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import { ckstackContracts, SIGNATURE_PLACEHOLDER } from '../../../src/profiles/ckstack/contract-support.js';
import { SignerError } from '../../../src/profiles/ckstack/signer-error.js';
import type { CkstackUsers } from '../../../src/profiles/ckstack/users.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import { contractProfile } from '../../pact/support/contract-profiles.js';
import type { Fixtures } from '../../support/profiles.js';
import { findClause } from '../../support/profiles.js';

async function valuesOf(
  state: string,
  params: Record<string, unknown> = {},
  fixtures: Fixtures = EMBEDDED_FIXTURES,
  key = 'a test',
): Promise<Readonly<Record<string, string>>> {
  const prepare = contractProfile('ckstack-token', fixtures).contracts.states.get(state);
  assert.ok(prepare, state);
  return (await prepare(params, key)).values;
}

const { ckstack } = EMBEDDED_FIXTURES;

describe('a ckstack provider state', () => {
  test('gives the user of a role, with room for the signature', async () => {
    const values = await valuesOf('a ckstack user exists', { role: 'general-user' });
    assert.equal(values.userId, ckstack?.users?.['general-user']?.userId);
    assert.match(values.password ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual([values.path, values.service, values.apiKey], ['/token', 'assay', 'key-1']);
    assert.equal(values.signature, SIGNATURE_PLACEHOLDER);
    assert.match(values.date ?? '', / GMT$/);
  });

  test('gives each interaction a transaction id of its own', async () => {
    const tidOf = async (key: string) => (await valuesOf('a ckstack user exists', {}, undefined, key)).tid;
    assert.match((await tidOf('one')) ?? '', /^assay-/);
    assert.notEqual(await tidOf('one'), await tidOf('another'));
  });

  test('gives a user who does not exist', async () => {
    const { userId } = await valuesOf('a ckstack user does not exist');
    assert.match(userId ?? '', /^nobody-\w+@example\.com$/);
  });

  const unfilled: readonly (readonly [what: string, params: object, fixtures: Fixtures, reason: RegExp])[] = [
    ['it has no user', {}, {}, /ckstack\.users/],
    ['it has no user of that role', { role: 'no-role' }, {}, /ckstack\.users\.no-role/],
    ['it has another role', { role: 'king' }, EMBEDDED_FIXTURES, /role .* none of/],
    ['it has a role that is no text', { role: {} }, EMBEDDED_FIXTURES, /none of/],
    [
      'it has a path with a query',
      {},
      { ...EMBEDDED_FIXTURES, ckstack: { ...ckstack, path: '/token?v=2' } },
      /query of its own/,
    ],
  ];
  for (const [what, params, fixtures, reason] of unfilled) {
    test(`says why it cannot be filled: ${what}`, async () => {
      const values = valuesOf('a ckstack user exists', params as Record<string, unknown>, fixtures);
      await assert.rejects(values, (error) => {
        assert.ok(error instanceof NotChecked);
        assert.equal(error.skipCause, 'fixture');
        assert.match(error.message, reason);
        return true;
      });
    });
  }
});

function request(authorization: string, changes: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return {
    profile: 'ckstack-token',
    method: 'POST',
    path: '/token?tid=a',
    headers: [
      ['h-date', 'Sun, 06 Nov 1994 08:49:37 GMT'],
      ['CK-SERVICE', 'assay'],
      ['h-authorization', authorization],
    ],
    body: Buffer.from('{"userId":"é"}'),
    label: 'a test',
    secrets: ['known'],
    ...changes,
  };
}

/** The request with the signature that the signer makes. */
async function completed(
  authorized: OutgoingRequest,
  signer: (input: object) => Promise<string> = async (input) => JSON.stringify(input),
): Promise<OutgoingRequest> {
  const contracts = ckstackContracts({
    ...{ apiKey: 'key-1', pathPrefix: '/v2', signer },
    all: () => [],
    of: () => assert.fail('nobody asks for a user'),
  } as unknown as CkstackUsers);
  assert.ok(contracts.complete);
  return contracts.complete(authorized);
}

describe('the signature of a request of a contract', () => {
  test('is made of what goes on the wire, and is put where there was room for it', async () => {
    const { headers, secrets } = await completed(request(`Open key-1:${SIGNATURE_PLACEHOLDER}`));
    const [, signature = ''] = secrets;
    assert.deepEqual(JSON.parse(signature), {
      method: 'POST',
      path: '/v2/token?tid=a',
      date: 'Sun, 06 Nov 1994 08:49:37 GMT',
      service: 'assay',
      body: '{"userId":"é"}',
      apiKey: 'key-1',
    });
    assert.deepEqual(headers[2], ['h-authorization', `Open key-1:${signature}`]);
    assert.deepEqual(headers.slice(0, 2), request('').headers.slice(0, 2));
  });

  test('is put in to the letter, also where it looks like a pattern of replacement', async () => {
    const sent = await completed(request(`Open k:${SIGNATURE_PLACEHOLDER}`), async () => "$&$1$'");
    assert.equal(sent.headers[2]?.[1], "Open k:$&$1$'");
  });

  test('of a missing header and no body is that of the empty string', async () => {
    const bare = request('', { headers: [['A', SIGNATURE_PLACEHOLDER]], body: null });
    const { date, service, body } = JSON.parse((await completed(bare)).secrets[1] ?? '');
    assert.deepEqual([date, service, body], ['', '', '']);
  });

  test('is not made where the contract has one of its own', async () => {
    const wrong = request('Open key-1:wrong-on-purpose');
    assert.deepEqual(await completed(wrong), wrong);
  });

  test('that cannot be made leaves the interaction unchecked', async () => {
    const signer = () => Promise.reject(new SignerError('no signature today'));
    await assert.rejects(completed(request(SIGNATURE_PLACEHOLDER), signer), (error) => {
      assert.ok(error instanceof NotChecked);
      assert.equal(error.message, 'no signature today');
      return true;
    });
  });
});

describe('the clause on a difference from a ckstack contract', () => {
  const cases: readonly (readonly [path: string, wantsSuccess: boolean, clause: string | null])[] = [
    ['$.ckError', true, 'CK-01'],
    ['$.token', true, 'CK-05'],
    ['$.token.token', true, 'CK-05'],
    ['$.token.expireDate', true, 'CK-06'],
    ['$.ckTid', true, 'CK-02'],
    ['$.ckMessage', true, 'CK-04'],
    ['$.user.userId', true, 'CK-07'],
    ['$.company', true, null],
    ['$.company[0].groups', true, null],
    ['status', true, 'CK-01'],
    ['answer', true, 'CK-01'],
    ['body', true, 'CK-31'],
    ['header Content-Type', true, 'CK-31'],
    ['$.ckError', false, null],
    ['$.ckMessage', false, 'CK-18'],
    ['status', false, 'CK-23'],
  ];
  const { contracts } = contractProfile('ckstack-token');
  for (const [path, wantsSuccess, clause] of cases) {
    test(`${path} of a ${wantsSuccess ? 'success' : 'refusal'}: ${clause ?? "the interaction's own"}`, () => {
      assert.ok(clause === null || findClause(clause) !== undefined);
      assert.equal(contracts.clauseOf(path, wantsSuccess), clause);
    });
  }

  test('the code of an example answer is its ckError', () => {
    assert.equal(contracts.wantedCode({ ckError: 'E1' }), 'E1');
    assert.equal(contracts.wantedCode({ ckError: 1 }), '');
  });
});
