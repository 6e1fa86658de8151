import { createHash } from 'node:crypto';
import fc, { type Arbitrary } from 'fast-check';
import { attackText } from './attack-text.js';
import { type JsonNode, nodeOf, rawNode } from './json-node.js';
import type { NearText } from './near-text.js';
import { among, pick } from './pick.js';

/** A value in place of a credential, which a comparison that is not one of texts would let through (ES-26, CK-26). */
export interface AttackSubstitute {
  readonly words: string;
  /**
   * Makes the value.
   * @param right the credential as it is typed
   * @param sent how such a credential is sent: as it is, or its digest
   */
  readonly make: (right: string, sent: (text: string) => string) => JsonNode;
}

const json = (text: string): AttackSubstitute => ({ words: text, make: () => rawNode(text) });
const made = (words: string, valueOf: (sent: string) => unknown): AttackSubstitute => ({
  words,
  make: (right, sent) => nodeOf(valueOf(sent(right))),
});

const operator: Arbitrary<AttackSubstitute> = pick<AttackSubstitute>(
  [3, fc.constant(json('{"$ne":null}'))],
  [
    4,
    among(
      '{"$ne":""}',
      '{"$gt":""}',
      '{"$gte":""}',
      '{"$lt":"~"}',
      '{"$exists":true}',
      '{"$nin":[]}',
      '{"$not":{"$size":9}}',
      '{"$regex":".*"}',
      '{"$regex":"","$options":"i"}',
      '{"$where":"1==1"}',
      '{"$or":[{},{"a":1}]}',
      '{"like":"%"}',
      '{"contains":""}',
      '{"__proto__":{}}',
      '{"constructor":{"prototype":{}}}',
      '{"length":8}',
      '{"":""}',
    ).map(json),
  ],
  [
    2,
    among(
      made('the right one in an object', (value) => ({ value })),
      made('the right one as {"$eq":…}', (value) => ({ $eq: value })),
      made('the right one as {"$in":[…]}', (value) => ({ $in: [value] })),
      made('the right one as toString of an object', (value) => ({ toString: value })),
    ),
  ],
);

const array: Arbitrary<AttackSubstitute> = pick<AttackSubstitute>(
  [6, fc.constant(made('the right one in an array', (value) => [value]))],
  [1, fc.constant(made('the right one twice in an array', (value) => [value, value]))],
  [1, fc.constant(made('the right one in an array in an array', (value) => [[value]]))],
  [1, fc.constant(made('an array of the right one and null', (value) => [value, null]))],
  [1, among('[]', '[null]', '[true]', '[{}]', '[""]').map(json)],
);

/** Numbers and literals that loose comparisons find equal to a text. */
const coercing: Arbitrary<AttackSubstitute> = among(
  ...['0', '1', '-1', '0.0', '1e1', '12345678', '9007199254740993', 'true', 'false', 'null', '{}', '[]'],
).map(json);

const deep: Arbitrary<AttackSubstitute> = fc
  .tuple(
    pick<number>([1, fc.integer({ min: 3, max: 999 })], [3, fc.integer({ min: 1_000, max: 2_000 })]),
    fc.boolean(),
  )
  .map(([depth, objects]) => ({
    words: `${objects ? 'objects' : 'arrays'} nested ${depth} levels deep`,
    make: () =>
      rawNode(
        objects ? `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}` : '['.repeat(depth) + ']'.repeat(depth),
      ),
  }));

const long: Arbitrary<AttackSubstitute> = among<AttackSubstitute>(
  { words: '64 KiB long', make: () => nodeOf('a'.repeat(64 * 1024)) },
  { words: '4 KiB long', make: () => nodeOf('a'.repeat(4 * 1024)) },
  {
    words: 'the right one followed by 4 KiB of text',
    make: (right, sent) => nodeOf(sent(right) + 'x'.repeat(4 * 1024)),
  },
  {
    words: 'the right one followed by 8 KiB of spaces',
    make: (right, sent) => nodeOf(sent(right) + ' '.repeat(8 * 1024)),
  },
  {
    words: 'the right one followed by 8 KiB of spaces and more text',
    make: (right, sent) => nodeOf(`${sent(right)}${' '.repeat(8 * 1024)}x`),
  },
);

/** Digests in place of what is asked for: another form of the right one is wrong too. */
const digest: Arbitrary<AttackSubstitute> = pick<AttackSubstitute>(
  [
    3,
    among('sha256', 'sha1', 'md5', 'sha512').map((name) => ({
      words: `the ${name} of the right value, in hexadecimal`,
      make: (right: string, sent: (text: string) => string) => nodeOf(hashed(name, sent(right))),
    })),
  ],
  [
    2,
    among('sha1', 'md5', 'sha512', 'sha256').map((name) => ({
      words: `the ${name} of the password, in hexadecimal`,
      make: (right: string) => nodeOf(hashed(name, right)),
    })),
  ],
  [1, fc.constant({ words: 'the right one as it is typed', make: nodeOf })],
);

/** Near forms of what is sent, a digest where the profile sends one. */
function nearSent(near: Arbitrary<NearText>): Arbitrary<AttackSubstitute> {
  return near.map(({ words, apply }) => ({
    words: `a sent value that is ${words}`,
    make: (right, sent) => nodeOf(apply(sent(right))),
  }));
}

function nearTyped(near: Arbitrary<NearText>): Arbitrary<AttackSubstitute> {
  return near.map(({ words, apply }) => ({
    words: `a value that is ${words}`,
    make: (right, sent) => nodeOf(sent(apply(right))),
  }));
}

const text: Arbitrary<AttackSubstitute> = pick<AttackSubstitute>(
  [4, attackText.map((value) => ({ words: JSON.stringify(value), make: () => nodeOf(value) }))],
  [
    1,
    attackText.map((value) => ({
      words: `${JSON.stringify(value)} in the form in which it is sent`,
      make: (_, sent) => nodeOf(sent(value)),
    })),
  ],
  [1, fc.constant(json('""'))],
);

/**
 * Shrinks towards the operator `{"$ne":null}`.
 * @param near texts near to the right one
 */
export function attackValue(near: Arbitrary<NearText>): Arbitrary<AttackSubstitute> {
  return pick<AttackSubstitute>(
    [22, operator],
    [13, array],
    [24, nearTyped(near)],
    [23, nearSent(near)],
    [10, text],
    [5, coercing],
    [6, digest],
    [6, deep],
    [2, long],
  );
}

function hashed(name: string, value: string): string {
  return createHash(name).update(value).digest('hex');
}
