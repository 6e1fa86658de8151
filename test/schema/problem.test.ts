import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compile } from '../../src/schema/ajv.js';
import { problemSentence, problemsOf } from '../../src/schema/problem.js';

function sentences(schema: object, value: unknown): readonly string[] {
  return problemsOf(compile(schema)(value), value).map(problemSentence);
}

describe('a problem', () => {
  const cases: readonly (readonly [schema: object, value: unknown, ...expected: string[]])[] = [
    [{ type: 'integer' }, 'x', 'the top level must be an integer, not a string'],
    [{ type: ['string', 'null'] }, {}, 'the top level must be a string or null, not an object'],
    [{ const: 'a' }, 'b', 'the top level must be "a"'],
    [{ minItems: 2 }, [1], 'the top level must have at least 2'],
    [{ pattern: '^a' }, 'b', 'the top level must be like ^a'],
    [{ format: 'date' }, 'b', 'the top level must be a date'],
    [{ required: ['a'], properties: { a: {} } }, {}, 'a is missing'],
    [{ maximum: 3 }, 4, 'the top level must be <= 3'],
    [
      { items: { properties: { 'a/b~c': { type: 'null' } } } },
      [{ 'a/b~c': 1 }],
      '[0]["a/b~c"] must be null, not a number',
    ],
    [{ properties: { 0: { type: 'null' } } }, { 0: [] }, '["0"] must be null, not an array'],
    [
      {
        oneOf: [
          { title: 'one', required: ['a'], properties: { a: {} } },
          { title: 'two', required: ['b'], properties: { b: {} } },
        ],
      },
      {},
      'the top level must be exactly one of one, two',
    ],
    [
      {
        oneOf: [
          { title: 'one', required: ['a'], properties: { a: { type: 'string' } } },
          { title: 'two', required: ['b'], properties: { b: {} } },
        ],
      },
      { a: 1 },
      'a must be a string, not a number',
    ],
  ];
  for (const [schema, value, ...expected] of cases) {
    test(expected.join('; '), () => assert.deepEqual(sentences(schema, value), expected));
  }

  test('is told once, also when two subschemas find it', () => {
    assert.deepEqual(sentences({ type: 'string', allOf: [{ type: 'string' }] }, 1), [
      'the top level must be a string, not a number',
    ]);
  });
});

describe('a validator', () => {
  test('of a file in schemas is compiled once', () => {
    assert.equal(compile('waivers.schema.json'), compile('waivers.schema.json'));
  });

  test('of a file that is not there is a fault of the project', () => {
    assert.throws(() => compile('none.schema.json'), { code: 'ENOENT' });
  });

  test('keeps nothing of the value before', () => {
    const validate = compile({ type: 'string' });
    const first = validate(1);
    assert.deepEqual(validate('a'), []);
    assert.equal(first.length, 1);
  });
});
