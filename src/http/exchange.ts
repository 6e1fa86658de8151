import type { HeaderField } from '../text/header-field.js';

/** Facts about a request, supplied by its builder; the checks and the failed-login budget rely on them. */
export interface RequestFacts {
  /** A valid request with right credentials: anything but success is a violation of some clause. */
  readonly valid: boolean;
  /** Valid in one reading: a refusal conforms too, and adds to the failed logins of the account. */
  readonly mayBeRefused?: boolean;
  /** Well-formed, but the user or the password is wrong: what the contract calls refused credentials. */
  readonly wrongCredentials?: boolean;
  /** Its path may belong to no endpoint: of the answer only what is no matter of form is judged. */
  readonly mayLeadNowhere?: boolean;
  /** The account whose failed logins this request adds to, if it is refused; `null`: it names no real one. */
  readonly account: string | null;
  /** Every password and password digest in it, as sent, except attack texts of ours: no answer may contain one. */
  readonly passwords: readonly string[];
  /** What the answer must repeat, and what the request says besides its password: by names that the profile gives. */
  readonly sent?: Readonly<Record<string, string>>;
}

/** One request, ready to be sent: everything that a target can see of it, and what we know about it. */
export interface OutgoingRequest {
  /** Name of the profile whose endpoint it goes to. */
  readonly profile: string;
  readonly method: string;
  /** Path and query below the target's base URL, percent-encoded as it is to stand on the wire. */
  readonly path: string;
  readonly headers: readonly HeaderField[];
  /** `null`: no body at all (no Content-Length beyond what the method demands). */
  readonly body: Uint8Array | null;
  /** What is special about this request, in words: «the password is wrong», «`body` → null». */
  readonly label: string;
  /**
   * Every secret in the request (password and its digest, signature, API key, client id): masked wherever
   * the exchange is shown, whichever way it is encoded there.
   */
  readonly secrets: readonly string[];
  readonly facts?: RequestFacts;
  /** What the contract allows as its answer, by its bytes: the profile's own, read by its checks alone. */
  readonly expectation?: unknown;
  /** Name of the scenario that sends it, for the reports. */
  readonly scenario?: string;
  /** It goes over a connection of its own, which cannot have been closed by the other side before. */
  readonly alone?: true;
  /** The time that stands in it, where it is the present: a request that waited for its turn gets another. */
  readonly freshness?: SignatureFreshness;
}

/** A date and a signature over it, which age. */
export interface SignatureFreshness {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** What differs in the same request made now. */
  readonly resign: () => Promise<Pick<OutgoingRequest, 'headers' | 'secrets' | 'freshness'>>;
}

/** An answer that arrived whole, within the limits of size and time. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: readonly HeaderField[];
  /** After content decoding (gzip, deflate, br), which is bounded like the wire bytes. */
  readonly body: Uint8Array;
  /** Why the content coding could not be undone, in one phrase free of control characters: then the body is as it came over the wire. */
  readonly undecoded?: string;
}

/**
 * Why there is no answer.
 * `refused`/`unresolved`/`unreachable`/`tls`: no connection. `reset`: closed before a whole answer.
 * `timeout`: deadline passed. `too-large`: more than the limit. `not-http`: bytes that are not HTTP.
 * `cancelled`: the run was cut off.
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
  | 'cancelled';

export interface Failure {
  readonly kind: FailureKind;
  /** One sentence, masked and free of control characters. */
  readonly message: string;
}

/** A request and what came of it. Exactly one of `answer` and `failure` is there. */
export interface Exchange {
  /** `x-1`, `x-2`, … in the order of sending; the key into exchanges.har. */
  readonly id: string;
  readonly request: OutgoingRequest;
  /** Absolute URL, without credentials. */
  readonly url: string;
  /** The headers as sent, those of the run (`--header`) and of HTTP itself included. */
  readonly sentHeaders: readonly HeaderField[];
  readonly startedAt: Date;
  readonly durationMs: number;
  /** How often it was sent: more than once after a stale connection or a 429/503. */
  readonly attempts: number;
  readonly answer: Answer | null;
  readonly failure: Failure | null;
  /**
   * It may be sent again: its connection was stale, or the target asked for a pause, which is on. Only of logins that
   * count as failed ones; others are sent again as it is needed, and this is what came in the end.
   */
  readonly retryable?: true;
}
