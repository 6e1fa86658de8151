/** Length of the shortest needle: the index is keyed by that many bytes. */
export const MIN_NEEDLE = 4;

/** Longer needles are searched for in pieces, which bounds the cost of a comparison. */
const PIECE = 1024;

const TABLE_BITS = 17;

/**
 * Work that one scan may take, in bytes compared for each byte of text. Ordinary texts take about one; only many needles
 * with the same beginning, in a text that repeats it, take more.
 */
const MAX_WORK = 64;

/**
 * Finds many strings in one pass over a text, however many there are. Strings are binary: one character for each byte.
 */
export class NeedleIndex {
  /** By the hash of four bytes: whether some needle begins with them. */
  readonly #table = new Uint8Array(1 << TABLE_BITS);
  /** By the first four bytes: needles of each length, the longest first. */
  readonly #byHead = new Map<number, { readonly length: number; readonly needles: Set<string> }[]>();

  /** @param needle four bytes or more */
  add(needle: string): void {
    for (let at = 0; at < needle.length; at += PIECE) {
      // the last piece overlaps the one before, so that it is as long as the others
      const from = Math.max(0, Math.min(at, needle.length - PIECE));
      this.#addPiece(needle.slice(from, from + PIECE));
    }
  }

  #addPiece(piece: string): void {
    const head = headAt(piece, 0);
    this.#table[slot(head)] = 1;
    const groups = this.#byHead.get(head);
    const group = groups?.find(({ length }) => length === piece.length);
    if (group) {
      group.needles.add(piece);
      return;
    }
    const fresh = { length: piece.length, needles: new Set([piece]) };
    this.#byHead.set(
      head,
      [...(groups ?? []), fresh].sort((one, other) => other.length - one.length),
    );
  }

  /**
   * Reports the longest needle at every offset where one begins, overlapping ones included. If a text takes too much
   * work, everything from there to its end is reported.
   */
  scan(text: string, report: (start: number, end: number) => void): void {
    if (this.#byHead.size === 0 || text.length < MIN_NEEDLE) return;
    let work = MAX_WORK * text.length + PIECE * MAX_WORK;
    let head = headAt(text, 0) << 8;
    for (let at = 0; at <= text.length - MIN_NEEDLE; at += 1) {
      head = (head >>> 8) | (text.charCodeAt(at + 3) << 24);
      if (this.#table[slot(head)] === 0) continue;
      for (const { length, needles } of this.#byHead.get(head) ?? []) {
        work -= length;
        if (!needles.has(text.slice(at, at + length))) continue;
        report(at, at + length);
        break;
      }
      if (work < 0) {
        report(at, text.length);
        return;
      }
    }
  }
}

/** Four bytes as one number. */
function headAt(text: string, at: number): number {
  return (
    text.charCodeAt(at) |
    (text.charCodeAt(at + 1) << 8) |
    (text.charCodeAt(at + 2) << 16) |
    (text.charCodeAt(at + 3) << 24)
  );
}

function slot(head: number): number {
  return Math.imul(head, 0x9e3779b1) >>> (32 - TABLE_BITS);
}
