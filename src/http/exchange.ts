import type { HeaderField } from '../text/header-field.js';

/** Facts about a request, supplied by its builder; the checks and the failed-login budget rely on them. */
export interface RequestFacts {
  /** Valid, with the right credentials: anything but success violates some clause. */
  readonly valid: boolean;
  /** Valid in one reading: a refusal conforms as well, and counts as a failed login of the account. */
  readonly mayBeRefused?: boolean;
  /** Well-formed, with a wrong user or password: the contract calls it refused credentials. */
  readonly wrongCredentials?: boolean;
  /** Its path may not belong to the endpoint, or HTTP leaves the answer open: the form of the answer is not judged. */
  readonly mayLeadNowhere?: boolean;
  /** A gateway may refuse it before the target sees it: it carries an attack, near text, or more than most allow. */
  readonly mayBeBlocked?: boolean;
  /** The account for which a refusal of this request counts as a failed login; `null`: it names no real account. */
  readonly account: string | null;
  /** Every password and password digest in it, as sent, except texts of attacks: no answer may contain one. */
  readonly passwords: readonly string[];
  /** What the answer must repeat, and what the request says besides its password: by names that the profile gives. */
  readonly sent?: Readonly<Record<string, string>>;
}

/** A request ready to be sent: everything that the target sees of it, and facts about it. */
export interface OutgoingRequest {
  /** Name of the profile whose endpoint it goes to. */
  readonly profile: string;
  readonly method: string;
  /** Path and query below the base URL of the target, percent-encoded exactly as they are sent. */
  readonly path: string;
  readonly headers: readonly HeaderField[];
  /** `null`: no body at all, and a Content-Length only if the method requires one. */
  readonly body: Uint8Array | null;
  /** What is special about it, in words: "the password is wrong", "`body` → null". */
  readonly label: string;
  /**
   * Every secret in the request (password and its digest, signature, API key, client id): masked wherever the exchange
   * is shown, however it is encoded there.
   */
  readonly secrets: readonly string[];
  readonly facts?: RequestFacts;
  /** What the contract allows as its answer, by its bytes: the profile's own, read by its checks alone. */
  readonly expectation?: unknown;
  /** Name of the scenario that sends it, for the reports. */
  readonly scenario?: string;
  /** It is sent on a new connection, which the target cannot have closed before. */
  readonly alone?: true;
  /** It has no body and does not say so: not even a Content-Length of 0. */
  readonly withoutLength?: true;
  /** The current date in it, if there is one: renewed if the request has to wait for its turn. */
  readonly freshness?: SignatureFreshness;
}

/** A date and the signature over it, which go out of date. */
export interface SignatureFreshness {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** What differs in the same request with the current date. */
  readonly resign: () => Promise<Pick<OutgoingRequest, 'headers' | 'secrets' | 'freshness'>>;
}

/** An answer that arrived completely, within the limits of size and time. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: readonly HeaderField[];
  /** What came after a chunked body, where there was any. */
  readonly trailers?: readonly HeaderField[];
  /** After content decoding (gzip, deflate, br), with the same limit as before it. */
  readonly body: Uint8Array;
  /** Why the body could not be decoded and is as it was received: one phrase, free of control characters. */
  readonly undecoded?: string;
}

/**
 * Why there is no answer.
 * `refused`/`unresolved`/`unreachable`/`tls`: no connection. `reset`: closed before the answer was complete.
 * `timeout`: deadline passed. `too-large`: more than the limit. `not-http`: bytes that are not HTTP.
 * `proxy`: a forward proxy answered for the target, which it did not reach. `cancelled`: the run was cut off.
 */
export type FailureKind =
  | 'refused'
  | 'unresolved'
  | 'unreachable'
  | 'tls'
  | 'reset'
  | 'timeout'
  | 'too-large'
  | 'not-http'
  | 'proxy'
  | 'cancelled';

export interface Failure {
  readonly kind: FailureKind;
  /** One sentence, masked and free of control characters. */
  readonly message: string;
}

/** A request and its outcome: either `answer` or `failure` is `null`. */
export interface Exchange {
  /** `x-1`, `x-2`, … in the order of sending; the key into exchanges.har. */
  readonly id: string;
  readonly request: OutgoingRequest;
  /** Absolute URL, without credentials. */
  readonly url: string;
  /** The headers as sent, including those of the run (`--header`) and of HTTP. */
  readonly sentHeaders: readonly HeaderField[];
  readonly startedAt: Date;
  readonly durationMs: number;
  /** How often it was sent: more than once after a stale connection or a 429/503. */
  readonly attempts: number;
  readonly answer: Answer | null;
  readonly failure: Failure | null;
  /**
   * It may be sent again: its connection was stale, or the target asked for a pause, which is under way. Only for logins
   * that count as failed ones; the client itself sends others again, and this is the last outcome.
   */
  readonly retryable?: true;
}
