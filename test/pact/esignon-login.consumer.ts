import './support/no-tracking.js';
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type ContractWriter, contractWriter } from './support/contract-writer.js';
import { ESIGNON_INTERACTIONS, logIn } from './support/esignon-contract.js';

describe('the token client and esignon-login', { concurrency: false }, () => {
  let contract: ContractWriter;

  before(async () => {
    contract = await contractWriter('esignon-login');
  });

  test('right credentials: the client has a token', async () => {
    assert.deepEqual(await logIn(contract, 'login', ESIGNON_INTERACTIONS.success), {
      ok: true,
      accessToken: 'example-token',
      expireDate: '2030-01-31T00:00:00Z',
    });
  });

  test('an e-mail that nobody has: the client knows that the credentials are wrong', async () => {
    const login = await logIn(contract, 'login', ESIGNON_INTERACTIONS.unknownEmail);
    assert.deepEqual(login, { ok: false, reason: 'credentials', code: '10', message: 'wrong credentials' });
  });

  test('a lost envelope: the client knows that its request was malformed', async () => {
    const login = await logIn(contract, 'login', ESIGNON_INTERACTIONS.lostEnvelope);
    assert.deepEqual(login, { ok: false, reason: 'malformed', code: '12', message: 'malformed' });
  });

  test('lost credentials: the client knows that its request was malformed', async () => {
    const login = await logIn(contract, 'login', ESIGNON_INTERACTIONS.lostCredentials);
    assert.deepEqual(login, { ok: false, reason: 'malformed', code: '12', message: 'malformed' });
  });

  test('a blocked company: the client knows that the company may not call', async () => {
    const login = await logIn(contract, 'login', ESIGNON_INTERACTIONS.blockedCompany);
    assert.deepEqual(login, { ok: false, reason: 'company', code: '95', message: 'blocked' });
  });

  test('the contract is the one in pacts/', () => contract.finish());
});
