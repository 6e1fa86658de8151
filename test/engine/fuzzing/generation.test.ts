import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { generationOf } from '../../../src/engine/fuzzing/generation.js';

const numbers = fc.array(fc.nat({ max: 1_000 }), { maxLength: 5 });
const valuesOf = (generation: { at(index: number): unknown }, count: number) =>
  Array.from({ length: count }, (_, index) => generation.at(index));

describe('the values of a property', () => {
  test('are the same for the same seed and name, and others for others', () => {
    const values = valuesOf(generationOf(numbers, 7, 'a property'), 300);
    assert.deepEqual(valuesOf(generationOf(numbers, 7, 'a property'), 300), values);
    assert.notDeepEqual(valuesOf(generationOf(numbers, 8, 'a property'), 300), values);
    assert.notDeepEqual(valuesOf(generationOf(numbers, 7, 'another property'), 300), values);
  });

  test('do not depend on the order in which they are asked for', () => {
    const generation = generationOf(numbers, 7, 'a property');
    const [last, first] = [generation.at(299), generation.at(0)];
    assert.deepEqual(
      [first, last],
      [0, 299].map((index) => generationOf(numbers, 7, 'a property').at(index)),
    );
  });

  test('differ from chunk to chunk', () => {
    const values = valuesOf(generationOf(numbers, 7, 'a property'), 512).map((value) =>
      JSON.stringify(value),
    );
    assert.notDeepEqual(values.slice(0, 128), values.slice(128, 256));
  });

  for (const from of [0, 200]) {
    test(`shrink from one of number ${from} or more to the smallest that fails`, async () => {
      const generation = generationOf(fc.nat({ max: 1_000_000 }), 5, 'a property');
      let index = from;
      while (generation.at(index) < 100) index += 1;
      const tried: number[] = [];
      const small = await generation.shrink(
        index,
        async (value) => {
          tried.push(value);
          return value >= 100;
        },
        1_000,
      );
      assert.equal(tried[0], generation.at(index));
      assert.equal(small?.value, 100);
      const again = await fc.check(
        fc.property(fc.nat({ max: 1_000_000 }), (value) => value < 100),
        { seed: small?.seed ?? 0, path: small?.path ?? '', endOnFailure: true, numRuns: 1 },
      );
      assert.deepEqual(again.counterexample, [100]);
    });
  }

  test('are not shrunk when the value does not fail again', async () => {
    assert.equal(await generationOf(numbers, 7, 'a property').shrink(0, async () => false, 100), null);
  });

  test('are tried no more often than allowed', async () => {
    let tries = 0;
    const generation = generationOf(fc.nat({ max: 1_000_000 }), 5, 'a property');
    await generation.shrink(0, async (value) => ++tries > 0 && value >= 100, 4);
    assert.equal(tries, 4);
  });
});
