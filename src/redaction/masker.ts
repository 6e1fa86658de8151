import type { HeaderField } from '../text/header-field.js';
import { escapedBase64 } from './base64-runs.js';
import { nameView, plainView, type View, viewsOf } from './decoded-view.js';
import { isSecretHeader, scanNamed } from './named-secrets.js';
import { NeedleIndex } from './needle-index.js';
import { formsOf, isMaskable } from './secret-forms.js';

/** What replaces a secret. */
const MASK = '***';

/** Replaces secrets in texts and bytes. Only the redactor uses it. */
export interface Masker {
  /** A secret of the whole run: a password of the fixtures, the key of a signature. */
  add(secret: string): void;
  /** A secret of one exchange: forgotten after about a thousand others. */
  remember(secret: string): void;
  /** A header of `--header`: its value is masked under its name, and anywhere else if it is long enough. */
  hideHeader(field: HeaderField): void;
  /** The text with every secret replaced by `***`, however it is encoded there. */
  mask(text: string): string;
  /**
   * The same for bytes of any kind.
   * @param limit only so many of the first bytes are shown; a secret that begins there is masked although it ends later
   */
  maskBytes(bytes: Uint8Array, limit?: number): Uint8Array;
  /** A header as it may be shown; of the value of a secret header, only the scheme of an Authorization stays. */
  maskHeader(field: HeaderField): HeaderField;
}

/** Secrets in each of the two generations of secrets of exchanges. */
const GENERATION = 512;
/** Length from which the value of a `--header` is taken for a secret, unlike that of an Accept-Language. */
const MIN_HEADER_SECRET = 8;

/** Bytes after the limit that are searched for the end of a secret. */
const MARGIN = 8192;

const SCHEME = /^(?:Open|Basic|Bearer|Digest)(?= )/i;

/** A masker that knows no secrets yet, except by the names of members and headers. */
export function createMasker(): Masker {
  const lasting = new SecretStore();
  let recent = new SecretStore();
  let older = new SecretStore();
  const hidden = new Set<string>();

  function maskBinary(text: string, limit = text.length): string {
    const ranges: [start: number, end: number][] = [];
    const collect = (view: View) => (start: number, end: number) => {
      ranges.push(view.origin ? [view.origin[start] ?? 0, view.origin[end] ?? 0] : [start, end]);
    };
    const plain = plainView(text);
    const named = nameView(plain);
    scanNamed(named.text, collect(named));
    for (const view of viewsOf(plain)) {
      scan(view.text, collect(view));
      for (const { start, end, decoded } of escapedBase64(view.text)) {
        if (holdsSecret(decoded)) collect(view)(start, end);
      }
    }
    return replaceRanges(text.slice(0, limit), ranges);
  }

  function scan(text: string, found: (start: number, end: number) => void): void {
    for (const store of [lasting, recent, older]) store.index.scan(text, found);
  }

  function holdsSecret(text: string): boolean {
    let found = false;
    for (const view of viewsOf(plainView(text))) {
      scan(view.text, () => {
        found = true;
      });
    }
    return found;
  }

  const masker: Masker = {
    add: (secret) => lasting.add(secret),
    remember(secret) {
      if (lasting.has(secret) || recent.has(secret)) return;
      if (recent.size >= GENERATION) {
        older = recent;
        recent = new SecretStore();
      }
      recent.add(secret);
    },
    hideHeader([name, value]) {
      hidden.add(name.toLowerCase());
      const credentials = value.replace(/^\S+ +(?=\S)/, '');
      for (const secret of new Set([value, credentials])) {
        if (secret.length >= MIN_HEADER_SECRET) lasting.add(secret);
      }
    },
    mask(text) {
      if (isAscii(text)) return maskBinary(text);
      const binary = Buffer.from(text, 'utf8').toString('latin1');
      const masked = maskBinary(binary);
      return masked === binary ? text : Buffer.from(masked, 'latin1').toString('utf8');
    },
    maskBytes(bytes, limit = bytes.byteLength) {
      const searched = Math.min(bytes.byteLength, limit + MARGIN);
      const binary = Buffer.from(bytes.buffer, bytes.byteOffset, searched).toString('latin1');
      return Buffer.from(maskBinary(binary, limit), 'latin1');
    },
    maskHeader([name, value]) {
      if (!isSecretHeader(name) && !hidden.has(name.toLowerCase())) return [name, masker.mask(value)];
      const scheme = SCHEME.exec(value)?.[0];
      return [name, scheme === undefined ? MASK : `${scheme} ${MASK}`];
    },
  };
  return masker;
}

/** Secrets, and an index of all their forms. */
class SecretStore {
  readonly #secrets = new Set<string>();
  readonly index = new NeedleIndex();

  get size(): number {
    return this.#secrets.size;
  }

  has(secret: string): boolean {
    return this.#secrets.has(secret);
  }

  add(secret: string): void {
    if (!isMaskable(secret) || this.#secrets.has(secret)) return;
    this.#secrets.add(secret);
    for (const form of formsOf(secret)) this.index.add(form);
  }
}

function replaceRanges(text: string, ranges: [start: number, end: number][]): string {
  if (ranges.length === 0) return text;
  ranges.sort(([one], [other]) => one - other);
  let masked = '';
  let shown = 0;
  for (let at = 0; at < ranges.length; ) {
    const start = ranges[at]?.[0] ?? 0;
    let end = start;
    if (start >= text.length) break;
    for (let next = ranges[at]; next !== undefined && next[0] <= end; next = ranges[at]) {
      end = Math.max(end, next[1]);
      at += 1;
    }
    masked += text.slice(shown, start) + MASK;
    shown = end;
  }
  return masked + text.slice(shown);
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
