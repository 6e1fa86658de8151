import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TokenMemory } from '../../../src/profiles/login/token-memory.js';
import { readJson } from '../../../src/text/json-answer.js';
import { answered, esignonRequest, type SampleAnswer } from './sample-exchanges.js';

const TOKEN = 'eyJhbGciOi.4f"9c\\2e7';

function placeIn(answer: SampleAnswer, ...tokens: readonly string[]): string | null {
  const memory = new TokenMemory();
  for (const token of tokens) memory.remember(token);
  const exchange = answered(esignonRequest(), answer);
  return memory.placeIn(exchange, exchange.answer && readJson(exchange.answer.body));
}

describe('tokens that a run has seen', () => {
  test('are found in headers, as they are or percent-encoded, and in the body, escaped or not', () => {
    const cookie = (value: string) => [['Set-Cookie', `session=${value}; Path=/`]] as const;
    assert.equal(placeIn({ headers: cookie(TOKEN) }, TOKEN), 'in a header');
    assert.equal(placeIn({ headers: cookie(encodeURIComponent(TOKEN)) }, TOKEN), 'in a header');
    assert.equal(placeIn({ body: `<p>${TOKEN}</p>` }, 'another-token-1', TOKEN), 'in the body');
    assert.equal(placeIn({ body: JSON.stringify({ msg: `was ${TOKEN}` }) }, TOKEN), 'in the body');
  });

  test('are not found where there is none, a part of one, or one too short to tell', () => {
    assert.equal(placeIn({ body: '{}', headers: [['Set-Cookie', 'session=fresh-one-1']] }, TOKEN), null);
    assert.equal(placeIn({ body: TOKEN.slice(1) }, TOKEN), null);
    assert.equal(placeIn({ body: TOKEN.slice(0, -1) }, TOKEN), null);
    assert.equal(placeIn({ body: 'short-7' }, 'short-7'), null);
    assert.equal(placeIn({ body: TOKEN }), null);
  });

  test('of one ending are told by their whole length', () => {
    assert.equal(placeIn({ body: 'xxaaaa-same-end' }, 'aaaa-same-end', 'bbbbbbbb-same-end'), 'in the body');
    assert.equal(placeIn({ body: 'cccc-same-end' }, 'aaaa-same-end', 'bbbbbbbb-same-end'), null);
  });
});
