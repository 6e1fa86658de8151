import type { JsonMember, JsonNode } from './json-node.js';

/** How JSON is written: all choices that RFC 8259 leaves to the writer. */
export interface JsonStyle {
  /** White space between two tokens, asked for at every gap. */
  readonly gap: () => string;
  /** A string with its quotes. */
  readonly string: (text: string, role: 'name' | 'value') => string;
  /** The members of an object in the order in which they are written. */
  readonly order: (members: readonly JsonMember[]) => readonly JsonMember[];
}

/** As `JSON.stringify` writes. */
export const PLAIN_STYLE: JsonStyle = {
  gap: () => '',
  string: (text) => JSON.stringify(text),
  order: (members) => members,
};

/** Writes a tree; without a style as `JSON.stringify` would. */
export function writeJson(node: JsonNode, style: JsonStyle = PLAIN_STYLE): string {
  return `${style.gap()}${write(node, style)}${style.gap()}`;
}

function write(node: JsonNode, style: JsonStyle): string {
  const { gap } = style;
  if (node.kind === 'raw') return node.json;
  if (node.kind === 'string') return style.string(node.value, 'value');
  if (node.kind === 'array')
    return between(
      '[',
      node.items.map((item) => write(item, style)),
      ']',
      gap,
    );
  const members = style
    .order(node.members)
    .map(({ name, value }) => `${style.string(name, 'name')}${gap()}:${gap()}${write(value, style)}`);
  return between('{', members, '}', gap);
}

function between(open: string, parts: readonly string[], close: string, gap: () => string): string {
  const inner = parts.map((part, at) => (at === 0 ? part : `,${gap()}${part}`)).join('');
  return parts.length === 0 ? `${open}${gap()}${close}` : `${open}${gap()}${inner}${gap()}${close}`;
}
