import fc, { type Arbitrary } from 'fast-check';
import { unicodeEscape } from '../../../text/escape/visible.js';
import type { JsonMember } from './json-node.js';
import { type JsonStyle, PLAIN_STYLE } from './json-writer.js';
import { among, pick, sometimes } from './pick.js';

/** Another way to write the same JSON (ES-19, CK-24). */
export interface Spelling {
  readonly words: readonly string[];
  /** A style for one writing: it counts gaps and characters, so each writing needs a fresh one. */
  readonly style: () => JsonStyle;
}

interface Escapes {
  readonly where: 'values' | 'names' | 'names and values';
  /** What is done to one character after the other, cyclically. */
  readonly ways: readonly Way[];
}
type Way = 'as it is' | 'lower' | 'upper' | 'short';

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const gaps: Arbitrary<readonly string[]> = fc.array(
  pick<string>(
    [4, among('', ' ', '\t', '\n', '\r', '\r\n')],
    [1, fc.array(among(' ', '\t', '\n', '\r'), { minLength: 1, maxLength: 12 }).map((all) => all.join(''))],
  ),
  { minLength: 1, maxLength: 6 },
);

const escapes: Arbitrary<Escapes> = fc.record({
  where: among<Escapes['where']>('values', 'names', 'names and values'),
  ways: pick<readonly Way[]>(
    [1, fc.constant(['lower'] as const)],
    [3, fc.array(among<Way>('as it is', 'lower', 'upper', 'short'), { minLength: 1, maxLength: 7 })],
  ),
});

/** Ranks by which members are sorted, cyclically. */
const ranks: Arbitrary<readonly number[]> = pick<readonly number[]>(
  [2, fc.constant([1, 0])],
  [3, fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 7 })],
);

/** Order of members, white space and escapes of equal meaning. Shrinks towards the plain writing. */
export const spelling: Arbitrary<Spelling> = fc
  .record({ ranks: sometimes(55, ranks), gaps: sometimes(55, gaps), escapes: sometimes(60, escapes) })
  .map((choice) => ({
    words: [
      ...(choice.ranks ? ['members in another order'] : []),
      ...(choice.gaps ? ['white space between the tokens'] : []),
      ...(choice.escapes ? [`escapes in ${choice.escapes.where}`] : []),
    ],
    style: () => ({
      gap: choice.gaps ? cycle(choice.gaps) : PLAIN_STYLE.gap,
      string: choice.escapes ? escaper(choice.escapes) : PLAIN_STYLE.string,
      order: choice.ranks ? sorter(choice.ranks) : PLAIN_STYLE.order,
    }),
  }));

function cycle<T>(values: readonly T[]): () => T {
  let next = 0;
  // Never empty: every generator above makes at least one value.
  return () => values[next++ % values.length] as T;
}

function sorter(rankList: readonly number[]): JsonStyle['order'] {
  const rank = cycle(rankList);
  return (members) => {
    const ranked = members.map((member): [number, JsonMember] => [rank(), member]);
    return ranked.sort(([one], [other]) => one - other).map(([, member]) => member);
  };
}

function escaper({ where, ways }: Escapes): JsonStyle['string'] {
  const way = cycle(ways);
  return (text, role) => {
    if (!where.includes(role)) return JSON.stringify(text);
    return `"${[...text].map((character) => escaped(character, way())).join('')}"`;
  };
}

function escaped(character: string, way: Way): string {
  if (way === 'lower') return unicodeEscape(character);
  if (way === 'upper') return unicodeEscape(character).replace(/[0-9a-f]{4}/g, (hex) => hex.toUpperCase());
  if (way === 'short' && Object.hasOwn(SHORT, character)) return SHORT[character] ?? '';
  return JSON.stringify(character).slice(1, -1);
}
