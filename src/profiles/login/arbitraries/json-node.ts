/** JSON before it is written: an object may hold a name twice, and a value can be any text. */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly value: string }
  /** Written as it is: numbers, literals, or what no writer would write. */
  | { readonly kind: 'raw'; readonly json: string };

export interface JsonMember {
  readonly name: string;
  readonly value: JsonNode;
}

/** Member names from the top: `['body', 'memb_pwd']`; `[]` is the whole. */
export type JsonPath = readonly string[];

/** A JSON value as a node; members of objects in their order. */
export function nodeOf(value: unknown): JsonNode {
  if (typeof value === 'string') return { kind: 'string', value };
  if (Array.isArray(value)) return { kind: 'array', items: value.map(nodeOf) };
  if (typeof value !== 'object' || value === null) return rawNode(JSON.stringify(value));
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return { kind: 'object', members: members.map(([name, member]) => ({ name, value: nodeOf(member) })) };
}

/** A node that is written as the given text. */
export function rawNode(json: string): JsonNode {
  return { kind: 'raw', json };
}

/** The node at a path, the first of its name; `undefined`: nothing is there. */
export function nodeAt(node: JsonNode, path: JsonPath): JsonNode | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return node;
  if (node.kind !== 'object') return undefined;
  const found = node.members.find((member) => member.name === name);
  return found && nodeAt(found.value, rest);
}

/**
 * The tree with the member at a path replaced by others: none drops it, two double it.
 * @param path at least one name; where nothing is there, the tree stays as it is
 */
export function withMember(
  node: JsonNode,
  path: JsonPath,
  change: (member: JsonMember) => readonly JsonMember[],
): JsonNode {
  const [name, ...rest] = path;
  if (name === undefined || node.kind !== 'object') return node;
  const members = node.members.flatMap((member) => {
    if (member.name !== name) return [member];
    return rest.length === 0
      ? change(member)
      : [{ name: member.name, value: withMember(member.value, rest, change) }];
  });
  return { kind: 'object', members };
}

/** The tree with another value at a path, the whole included. */
export function withValue(node: JsonNode, path: JsonPath, change: (value: JsonNode) => JsonNode): JsonNode {
  if (path.length === 0) return change(node);
  return withMember(node, path, ({ name, value }) => [{ name, value: change(value) }]);
}

/** The object at a path with one member more, at its end or in front. */
export function withAdded(
  node: JsonNode,
  path: JsonPath,
  member: JsonMember,
  { first = false } = {},
): JsonNode {
  return withValue(node, path, (value) => {
    if (value.kind !== 'object') return value;
    const { members } = value;
    return { kind: 'object', members: first ? [member, ...members] : [...members, member] };
  });
}

/** `body.memb_pwd` in backquotes, "the whole body" for the top. */
export function pathWords(path: JsonPath): string {
  return path.length === 0 ? 'the whole body' : `\`${path.join('.')}\``;
}
