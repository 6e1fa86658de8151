import { createHash } from 'node:crypto';
import fc, { type Arbitrary } from 'fast-check';
import { attackText } from './attack-text.js';
import { type JsonNode, nodeOf, rawNode } from './json-node.js';
import { nearText } from './near-password.js';
import { among, pick } from './pick.js';

/** A value in place of a credential: what a comparison that is not one of texts lets through (ES-26, CK-26). */
export interface AttackValue {
  readonly words: string;
  /**
   * @param right the credential as it is typed
   * @param sent how such a credential is sent: as it is, or its digest
   */
  readonly of: (right: string, sent: (text: string) => string) => JsonNode;
}

const json = (text: string): AttackValue => ({ words: text, of: () => rawNode(text) });
const made = (words: string, of: (sent: string) => unknown): AttackValue => ({
  words,
  of: (right, sent) => nodeOf(of(sent(right))),
});

const operator: Arbitrary<AttackValue> = pick<AttackValue>(
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

const array: Arbitrary<AttackValue> = pick<AttackValue>(
  [6, fc.constant(made('the right one in an array', (value) => [value]))],
  [1, fc.constant(made('the right one twice in an array', (value) => [value, value]))],
  [1, fc.constant(made('the right one in an array in an array', (value) => [[value]]))],
  [1, fc.constant(made('an array of the right one and null', (value) => [value, null]))],
  [1, among('[]', '[null]', '[true]', '[{}]', '[""]').map(json)],
);

/** Numbers and literals that loose comparisons hold equal to a text. */
const coercing: Arbitrary<AttackValue> = among(
  ...['0', '1', '-1', '0.0', '1e1', '12345678', '9007199254740993', 'true', 'false', 'null', '{}', '[]'],
).map(json);

const deep: Arbitrary<AttackValue> = fc
  .tuple(
    pick<number>([1, fc.integer({ min: 3, max: 999 })], [3, fc.integer({ min: 1_000, max: 2_000 })]),
    fc.boolean(),
  )
  .map(([depth, objects]) => ({
    words: `${objects ? 'objects' : 'arrays'} nested ${depth} deep`,
    of: () =>
      rawNode(
        objects ? `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}` : '['.repeat(depth) + ']'.repeat(depth),
      ),
  }));

const long: Arbitrary<AttackValue> = among<AttackValue>(
  { words: '64 KiB long', of: () => nodeOf('a'.repeat(64 * 1024)) },
  { words: '4 KiB long', of: () => nodeOf('a'.repeat(4 * 1024)) },
  { words: 'the right one and 4 KiB more', of: (right, sent) => nodeOf(sent(right) + 'x'.repeat(4 * 1024)) },
  {
    words: 'the right one and 8 KiB of blanks',
    of: (right, sent) => nodeOf(sent(right) + ' '.repeat(8 * 1024)),
  },
  {
    words: 'the right one, 8 KiB of blanks and more',
    of: (right, sent) => nodeOf(`${sent(right)}${' '.repeat(8 * 1024)}x`),
  },
);

/** Digests in place of what is asked for: no other form of the right one is the right one. */
const digest: Arbitrary<AttackValue> = pick<AttackValue>(
  [
    3,
    among('sha256', 'sha1', 'md5', 'sha512').map((name) => ({
      words: `the ${name} of what is right, in hexadecimal`,
      of: (right: string, sent: (text: string) => string) => nodeOf(hashed(name, sent(right))),
    })),
  ],
  [
    2,
    among('sha1', 'md5', 'sha512', 'sha256').map((name) => ({
      words: `the ${name} of the password, in hexadecimal`,
      of: (right: string) => nodeOf(hashed(name, right)),
    })),
  ],
  [1, fc.constant({ words: 'the right one as it is typed', of: nodeOf })],
);

/** Other forms of what is sent, a digest where the profile sends one. */
const formOfSent: Arbitrary<AttackValue> = nearText.map(({ words, of }) => ({
  words: `what is sent for the right one, ${words}`,
  of: (right, sent) => nodeOf(of(sent(right))),
}));

const nearTyped: Arbitrary<AttackValue> = nearText.map(({ words, of }) => ({
  words: `the right one ${words}`,
  of: (right, sent) => nodeOf(sent(of(right))),
}));

const text: Arbitrary<AttackValue> = pick<AttackValue>(
  [4, attackText.map((value) => ({ words: JSON.stringify(value), of: () => nodeOf(value) }))],
  [
    1,
    attackText.map((value) => ({
      words: `${JSON.stringify(value)} as it is sent`,
      of: (_, sent) => nodeOf(sent(value)),
    })),
  ],
  [1, fc.constant(json('""'))],
);

/** Shrinks towards the operator `{"$ne":null}`. */
export const attackValue: Arbitrary<AttackValue> = pick<AttackValue>(
  [22, operator],
  [13, array],
  [24, nearTyped],
  [23, formOfSent],
  [10, text],
  [5, coercing],
  [6, digest],
  [6, deep],
  [2, long],
);

function hashed(name: string, value: string): string {
  return createHash(name).update(value).digest('hex');
}
