/** What goes out on the wire. */
export interface Reply {
  readonly status: number;
  /** The reason phrase, where it is not that of the status. */
  readonly reason?: string;
  /** Sent after the body, which is chunked then. */
  readonly trailers?: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** The headers of every answer: UTF-8 JSON (ES-18, CK-31) that no cache keeps, for it may hold a token. */
export const JSON_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
};

/**
 * An answer outside any profile's envelope: unknown paths, and defects of the provider itself.
 * @param error a word for programs
 * @param message a sentence for people
 */
export function plainReply(status: number, error: string, message: string): Reply {
  return { status, headers: JSON_HEADERS, body: JSON.stringify({ error, message }) };
}
