/** HTTP Archive 1.2, as far as the suite writes it: http://www.softwareishard.com/blog/har-12-spec/ */

export interface Har {
  readonly log: HarLog;
}

export interface HarLog {
  readonly version: '1.2';
  readonly creator: { readonly name: string; readonly version: string };
  readonly entries: readonly HarEntry[];
  readonly comment?: string;
}

/** One exchange, masked. */
export interface HarEntry {
  /** ISO 8601. */
  readonly startedDateTime: string;
  /** Milliseconds. */
  readonly time: number;
  readonly request: HarRequest;
  readonly response: HarResponse;
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
  readonly _assay: HarAssay;
}

export interface HarRequest {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  readonly cookies: readonly HarPair[];
  readonly headers: readonly HarPair[];
  readonly queryString: readonly HarPair[];
  readonly postData?: HarPostData;
  /** -1: not known. */
  readonly headersSize: number;
  readonly bodySize: number;
}

export interface HarResponse {
  /** 0: there is no answer. */
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly cookies: readonly HarPair[];
  readonly headers: readonly HarPair[];
  readonly content: HarContent;
  readonly redirectURL: string;
  readonly headersSize: number;
  readonly bodySize: number;
  /** Why there is no answer: as the developer tools of browsers put it. */
  readonly _error?: string;
}

export interface HarPair {
  readonly name: string;
  readonly value: string;
}

export interface HarPostData {
  readonly mimeType: string;
  readonly text: string;
  readonly params: readonly never[];
  readonly comment?: string;
  /** HAR 1.2 has no encoding here: `base64` for bytes that are no UTF-8 text. */
  readonly _encoding?: 'base64';
}

export interface HarContent {
  /** Bytes of the body after content decoding, before anything was masked or shortened. */
  readonly size: number;
  readonly mimeType: string;
  readonly text?: string;
  readonly encoding?: 'base64';
  readonly comment?: string;
}

/** What HAR has no place for. */
export interface HarAssay {
  /** The exchange's: `x-1`. */
  readonly id: string;
  readonly profile: string;
  /** Name of the scenario that made it; `null`: none did (the probe). */
  readonly scenario: string | null;
  readonly label: string;
  readonly attempts: number;
  readonly failure: { readonly kind: string; readonly message: string } | null;
}
