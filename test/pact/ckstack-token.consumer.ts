import './support/no-tracking.js';
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { CKSTACK_INTERACTIONS, logIn } from './support/ckstack-contract.js';
import { type ContractWriter, contractWriter } from './support/contract-writer.js';

describe('the token client and ckstack-token', { concurrency: false }, () => {
  let contract: ContractWriter;

  before(async () => {
    contract = await contractWriter('ckstack-token');
  });

  test('right credentials: the client has a token and knows when it ends', async () => {
    const login = await logIn(contract, CKSTACK_INTERACTIONS.success);
    assert.ok(login.ok);
    assert.equal(login.token, 'example-token');
    assert.deepEqual(login.expires, new Date('2030-01-31T00:00:00Z'));
  });

  test('a system administrator: the client derives the role', async () => {
    const login = await logIn(contract, CKSTACK_INTERACTIONS.systemAdministrator);
    assert.ok(login.ok);
    assert.deepEqual(login.roles, new Map([['Company A', new Set(['system-administrator'])]]));
  });

  test('a user who does not exist: the client has the code of the refusal', async () => {
    const login = await logIn(contract, CKSTACK_INTERACTIONS.unknownUser);
    assert.deepEqual(login, { ok: false, code: 'E000401', message: 'no such user' });
  });

  test('the contract is the one in pacts/', () => contract.finish());
});
