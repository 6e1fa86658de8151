import type { Fault } from '../refusals.js';
import type { Open } from './expectation.js';
import type { JsonReading, JsonTree } from './json-tree.js';
import { readLeniently } from './lenient-json.js';
import { decodedBodies } from './request-encodings.js';

/** Deeper than any honest client nests, and less deep than any parser refuses. */
const DEEP = 32;

const EMPTY_OBJECT: JsonTree = { kind: 'object', members: new Map() };

/** The body of a request, as far as any reader makes sense of it. */
export interface RequestText {
  /** The likeliest reading. */
  readonly tree: JsonTree;
  /** Every reading: several where it is not quite JSON. */
  readonly trees: readonly [JsonTree, ...JsonTree[]];
  /** What is wrong with its form; empty: it is JSON in UTF-8. */
  readonly faults: readonly Fault[];
  readonly open: readonly Open[];
}

/**
 * Reads the bytes of a request, strictly and leniently (RFC 8259 section 9).
 * @returns `null` for what is not JSON at all (ES-12, CK-17)
 */
export function readRequestText(bytes: Uint8Array): RequestText | null {
  // Some frameworks take a body without bytes for an object without members.
  if (bytes.length === 0) {
    return { tree: EMPTY_OBJECT, trees: [EMPTY_OBJECT], faults: ['not-json'], open: [] };
  }
  const [first, ...others] = decodedBodies(bytes).flatMap(({ text, isUtf8 }) => readingsOf(text, isUtf8));
  if (!first) return null;
  const readings = [first, ...others];
  const some = (has: (reading: JsonReading) => boolean) => readings.some(({ reading }) => has(reading));
  const open: Open[] = [
    ...(readings.some(({ marked }) => marked) ? (['byte order mark'] as const) : []),
    ...(some(({ duplicates }) => duplicates) ? (['duplicate members'] as const) : []),
    ...(some(({ depth }) => depth > DEEP) ? (['depth'] as const) : []),
    ...(some(({ loneSurrogates }) => loneSurrogates) ? (['lone surrogates'] as const) : []),
    ...(some(({ wildNumbers }) => wildNumbers) ? (['numbers out of range'] as const) : []),
  ];
  return {
    tree: first.reading.tree,
    trees: [first.reading.tree, ...others.map(({ reading }) => reading.tree)],
    faults: first.isUtf8 ? faultsOf(first.reading) : ['not-quite-json'],
    open,
  };
}

interface MarkedReading {
  readonly reading: JsonReading;
  readonly isUtf8: boolean;
  /** A byte order mark of UTF-8 precedes it. */
  readonly marked: boolean;
}

function readingsOf(decoded: string, isUtf8: boolean): readonly MarkedReading[] {
  const hasMark = decoded.startsWith('\ufeff');
  const text = hasMark ? decoded.slice(1) : decoded;
  const reading = readLeniently(text);
  if (reading === null) return [];
  const others = reading.forms.has('escape') ? [readLeniently(text, { backslashesDropped: true })] : [];
  return [reading, ...others].flatMap((each) =>
    each === null ? [] : [{ reading: each, isUtf8, marked: hasMark && isUtf8 }],
  );
}

/** Trailing commas are a fault of their own: one document has them in its example (LG-04). */
function faultsOf({ forms }: JsonReading): readonly Fault[] {
  const others = [...forms].filter((form) => form !== 'trailing comma');
  return [
    ...(forms.has('trailing comma') ? (['trailing-commas'] as const) : []),
    ...(others.length > 0 ? (['not-quite-json'] as const) : []),
  ];
}

/** Whether brackets of a body are opened deeper than any honest client nests, whether or not they are ever closed. */
export function isNestedDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  for (const [bracket] of Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (bracket === '[' || bracket === '{') depth += 1;
    if (bracket === ']' || bracket === '}') depth -= 1;
    if (depth > DEEP) return true;
  }
  return false;
}
