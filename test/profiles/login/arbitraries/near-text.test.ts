import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { nearText } from '../../../../src/profiles/login/arbitraries/near-text.js';

const NAMES: Readonly<Record<string, string>> = {
  'a space': ' ',
  'two spaces': '  ',
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
    for (const { words, apply } of made) {
      const [, where, name = ''] =
        /^(followed by|preceded by|with) (.+?)(?: at both ends)?$/.exec(words) ?? [];
      const space = NAMES[name];
      if (space === undefined) {
        assert.doesNotMatch(apply('Right'), /^\s|\s$/, words);
        continue;
      }
      named.add(name);
      const before = where === 'followed by' ? '' : space;
      const after = where === 'preceded by' ? '' : space;
      assert.equal(apply('Right'), `${before}Right${after}`, words);
    }
    assert.deepEqual([...named].sort(), Object.keys(NAMES).sort());
  });
});
