import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { interactionsOf } from '../../src/pact/interactions.js';
import type { PactDocument } from '../../src/pact/pact-document.js';
import { A_MESSAGE, VERSION_2, VERSION_3, VERSION_4, WANTING_MORE } from './support/foreign-pacts.js';

describe('the interactions of a contract', () => {
  test('of version 2 have one state by name', () => {
    const [interaction] = interactionsOf(VERSION_2);
    assert.deepEqual(interaction?.states, [{ name: 'a company may call the API' }]);
    assert.deepEqual(interaction?.wantedValues, []);
    assert.equal(interaction?.isHttp, true);
  });

  test('of version 3 say which values of states they want, in either form of expression', () => {
    const [interaction] = interactionsOf(VERSION_3);
    assert.deepEqual(interaction?.states, VERSION_3.interactions?.[0]?.providerStates);
    assert.deepEqual([...(interaction?.wantedValues ?? [])].sort(), ['email', 'password', 'path']);
  });

  test('want every value of an expression with several', () => {
    const [interaction] = interactionsOf(VERSION_4);
    assert.deepEqual([...(interaction?.wantedValues ?? [])].sort(), [
      ...['apiKey', 'date', 'password', 'service', 'signature', 'tid', 'userId'],
    ]);
  });

  test('want the values in their answers too, and none that other generators make', () => {
    const response = {
      status: 200,
      generators: {
        body: { '$.a': { type: 'ProviderState', expression: 'name' }, '$.b': { type: 'RandomInt' } },
      },
    };
    const document = { ...VERSION_2, interactions: [{ description: 'x', request: {}, response }] };
    assert.deepEqual(interactionsOf(document)[0]?.wantedValues, ['name']);
  });

  test('are each a contract by itself', () => {
    const [first, second] = interactionsOf(VERSION_4);
    assert.deepEqual(first?.alone, { ...VERSION_4, interactions: [VERSION_4.interactions?.[0]] });
    assert.deepEqual(second?.alone.interactions, [VERSION_4.interactions?.[1]]);
  });

  test('that are messages are no HTTP, by either version', () => {
    assert.deepEqual(
      interactionsOf(A_MESSAGE).map(({ isHttp, description }) => [isHttp, description]),
      [[false, 'a login has failed']],
    );
    const message = { description: 'said', type: 'Asynchronous/Messages' };
    assert.deepEqual(
      interactionsOf({ ...VERSION_4, interactions: [message] }).map(({ isHttp }) => isHttp),
      [false],
    );
  });

  test('say whether they want a Location, whatever its case', () => {
    const wants = (headers: object) => {
      const interactions = [{ description: 'x', request: {}, response: { status: 302, headers } }];
      return interactionsOf({ ...WANTING_MORE, interactions } as PactDocument)[0]?.wantsLocation;
    };
    assert.equal(wants({ LOCATION: '/here' }), true);
    assert.equal(wants({ 'Content-Location': '/here' }), false);
  });
});
