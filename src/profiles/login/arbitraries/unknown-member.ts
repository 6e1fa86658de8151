import fc, { type Arbitrary } from 'fast-check';
import { type JsonMember, type JsonNode, type JsonPath, nodeOf, rawNode } from './json-node.js';
import { among, pick, place } from './pick.js';

/** A member that no document names, and where it is put. */
export interface UnknownMember extends JsonMember {
  readonly words: string;
  /** Which of the objects it is put into, as a place among them. */
  readonly at: number;
  readonly first: boolean;
}

/** No text of these begins like a documented member, whatever the case. */
const name: Arbitrary<string> = pick<string>(
  [3, among('x', 'version', 'device', 'locale', '__proto__', 'constructor', 'toString', '$where', 'x.y', '')],
  [1, fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `x${text}`)],
);

const number: Arbitrary<JsonNode> = pick<string>(
  [3, fc.integer().map(String)],
  [
    2,
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
      .map((value) => JSON.stringify(value)),
  ],
  [1, among('0', '-0', '0.0', '1E5', '1e-7', '-0.25E+2')],
).map(rawNode);

const leaf: Arbitrary<JsonNode> = pick<JsonNode>(
  [1, among('null', 'true', 'false').map(rawNode)],
  [1, number],
  [2, fc.string({ unit: 'grapheme', maxLength: 20 }).map(nodeOf)],
  // Escaped, two units each: nothing else in a login has such characters.
  [1, among('😀', 'a𝄞b', '👩‍💻').map(nodeOf)],
);

const value: Arbitrary<JsonNode> = fc.letrec<{ any: JsonNode }>((tie) => ({
  any: pick<JsonNode>(
    [4, leaf],
    [
      1,
      fc
        .array(tie('any'), { maxLength: 3, depthIdentifier: 'json' })
        .map((items) => ({ kind: 'array', items })),
    ],
    [
      1,
      fc
        .uniqueArray(fc.tuple(fc.string({ maxLength: 6 }), tie('any')), {
          maxLength: 3,
          selector: ([key]) => key,
          depthIdentifier: 'json',
        })
        .map((members) => ({
          kind: 'object',
          members: members.map(([key, member]) => ({ name: key, value: member })),
        })),
    ],
  ),
})).any;

/** A member of any JSON type (ES-20, CK-25). */
export const unknownMember: Arbitrary<UnknownMember> = fc
  .record({ name, value, at: place, first: fc.boolean() })
  .map((member) => ({ ...member, words: `the unknown member ${JSON.stringify(member.name)}` }));

/** Where an unknown member is, in words. */
export function memberWords({ words }: UnknownMember, path: JsonPath): string {
  return `${words} in ${path.length === 0 ? 'the top level' : `\`${path.join('.')}\``}`;
}
