/** A JSON value that keeps every member of an object, including several of one name. */
export type JsonTree =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, readonly JsonTree[]> }
  | { readonly kind: 'array'; readonly items: readonly JsonTree[] }
  | {
      readonly kind: 'value';
      readonly value: string | number | boolean | null;
      /** An ill-formed byte in it was replaced or dropped. */
      readonly mended?: true;
    };

/** Forms that are not JSON, but that some readers accept (RFC 8259 section 9). */
export type LenientForm =
  | 'trailing comma'
  | 'comment'
  | 'single quotes'
  /** `\'`, `\x41` and the others of JSON5. */
  | 'escape'
  | 'unquoted name'
  /** A comma with nothing before it. */
  | 'elision'
  /** `NaN`, `Infinity`, a plus sign, leading zeros, hexadecimal, no digit on one side of the point. */
  | 'number'
  | 'control character'
  | 'text after the end'
  /** White space that is not JSON's. */
  | 'white space'
  /** Ill-formed UTF-8, UTF-16, UTF-32. */
  | 'encoding';

/** A text as one reader takes it, and what readers may differ about. */
export interface JsonReading {
  readonly tree: JsonTree;
  /** What of it is not JSON; empty: it is JSON by RFC 8259. */
  readonly forms: ReadonlySet<LenientForm>;
  /** Some object has several members of one name. */
  readonly duplicates: boolean;
  /** How deep arrays and objects are nested. */
  readonly depth: number;
  /** A string or a name holds half of a surrogate pair. */
  readonly loneSurrogates: boolean;
  /** A number is one that not every parser can hold. */
  readonly wildNumbers: boolean;
}
