/** Bytes of an answer's body, on the wire and after content decoding alike. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Bytes of an answer's status line and headers together. */
export const MAX_HEAD_BYTES = 64 * 1024;

/** Header lines of an answer. */
export const MAX_HEADER_LINES = 1000;

/** Interim (1xx) answers before the final one. */
export const MAX_INTERIM_ANSWERS = 100;

/** Content codings of one answer. */
export const MAX_CODINGS = 5;

/**
 * Size of a request's body above which a server may answer and close before it has read all of it
 * (docs/contract.md, "What is judged": a request over 16 KiB may be answered 413).
 */
export const EARLY_ANSWER_BYTES = 16 * 1024;
