import fc, { type Arbitrary } from 'fast-check';
import type { BaseRequest } from './base-request.js';
import {
  type JsonNode,
  type JsonPath,
  nodeAt,
  nodeOf,
  pathWords,
  rawNode,
  withMember,
  withValue,
} from './json-node.js';
import { among, indexAt, pick, place, severalOf } from './pick.js';

/** A fault planted into the tree of a valid envelope. */
export interface StructureFault {
  readonly plant: (node: JsonNode, base: BaseRequest) => { readonly words: string; readonly node: JsonNode };
}

/** Which part of the envelope: the profile decides what that is. */
type Part = 'code' | 'password' | 'user' | 'object' | 'further';

/** What is done to the part. */
type NodeChange = (
  node: JsonNode,
  path: JsonPath,
  at: number,
) => { readonly words: string; readonly node: JsonNode };

const replaced =
  (words: string, of: (value: JsonNode) => JsonNode): NodeChange =>
  (node, path) => ({ words: `${pathWords(path)} → ${words}`, node: withValue(node, path, of) });

const dropped: NodeChange = (node, path) =>
  path.length === 0
    ? replaced('{}', () => nodeOf({}))(node, path, 0)
    : { words: `${pathWords(path)} is left out`, node: withMember(node, path, () => []) };

const otherType: Arbitrary<NodeChange> = among(
  'null',
  '0',
  '12345678',
  'true',
  'false',
  '{}',
  '[]',
  '"x"',
  '1001',
).map((json) => replaced(json, () => rawNode(json)));

const spaces: Arbitrary<NodeChange> = among('', ' ', '   ', '\t', '\u3000').map((text) =>
  replaced(JSON.stringify(text), () => nodeOf(text)),
);

const wrapped: Arbitrary<NodeChange> = among(
  replaced('itself in an array', (value) => ({ kind: 'array', items: [value] })),
  replaced('itself inside another object', (value) => ({
    kind: 'object',
    members: [{ name: 'value', value }],
  })),
);

/** One letter of the member's name in the other case. */
const renamed: Arbitrary<NodeChange> = place.map(
  (at): NodeChange =>
    (node, path) => {
      const name = path.at(-1);
      if (name === undefined) return dropped(node, path, at);
      const index = indexAt(at, name.length);
      const letter = name[index] ?? '';
      const changed = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
      const other =
        changed === letter ? name.toUpperCase() : name.slice(0, index) + changed + name.slice(index + 1);
      return {
        words: `the member ${pathWords(path)} is named \`${other}\``,
        node: withMember(node, path, ({ value }) => [{ name: other, value }]),
      };
    },
);

/** A text that is off by one character. */
const offByOne: Arbitrary<NodeChange> = fc.tuple(place, among('changed', 'left out', 'added', 'doubled')).map(
  ([at, how]): NodeChange =>
    (node, path) => {
      const value = nodeAt(node, path);
      if (value?.kind !== 'string') return dropped(node, path, at);
      const index = indexAt(at, value.value.length);
      const letter = value.value[index] ?? '';
      const instead = {
        changed: letter === '0' ? '1' : '0',
        'left out': '',
        added: `${letter}0`,
        doubled: letter + letter,
      }[how];
      const other = value.value.slice(0, index) + instead + value.value.slice(index + 1);
      return replaced(`itself with one character ${how}`, () => nodeOf(other))(node, path, at);
    },
);

const long: Arbitrary<NodeChange> = among(300, 5_000).map((length) =>
  replaced(`a text of ${length} characters`, () => nodeOf('x'.repeat(length))),
);

/** The member twice, once with a wrong value. Which one is taken is left open; a crash is not. */
const doubled: Arbitrary<NodeChange> = fc
  .tuple(among('null', '""', '"wrong-value-1"', '{}', '7'), fc.boolean())
  .map(
    ([json, wrongFirst]): NodeChange =>
      (node, path) =>
        path.length === 0
          ? replaced('itself in an array', (value) => ({ kind: 'array', items: [value] }))(node, path, 0)
          : {
              words: `${pathWords(path)} appears twice, the ${wrongFirst ? 'first' : 'second'} time as ${json}`,
              node: withMember(node, path, (member) => {
                const wrong = { name: member.name, value: rawNode(json) };
                return wrongFirst ? [wrong, member] : [member, wrong];
              }),
            },
  );

const change: Arbitrary<NodeChange> = pick<NodeChange>(
  [16, fc.constant(dropped)],
  [22, otherType],
  [8, spaces],
  [12, wrapped],
  [8, renamed],
  [14, offByOne],
  [4, long],
  [16, doubled],
);

/** The values of the top level change places: what belongs under `header` is under `body`. */
const swapped: StructureFault = {
  plant: (node) => {
    if (node.kind !== 'object' || node.members.length < 2) return { words: '', node };
    const values = node.members.map(({ value }) => value).reverse();
    const members = node.members.map(({ name }, at) => ({ name, value: values[at] ?? rawNode('null') }));
    return { words: 'the values of the top level are swapped', node: { kind: 'object', members } };
  },
};

const changed: Arbitrary<StructureFault> = fc
  .record({
    part: pick<Part>(
      [6, fc.constant('code')],
      [5, fc.constant<Part>('password')],
      [4, fc.constant<Part>('user')],
      [5, fc.constant<Part>('object')],
      [1, fc.constant<Part>('further')],
    ),
    which: place,
    change,
  })
  .map(({ part, which, change: apply }) => ({
    plant: (node, base) => {
      const paths = pathsOf(part, base);
      return apply(node, paths[indexAt(which, paths.length)] ?? base.password, which);
    },
  }));

/** One to three faults, mostly one. Shrinks towards one. */
export const structureFaults: Arbitrary<readonly StructureFault[]> = pick<readonly StructureFault[]>(
  [75, changed.map((fault) => [fault])],
  [4, fc.constant([swapped])],
  [16, severalOf(changed, 2)],
  [5, severalOf(changed, 3)],
);

function pathsOf(part: Part, base: BaseRequest): readonly JsonPath[] {
  if (part === 'object') return base.objects;
  if (part === 'further') return base.further.length > 0 ? base.further : [base.password];
  if (part === 'code') return [base.code ?? base.user];
  return [part === 'user' ? base.user : base.password];
}
