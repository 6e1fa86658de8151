import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CARELESS_FUNCTIONS } from '../../../../src/profiles/login/near/careless-functions.js';

/** What some of the functions do, so that their generators can be held against them. */
const DONE: Readonly<Record<string, (text: string) => string>> = {
  'letter case is ignored': (text) => text.toLowerCase(),
  'white space round it is removed': (text) => text.trim(),
  'white space inside it is removed': (text) => text.replace(/\s/gu, ''),
  'runs of white space are made one': (text) => text.replace(/\s+/gu, ' '),
  'control characters are removed': (text) => text.replace(/\p{Cc}/gu, ''),
  'it is cut at a NUL': (text) => text.replace(/\0.*$/s, ''),
  'characters that are not visible are removed': (text) =>
    text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''),
  'compatibility forms are folded': (text) => text.normalize('NFKC'),
  'accents are removed': (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  'percent escapes are decoded': decodeURIComponent,
  'JSON escapes are decoded': (text) =>
    text.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  'the order of its characters is ignored': (text) => [...text].sort().join(''),
  'it is cut after 8 characters': (text) => [...text].slice(0, 8).join(''),
  'it is cut after 64 characters': (text) => [...text].slice(0, 64).join(''),
  'it is cut after 72 characters': (text) => [...text].slice(0, 72).join(''),
};

const SAMPLES = [
  'Right-pass 1word',
  'mina.kim@example.com',
  '김민아@예시.한국',
  'パスワード',
  'Pässwörd?9',
  '20261128',
  'a',
  'x'.repeat(100),
];

describe('each careless function', () => {
  for (const { once, confuse, level } of CARELESS_FUNCTIONS) {
    test(`${once}: what it confuses differs from the right one`, () => {
      assert.ok(level.secret !== undefined || level.name !== undefined);
      for (const right of SAMPLES) {
        for (let choice = 0; choice < 60; choice += 1) {
          const near: string | null = confuse(right, choice);
          assert.ok(near !== right && near !== '', JSON.stringify(near));
          assert.ok(near === confuse(right, choice), 'the same for the same choice');
        }
      }
    });
  }

  for (const [once, done] of Object.entries(DONE)) {
    test(`${once}: it maps both to one`, () => {
      const careless = CARELESS_FUNCTIONS.find((each) => each.once === once);
      assert.ok(careless);
      const some = SAMPLES.filter((right) => careless.confuse(right, 0) !== null);
      assert.ok(some.length > 0, 'it confuses none of the samples');
      for (const right of some) {
        // What a percent sign of the right one itself means is another matter.
        const near: string = careless.confuse(right, 0) ?? '';
        assert.equal(done(near), done(right), JSON.stringify(near));
      }
    });
  }

  test('never throws and never gives half a character, whatever the right one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(), (right, choice) => {
        for (const { confuse, once } of CARELESS_FUNCTIONS) {
          const near: string | null = confuse(right, choice);
          if (near === null) continue;
          assert.notEqual(near, right, once);
          assert.doesNotMatch(near, /\p{Cs}/u, once);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
