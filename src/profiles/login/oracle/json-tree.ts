/** A JSON value that keeps every member of an object, those of the same name too. */
export type JsonTree =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, readonly JsonTree[]> }
  | { readonly kind: 'array'; readonly items: readonly JsonTree[] }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null };

/** A text read by RFC 8259, and in what parsers may differ about it. */
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

/** A number or a literal of a text that is JSON. */
const LITERAL = /[^\s{}[\],:"]+/y;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Digits that a double keeps. */
const SAFE_DIGITS = 15;
/** What is nested deeper is not kept. */
const DEEPEST_KEPT = 64;

type Container =
  | { readonly kind: 'object'; readonly members: Map<string, JsonTree[]>; name: string | null }
  | { readonly kind: 'array'; readonly items: JsonTree[] };

/**
 * Reads JSON strictly, however deep: with a stack of its own.
 * @returns `null` for a text that is not JSON
 */
export function readJsonTree(text: string): JsonReading | null {
  if (!isJson(text)) return null;
  const stack: Container[] = [];
  const found = { duplicates: false, depth: 0, loneSurrogates: false, wildNumbers: false };
  let root: JsonTree | undefined;
  /** How deep it goes below what is kept. */
  let below = 0;

  const put = (tree: JsonTree) => {
    const open = stack.at(-1);
    if (!open) root = tree;
    else if (open.kind === 'array') open.items.push(tree);
    else {
      const name = open.name ?? '';
      const known = open.members.get(name);
      if (known) found.duplicates = true;
      open.members.set(name, known ? [...known, tree] : [tree]);
      open.name = null;
    }
  };
  const close = () => {
    const open = stack.pop();
    if (open) put(open.kind === 'object' ? { kind: 'object', members: open.members } : open);
  };
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? '';
    if (' \t\n\r,:'.includes(character)) at += 1;
    else if (character === '{' || character === '[') {
      at += 1;
      if (stack.length >= DEEPEST_KEPT) below += 1;
      else if (character === '{') stack.push({ kind: 'object', members: new Map(), name: null });
      else stack.push({ kind: 'array', items: [] });
      found.depth = Math.max(found.depth, stack.length + below);
    } else if (character === '}' || character === ']') {
      at += 1;
      if (below === 0) close();
      else {
        below -= 1;
        if (below === 0) put({ kind: 'array', items: [] });
      }
    } else {
      const end = character === '"' ? endOfString(text, at) : endOfLiteral(text, at);
      const token = text.slice(at, end);
      at = end;
      const value = valueOf(token);
      if (typeof value === 'number') found.wildNumbers ||= isWild(token, value);
      else if (token.includes('\\')) found.loneSurrogates ||= LONE_SURROGATE.test(String(value));
      const open = stack.at(-1);
      if (below > 0) continue;
      if (open?.kind === 'object' && open.name === null) open.name = String(value);
      else put({ kind: 'value', value });
    }
  }
  return root ? { tree: root, ...found } : null;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
}

function endOfLiteral(text: string, start: number): number {
  LITERAL.lastIndex = start;
  return LITERAL.test(text) ? LITERAL.lastIndex : start + 1;
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
