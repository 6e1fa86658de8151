import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrderOf } from '../../src/pact/member-order.js';

const ordered = (body: string | null, model: string | null) => {
  const result = inOrderOf(
    body === null ? null : Buffer.from(body),
    model === null ? null : Buffer.from(model),
  );
  return result === null ? null : Buffer.from(result).toString();
};

const CASES: readonly (readonly [body: string | null, model: string | null, expected: string | null])[] = [
  [
    '{"body":{"b":1,"a":2},"header":3}',
    '{"header":0,"body":{"a":0,"b":0}}',
    '{"header":3,"body":{"a":2,"b":1}}',
  ],
  ['{"x":1,"b":2,"a":{"z":1,"y":2}}', '{"a":0,"b":0}', '{"a":{"z":1,"y":2},"b":2,"x":1}'],
  ['{"__proto__":{"b":1},"a":2}', '{"a":0}', '{"a":2,"__proto__":{"b":1}}'],
  ['[{"b":1,"a":2}]', '[{"a":0,"b":0}]', '[{"b":1,"a":2}]'],
  ['{"b": 1}', 'no JSON', '{"b": 1}'],
  ['no JSON', '{"a":0}', 'no JSON'],
  [null, '{"a":0}', null],
  ['{"b": 1}', null, '{"b": 1}'],
];

for (const [body, model, expected] of CASES) {
  test(`${body} in the order of ${model}`, () => assert.equal(ordered(body, model), expected));
}
