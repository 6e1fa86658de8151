import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shellWord } from '../../src/text/shell-word.js';

for (const [text, word] of [
  ['--tags=@A-1', '--tags=@A-1'],
  ['', "''"],
  ['a b', "'a b'"],
  ["it's", `'it'\\''s'`],
  ['$(id)`id`', "'$(id)`id`'"],
  ['a\nb', "'a\nb'"],
] as const) {
  test(`${JSON.stringify(text)} as a word of a shell`, () => assert.equal(shellWord(text), word));
}
