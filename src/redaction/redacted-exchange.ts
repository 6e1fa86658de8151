import type { FailureKind } from '../http/exchange.js';

/** Marks what the redactor has made. The property does not exist, and no other room may cast to these types. */
declare const REDACTED: unique symbol;

/** Text in which every secret known at the time is replaced by `***`. */
export type RedactedText = string & { readonly [REDACTED]: true };

/** Bytes in which every secret is replaced by `***`. */
export type RedactedBytes = Uint8Array & { readonly [REDACTED]: true };

/** A header as it may be shown. */
export type RedactedHeader = readonly [name: RedactedText, value: RedactedText];

/** The beginning of a body. */
export interface RedactedBody {
  /** The first `limit` bytes of the body; masking has changed their number. */
  readonly shown: RedactedBytes;
  readonly limit: number;
  /** Bytes of the whole body, before anything was masked or left out. */
  readonly size: number;
}

/**
 * An exchange as it may be shown or written: the only form that reports, findings and observers get. All text from the
 * target, the fixtures or contract files is masked, and bodies are bounded. Nothing is escaped: that depends on where it
 * is shown.
 */
export interface RedactedExchange {
  readonly [REDACTED]: true;
  /** `x-1`: the key into exchanges.har. */
  readonly id: string;
  readonly profile: string;
  /** Name of the scenario that made it; `null`: none did (the probe). */
  readonly scenario: RedactedText | null;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly attempts: number;
  /** It could have been sent again: see `Exchange`. */
  readonly retryable: boolean;
  /** Absolute. */
  readonly url: RedactedText;
  readonly request: {
    readonly method: string;
    /** Below the base URL of the target, with its query. */
    readonly path: RedactedText;
    /** What is special about the request, in words. */
    readonly label: RedactedText;
    /** As sent. */
    readonly headers: readonly RedactedHeader[];
    readonly body: RedactedBody | null;
  };
  readonly answer: {
    readonly status: number;
    readonly statusText: RedactedText;
    readonly httpVersion: string;
    readonly headers: readonly RedactedHeader[];
    readonly body: RedactedBody;
  } | null;
  /** Why there is no answer. */
  readonly failure: { readonly kind: FailureKind; readonly message: RedactedText } | null;
}

/** Bytes of each body in an abridged exchange: more than a finding shows. */
const KEPT = 4 * 1024;

/**
 * The exchange with at most 4 KiB of each body: a finding keeps it until the end of the run, whatever the size of the
 * answers.
 */
export function abridged(exchange: RedactedExchange): RedactedExchange {
  const { request, answer } = exchange;
  return {
    ...exchange,
    request: { ...request, body: request.body && beginning(request.body) },
    answer: answer && { ...answer, body: beginning(answer.body) },
  };
}

/** A copy: a view of the same memory would keep all of it. */
function beginning(body: RedactedBody): RedactedBody {
  if (body.shown.byteLength <= KEPT) return body;
  return { ...body, shown: new Uint8Array(body.shown.subarray(0, KEPT)) as RedactedBytes, limit: KEPT };
}
