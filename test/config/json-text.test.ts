import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseJson } from '../../src/config/json-text.js';
import { FileSyntaxError } from '../../src/errors/file-syntax-error.js';
import { assertSays } from './support/refusal.js';

const SECRET = 'hush-hush-4711';

const REFUSED: readonly (readonly [text: string, ...parts: string[]])[] = [
  ['', 'f.json is not valid JSON: it is empty'],
  [' \n', 'it is empty'],
  ['{\n  "a": 1,\n}', 'at line 2, column 9: no comma is allowed after the last member'],
  ['[1,]', 'at line 1, column 3: no comma is allowed'],
  ['{"a" 1}', 'at line 1, column 6: a colon is missing'],
  ['{"a": 1\r\n "b": 2}', 'at line 2, column 2: a comma is missing'],
  ['{"a": }', 'at line 1, column 7: a value is expected'],
  [`{'a': '${SECRET}'}`, 'at line 1, column 2', 'double quotes'],
  [`{a: "${SECRET}"}`, 'at line 1, column 2', 'double quotes'],
  ['// why\n{}', 'at line 1, column 1: comments are not allowed'],
  ['{} {}', 'at line 1, column 4: nothing is allowed after the first value'],
  [`{"a": "${SECRET}`, 'at line 1, column 7: a closing double quote is missing'],
  [`{"a": "${SECRET}"`, 'closing brace } is missing'],
  ['[1', 'closing bracket ] is missing'],
  [`{"a": "\\x${SECRET}"}`, 'not a JSON escape'],
  ['{"a": "\\u12"}', 'four hexadecimal digits'],
  [`{"a": "${SECRET}\t"}`, 'a control character must be escaped'],
  ['{"a": 01}', 'at line 1, column 8'],
  ['NaN', 'at line 1, column 1'],
  [`{"a": 1,\n "b": {"c": 1, "c": "${SECRET}"}}`, 'at line 2, column 16: the member "c" is there twice'],
  ['['.repeat(200_000), 'f.json is not valid JSON'],
  ['['.repeat(200_000) + ']'.repeat(200_000), 'f.json is not valid JSON: it is nested too deep'],
];

describe('text that is not JSON', () => {
  for (const [text, ...parts] of REFUSED) {
    test(JSON.stringify(text.slice(0, 40)), () => {
      assert.throws(
        () => parseJson(text, 'f.json'),
        (error) => {
          assert.ok(error instanceof FileSyntaxError);
          assertSays(error.message, parts, [SECRET]);
          return true;
        },
      );
    });
  }
});

test('JSON of every kind is read', () => {
  const value = { a: [1, -2.5e3, true, false, null, 'x\u0000\u2028', {}], b: { a: { a: '' } } };
  assert.deepEqual(parseJson(JSON.stringify(value, null, '\t'), 'f.json'), value);
});
