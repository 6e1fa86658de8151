import { type Node, parseTree } from 'jsonc-parser';
import { BODY_STAGES } from '../../../../src/provider/http/body-stages.js';
import { Refusal } from '../../../../src/provider/http/refusal.js';

/* Parsers of JSON that differ where the contract leaves it open. */

export type Parse = (text: string) => unknown;

const strict: Parse = BODY_STAGES.parse;

/** Deeper than the library below can go: limits of depth are the provider's. */
const DEEPEST = 400;

/** Of doubled members the first counts. */
export const firstWins: Parse = (text) => {
  depthLimit(DEEPEST)(text);
  const tree = parseTree(text);
  if (!tree) throw new Refusal('unparsable');
  return valueOf(tree);
};

/** Doubled members are refused. */
export const noDuplicates: Parse = (text) => {
  const value = depthLimit(DEEPEST)(text);
  const tree = parseTree(text);
  if (tree && holdsDuplicates(tree)) throw new Refusal('unparsable');
  return value;
};

/** Nothing nested deeper than so. */
export const depthLimit =
  (limit: number): Parse =>
  (text) => {
    const value = strict(text);
    let depth = 0;
    for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
      if (token === '{' || token === '[') depth += 1;
      if (token === '}' || token === ']') depth -= 1;
      if (depth > limit) throw new Refusal('unparsable');
    }
    return value;
  };

/** Numbers that 64 bits do not hold, and halves of surrogate pairs, are refused. */
export const narrow: Parse = (text) => {
  const value = strict(text);
  if (/\\u[dD][89a-fA-F]/.test(text) && /\p{Surrogate}/u.test(JSON.parse(`"${stringsOf(text)}"`))) {
    throw new Refusal('unparsable');
  }
  const numbers = text.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g) ?? [];
  if (numbers.some((number) => !Number.isFinite(Number(number)) || Math.abs(Number(number)) > 2 ** 63)) {
    throw new Refusal('unparsable');
  }
  return value;
};

/** Commas behind last members are passed over (LG-04). */
export const lenientCommas: Parse = (text) => {
  try {
    return strict(text);
  } catch {
    return strict(text.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, string) => string ?? ''));
  }
};

function stringsOf(text: string): string {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner]) => inner).join(' ');
}

function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value;
  const members = (node.children ?? []).map(({ children = [] }): [string, unknown] => [
    String(children[0]?.value),
    children[1] ? valueOf(children[1]) : null,
  ]);
  return Object.fromEntries(members.reverse());
}

function holdsDuplicates(node: Node): boolean {
  const children = node.children ?? [];
  if (node.type === 'object') {
    const names = children.map((member) => member.children?.[0]?.value);
    if (new Set(names).size < names.length) return true;
  }
  return children.some(holdsDuplicates);
}
