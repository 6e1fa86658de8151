import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { nearText } from '../../../../src/profiles/login/arbitraries/near-password.js';

const NAMES: Readonly<Record<string, string>> = {
  'a blank': ' ',
  'two blanks': '  ',
  'a tab': '\t',
  'a line feed': '\n',
  'a carriage return and a line feed': '\r\n',
  'a no-break space': '\u00a0',
  'an ideographic space': '\u3000',
};

describe('texts near to the right one', () => {
  test('white space round it is named', () => {
    const made = fc.sample(nearText, { seed: 1, numRuns: 2_000 });
    const named = new Set<string>();
    for (const { words, of } of made) {
      const [, where, name = ''] = /^(before|behind|between) (.+?)(?: and \2)?$/.exec(words) ?? [];
      const space = NAMES[name];
      if (space === undefined) {
        assert.doesNotMatch(of('Right'), /^\s|\s$/, words);
        continue;
      }
      named.add(name);
      const before = where === 'before' ? '' : space;
      const behind = where === 'behind' ? '' : space;
      assert.equal(of('Right'), `${before}Right${behind}`, words);
    }
    assert.deepEqual([...named].sort(), Object.keys(NAMES).sort());
  });
});
