import type { FailureKind } from '../http/exchange.js';

/** Marks what {@link createRedactor} has made: there is no such property, and no other room may cast to these types. */
declare const REDACTED: unique symbol;

/** Text in which every secret that was known when it was made is replaced by `***`. */
export type RedactedText = string & { readonly [REDACTED]: true };

/** Bytes in which every secret is replaced by `***`. */
export type RedactedBytes = Uint8Array & { readonly [REDACTED]: true };

/** A header as it may be shown. */
export type RedactedHeader = readonly [name: RedactedText, value: RedactedText];

/** The beginning of a body. */
export interface RedactedBody {
  /** The first `limit` bytes of the body, masked; fewer or more bytes than that, for `***` is as long as it is. */
  readonly shown: RedactedBytes;
  readonly limit: number;
  /** Bytes of the whole body, before anything was masked or left out. */
  readonly size: number;
}

/**
 * An exchange as it may be shown or written: the only form that reports, findings and observers get. Everything in it
 * that the target, the fixtures or a contract file had a hand in is masked; sizes are bounded. It is not escaped: what
 * shows it on a terminal or a page has to do that.
 */
export interface RedactedExchange {
  readonly [REDACTED]: true;
  /** `x-1`: the key into exchanges.har. */
  readonly id: string;
  readonly profile: string;
  /** Name of the scenario that made it; `null`: none did (the probe). */
  readonly scenario: string | null;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly attempts: number;
  /** It could have been sent once more, and was not: a login that counts as failed. */
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

/** Bytes of each body that {@link abridged} keeps: more than any line of a finding shows. */
const KEPT = 4 * 1024;

/**
 * The exchange with 4 KiB of each body at most: a finding keeps it until the end of the run, and must not take more
 * memory against a target of large answers.
 */
export function abridged(exchange: RedactedExchange): RedactedExchange {
  const { request, answer } = exchange;
  return {
    ...exchange,
    request: { ...request, body: request.body && beginning(request.body) },
    answer: answer && { ...answer, body: beginning(answer.body) },
  };
}

/** A copy: a view, which `slice` of a Buffer makes, would keep all of it. */
function beginning(body: RedactedBody): RedactedBody {
  if (body.shown.byteLength <= KEPT) return body;
  return { ...body, shown: new Uint8Array(body.shown.subarray(0, KEPT)) as RedactedBytes, limit: KEPT };
}
