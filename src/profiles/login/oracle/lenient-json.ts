import type { JsonReading, JsonTree, LenientForm } from './json-tree.js';

/** Take the place of ill-formed bytes: noncharacters, which nobody sends. */
export const REPLACED = '\ufdd0';
export const DROPPED = '\ufdd1';

/** How a reader takes an escape that JSON does not have. */
export interface EscapeSetting {
  /** `\x41` is "x41", not "A". */
  readonly backslashesDropped: boolean;
}

const JSON_SPACE = /[ \t\n\r]/;
const OTHER_SPACE = /[\v\f\ufeff\u2028\u2029\p{Zs}]/u;
/** A name, a number or a literal. */
const WORD = /[^\s\ufeff{}[\],:"'\\/#]+/y;
const COMMENT = /\/\/[^\n\r]*|#[^\n\r]*|\/\*[\s\S]*?\*\//y;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const OTHER_NUMBER = /^[+-]?(?:NaN|Infinity|0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)$/;
/** A complete value at the top, which some readers end with whatever follows. */
const FIRST_VALUE = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/;
const LITERALS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const OTHER_ESCAPES: Readonly<Record<string, string>> = {
  v: '\v',
  '0': '\0',
  '\n': '',
  '\u2028': '',
  '\u2029': '',
};
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Digits that a double keeps, and two that it may lose. */
const SAFE_DIGITS = 17;

type Container = {
  readonly tree: JsonTree & { readonly kind: 'object' | 'array' };
  readonly put: (tree: JsonTree) => void;
  /** In an object: the name whose value is next. */
  name: string | null;
  /** What comes next: an item (or a name), a colon, or a comma or the end. */
  next: 'item' | 'colon' | 'value' | 'comma';
  /** A comma was the last of it. */
  afterComma: boolean;
};

/**
 * Reads a text as a reader would that takes every lenient form at once, however deep: with a stack of its own. A text
 * without such forms is JSON by RFC 8259.
 * @returns `null` where no reader makes sense of it: a bracket or a quote is missing, or it is not JSON at all
 */
export function readLeniently(
  text: string,
  { backslashesDropped }: EscapeSetting = { backslashesDropped: false },
): JsonReading | null {
  return new LenientReader(text, backslashesDropped).read();
}

class LenientReader {
  readonly #text: string;
  readonly #backslashesDropped: boolean;
  readonly #stack: Container[] = [];
  readonly #forms = new Set<LenientForm>();
  readonly #found = { duplicates: false, depth: 0, loneSurrogates: false, wildNumbers: false };
  #root: JsonTree | undefined;
  #at = 0;

  constructor(text: string, backslashesDropped: boolean) {
    this.#text = text;
    this.#backslashesDropped = backslashesDropped;
  }

  read(): JsonReading | null {
    for (;;) {
      if (this.#root) return this.#end(this.#root);
      if (!this.#skip() || this.#at >= this.#text.length) return null;
      if (!this.#step(this.#text[this.#at] ?? '')) return null;
    }
  }

  #end(tree: JsonTree): JsonReading {
    if (/[^ \t\n\r]/.test(this.#text.slice(this.#at))) this.#forms.add('text after the end');
    return { tree, forms: this.#forms, ...this.#found };
  }

  /** Skips white space and comments. @returns whether that could be done */
  #skip(): boolean {
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at] ?? '';
      if (JSON_SPACE.test(character)) continue;
      if (OTHER_SPACE.test(character)) this.#forms.add('white space');
      else if (character !== DROPPED) {
        COMMENT.lastIndex = this.#at;
        if (!COMMENT.test(this.#text)) return character !== '/' && character !== '#';
        this.#at = COMMENT.lastIndex - 1;
        this.#forms.add('comment');
      }
    }
    return true;
  }

  /** Takes the next token. @returns whether it may be there */
  #step(character: string): boolean {
    const open = this.#stack.at(-1);
    if (character === ',') return this.#comma(open);
    if (character === '}' || character === ']') return this.#close(open, character);
    if (open?.next === 'colon') {
      if (character !== ':') return false;
      open.next = 'value';
      this.#at += 1;
      return true;
    }
    if (open?.next === 'comma') return false;
    if (open?.tree.kind === 'object' && open.next === 'item') return this.#name(open, character);
    if (character === '{' || character === '[') return this.#open(character);
    const value = this.#value(character);
    if (value === null) return false;
    this.#put(value);
    return true;
  }

  #comma(open: Container | undefined): boolean {
    if (!open || open.next === 'colon' || open.next === 'value') return false;
    if (open.next === 'item') {
      this.#forms.add('elision');
      if (open.tree.kind === 'array') open.put({ kind: 'value', value: null });
    }
    open.next = 'item';
    open.afterComma = true;
    this.#at += 1;
    return true;
  }

  #open(character: string): boolean {
    const container = character === '{' ? this.#object() : array();
    this.#stack.push(container);
    this.#found.depth = Math.max(this.#found.depth, this.#stack.length);
    this.#at += 1;
    return true;
  }

  #close(open: Container | undefined, character: string): boolean {
    if (!open || (open.tree.kind === 'object') !== (character === '}')) return false;
    if (open.next === 'colon' || open.next === 'value') return false;
    if (open.next === 'item' && open.afterComma) this.#forms.add('trailing comma');
    this.#stack.pop();
    this.#at += 1;
    this.#put(open.tree);
    return true;
  }

  #put(tree: JsonTree): void {
    const open = this.#stack.at(-1);
    if (!open) {
      this.#root = tree;
      return;
    }
    open.put(tree);
    open.next = 'comma';
    open.afterComma = false;
  }

  #object(): Container {
    const members = new Map<string, JsonTree[]>();
    const container: Container = {
      tree: { kind: 'object', members },
      put: (tree) => {
        const name = container.name ?? '';
        const known = members.get(name);
        if (known) this.#found.duplicates = true;
        members.set(name, known ? [...known, tree] : [tree]);
      },
      name: null,
      next: 'item',
      afterComma: false,
    };
    return container;
  }

  #name(open: Container, character: string): boolean {
    const name = character === '"' || character === "'" ? this.#string(character)?.value : this.#word();
    if (name === null || name === undefined) return false;
    if (character !== '"' && character !== "'") this.#forms.add('unquoted name');
    open.name = name;
    open.next = 'colon';
    return true;
  }

  #value(character: string): JsonTree | null {
    if (character === '"' || character === "'") {
      const string = this.#string(character);
      return string && { kind: 'value', ...string };
    }
    const start = this.#at;
    const word = this.#word();
    if (word === null) return null;
    if (Object.hasOwn(LITERALS, word)) return { kind: 'value', value: LITERALS[word] ?? null };
    if (JSON_NUMBER.test(word)) {
      this.#found.wildNumbers ||= isWild(word);
      return { kind: 'value', value: Number(word) };
    }
    if (OTHER_NUMBER.test(word)) {
      this.#forms.add('number');
      return { kind: 'value', value: numberOf(word) };
    }
    const [first] = this.#stack.length === 0 ? (FIRST_VALUE.exec(word) ?? []) : [];
    if (first === undefined) return null;
    this.#at = start + first.length;
    return {
      kind: 'value',
      value: Object.hasOwn(LITERALS, first) ? (LITERALS[first] ?? null) : Number(first),
    };
  }

  #word(): string | null {
    WORD.lastIndex = this.#at;
    const [word] = WORD.exec(this.#text) ?? [];
    if (word === undefined) return null;
    this.#at = WORD.lastIndex;
    return word.replaceAll(DROPPED, '').replaceAll(REPLACED, '\ufffd');
  }

  /** @returns `null` where its closing quote is missing, or an escape is none */
  #string(quote: string): { readonly value: string; readonly mended?: true } | null {
    const text = this.#text;
    if (quote === "'") this.#forms.add('single quotes');
    let value = '';
    let mended = false;
    let escaped = false;
    let at = this.#at + 1;
    for (; at < text.length; at += 1) {
      const character = text[at] ?? '';
      if (character === quote) {
        this.#at = at + 1;
        if (escaped) this.#found.loneSurrogates ||= LONE_SURROGATE.test(value);
        return { value, ...(mended ? { mended } : {}) };
      }
      if (character === '\\') {
        const escape = this.#escape(at + 1);
        if (escape === null) return null;
        value += escape.value;
        at += escape.length;
        escaped = true;
      } else if (character === REPLACED || character === DROPPED) {
        if (character === REPLACED) value += '\ufffd';
        mended = true;
      } else {
        if (character < ' ') this.#forms.add('control character');
        value += character;
      }
    }
    return null;
  }

  /** What an escape means, and how long it is without its backslash. */
  #escape(at: number): { readonly value: string; readonly length: number } | null {
    const text = this.#text;
    const letter = text[at] ?? '';
    if (Object.hasOwn(ESCAPES, letter)) return { value: ESCAPES[letter] ?? '', length: 1 };
    if (letter === 'u') {
      const digits = text.slice(at + 1, at + 5);
      return /^[0-9a-fA-F]{4}$/.test(digits)
        ? { value: String.fromCharCode(Number.parseInt(digits, 16)), length: 5 }
        : null;
    }
    this.#forms.add('escape');
    const digits = text.slice(at + 1, at + 3);
    if (letter === 'x' && !/^[0-9a-fA-F]{2}$/.test(digits)) return null;
    if (this.#backslashesDropped) return { value: letter, length: 1 };
    if (letter === 'x') return { value: String.fromCharCode(Number.parseInt(digits, 16)), length: 3 };
    if (letter === '\r') return { value: '', length: text[at + 1] === '\n' ? 2 : 1 };
    return /[1-9]/.test(letter) ? null : { value: OTHER_ESCAPES[letter] ?? letter, length: 1 };
  }
}

function array(): Container {
  const items: JsonTree[] = [];
  return {
    tree: { kind: 'array', items },
    put: (tree) => items.push(tree),
    name: null,
    next: 'item',
    afterComma: false,
  };
}

function numberOf(word: string): number {
  const size = Number(word.replace(/^[+-]/, ''));
  return word.startsWith('-') ? -size : size;
}

function isWild(word: string): boolean {
  const value = Number(word);
  if (!Number.isFinite(value)) return true;
  const digits = word
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return digits.length > SAFE_DIGITS || (Number.isInteger(value) && !Number.isSafeInteger(value));
}
