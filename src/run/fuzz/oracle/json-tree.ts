/** A JSON value that keeps every member of an object, those of the same name too. */
export type JsonTree =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, readonly JsonTree[]> }
  | { readonly kind: 'array'; readonly items: readonly JsonTree[] }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null };

/** A text read as RFC 8259 wants it, and what of it parsers may differ in. */
export interface JsonReading {
  readonly tree: JsonTree;
  /** Some object holds a name twice. */
  readonly duplicates: boolean;
  /** How deep arrays and objects are nested. */
  readonly depth: number;
  /** A string or a name holds half of a surrogate pair. */
  readonly loneSurrogates: boolean;
  /** A number is not one that every parser can hold. */
  readonly wildNumbers: boolean;
}

/** The tokens of a text that is JSON: strings, punctuation, numbers and literals. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Digits that a double keeps. */
const SAFE_DIGITS = 15;

type Open =
  | { readonly kind: 'object'; readonly members: Map<string, JsonTree[]>; name: string | null }
  | { readonly kind: 'array'; readonly items: JsonTree[] };

/**
 * Reads JSON strictly, however deep: with a stack of its own.
 * @returns `null` for a text that is no JSON
 */
export function readJsonTree(text: string): JsonReading | null {
  if (!isJson(text)) return null;
  const stack: Open[] = [];
  const found = { duplicates: false, depth: 0, loneSurrogates: false, wildNumbers: false };
  let root: JsonTree | undefined;

  const put = (tree: JsonTree) => {
    const open = stack.at(-1);
    if (!open) root = tree;
    else if (open.kind === 'array') open.items.push(tree);
    else {
      const name = open.name ?? '';
      const known = open.members.get(name);
      if (known) found.duplicates = true;
      open.members.set(name, [...(known ?? []), tree]);
      open.name = null;
    }
  };
  for (const [token] of text.matchAll(TOKEN)) {
    const open = stack.at(-1);
    if (token === ',' || token === ':') continue;
    if (token === '{') stack.push({ kind: 'object', members: new Map(), name: null });
    else if (token === '[') stack.push({ kind: 'array', items: [] });
    else if (token === '}' || token === ']') {
      stack.pop();
      if (open) put(open.kind === 'object' ? { kind: 'object', members: open.members } : open);
    } else {
      const value = valueOf(token);
      if (typeof value === 'string') found.loneSurrogates ||= LONE_SURROGATE.test(value);
      if (typeof value === 'number') found.wildNumbers ||= isWild(token, value);
      if (open?.kind === 'object' && open.name === null) open.name = String(value);
      else put({ kind: 'value', value });
    }
    found.depth = Math.max(found.depth, stack.length);
  }
  return root ? { tree: root, ...found } : null;
}

function valueOf(token: string): string | number | boolean | null {
  return token.startsWith('"') && !token.includes('\\') ? token.slice(1, -1) : JSON.parse(token);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isWild(token: string, value: number): boolean {
  if (!Number.isFinite(value)) return true;
  const digits = token
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return digits.length > SAFE_DIGITS + 2 || (Number.isInteger(value) && !Number.isSafeInteger(value));
}
