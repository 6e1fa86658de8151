import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withArticle } from '../../src/text/article.js';

test('a noun has the article that its first sound asks for, null has none', () => {
  const nouns = ['array', 'object', 'integer', 'string', 'uri', 'null'];
  assert.deepEqual(nouns.map(withArticle), [
    'an array',
    'an object',
    'an integer',
    'a string',
    'a uri',
    'null',
  ]);
});
