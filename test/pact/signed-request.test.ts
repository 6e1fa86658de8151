import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIGNATURE_PLACEHOLDER } from '../../src/pact/provider-states.js';
import type { RelayRequest } from '../../src/pact/relayed-request.js';
import { signed } from '../../src/pact/signed-request.js';

function request(authorization: string): RelayRequest {
  return {
    method: 'POST',
    path: '/token?tid=a',
    headers: [
      ['h-date', 'Sun, 06 Nov 1994 08:49:37 GMT'],
      ['CK-SERVICE', 'assay'],
      ['h-authorization', authorization],
    ],
    body: Buffer.from('{"userId":"é"}'),
  };
}

const SETTING = {
  signer: async (input: object) => JSON.stringify(input),
  apiKey: 'key-1',
  pathPrefix: '/v2',
};

describe('the signature of a relayed request', () => {
  test('is made of what goes on the wire, and stands where there was room for it', async () => {
    const { request: sent, signature } = await signed(
      request(`Open key-1:${SIGNATURE_PLACEHOLDER}`),
      SETTING,
    );
    assert.deepEqual(JSON.parse(signature ?? ''), {
      method: 'POST',
      path: '/v2/token?tid=a',
      date: 'Sun, 06 Nov 1994 08:49:37 GMT',
      service: 'assay',
      body: '{"userId":"é"}',
      apiKey: 'key-1',
    });
    assert.deepEqual(sent.headers[2], ['h-authorization', `Open key-1:${signature}`]);
    assert.deepEqual(sent.headers.slice(0, 2), request('').headers.slice(0, 2));
  });

  test('is put in to the letter, also where it looks like a pattern of replacement', async () => {
    const setting = { ...SETTING, signer: async () => "$&$1$'" };
    const { request: sent } = await signed(request(`Open k:${SIGNATURE_PLACEHOLDER}`), setting);
    assert.equal(sent.headers[2]?.[1], "Open k:$&$1$'");
  });

  test('of a missing header and no body is that of the empty string', async () => {
    const bare = { ...request(''), headers: [['A', SIGNATURE_PLACEHOLDER] as const], body: null };
    const { date, service, body } = JSON.parse((await signed(bare, SETTING)).signature ?? '');
    assert.deepEqual([date, service, body], ['', '', '']);
  });

  test('is not made where the contract has one of its own', async () => {
    const wrong = request('Open key-1:wrong-on-purpose');
    assert.deepEqual(await signed(wrong, SETTING), { request: wrong, signature: null });
  });
});
