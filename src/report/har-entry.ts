import type { Content, Entry, Header, PostDataCommon, Request, Response } from 'har-format';
import type { RedactedBody, RedactedExchange, RedactedHeader } from '../redaction/redacted-exchange.js';
import { headerValue } from '../text/header-field.js';

/** An entry of HAR 1.2 with what HAR has no place for. */
export interface HarEntry extends Omit<Entry, 'request' | 'response'> {
  readonly request: HarRequest;
  /** Status 0: there is no answer; `_error` then says why, as the developer tools of browsers have it. */
  readonly response: Response & { readonly _error?: string };
  readonly _assay: HarAssay;
}

type HarRequest = Omit<Request, 'postData'> & { readonly postData?: HarPostData };

/** `_encoding`: HAR 1.2 has none here; `base64` for bytes that are not UTF-8 text. */
type HarPostData = PostDataCommon & {
  readonly text: string;
  readonly params: readonly never[];
  readonly _encoding?: 'base64';
};

interface HarAssay {
  /** The exchange's: `x-1`. */
  readonly id: string;
  readonly profile: string;
  /** Name of the scenario that made it; `null`: none did (the probe). */
  readonly scenario: string | null;
  readonly label: string;
  readonly attempts: number;
  readonly failure: { readonly kind: string; readonly message: string } | null;
}

/**
 * An exchange as an entry of `exchanges.har`.
 * @returns a HAR 1.2 entry; bodies that are not UTF-8 text as base64, shortened bodies with a comment
 */
export function harEntry(exchange: RedactedExchange): HarEntry {
  const { id, profile, scenario, attempts, failure, request, durationMs } = exchange;
  return {
    startedDateTime: exchange.startedAt.toISOString(),
    time: durationMs,
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    _assay: { id, profile, scenario, label: request.label, attempts, failure },
  };
}

const NO_RESPONSE: Response = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: 'x-unknown' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
};

function requestOf({ url, request: { method, headers, body } }: RedactedExchange): HarRequest {
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairs(headers),
    queryString: queryOf(url),
    ...(body === null ? {} : { postData: postDataOf(body, headers) }),
    headersSize: -1,
    bodySize: body?.size ?? 0,
  };
}

function responseOf({ answer, failure }: RedactedExchange): HarEntry['response'] {
  if (answer === null) return { ...NO_RESPONSE, _error: failure?.message ?? 'no answer' };
  return {
    status: answer.status,
    statusText: answer.statusText,
    httpVersion: `HTTP/${answer.httpVersion}`,
    cookies: [],
    headers: pairs(answer.headers),
    content: contentOf(answer.body, answer.headers),
    redirectURL: headerValue(answer.headers, 'location') ?? '',
    headersSize: -1,
    bodySize: -1,
  };
}

function postDataOf(body: RedactedBody, headers: readonly RedactedHeader[]): HarPostData {
  const { text, encoding, comment } = textOf(body);
  return {
    mimeType: headerValue(headers, 'content-type') ?? '',
    text,
    params: [],
    ...(comment === undefined ? {} : { comment }),
    ...(encoding === undefined ? {} : { _encoding: encoding }),
  };
}

function contentOf(body: RedactedBody, headers: readonly RedactedHeader[]): Content {
  return {
    size: body.size,
    mimeType: headerValue(headers, 'content-type') ?? 'x-unknown',
    ...textOf(body),
  };
}

interface BodyText {
  readonly text: string;
  readonly encoding?: 'base64';
  readonly comment?: string;
}

/** A body as text that JSON can hold. */
function textOf({ shown, size, limit }: RedactedBody): BodyText {
  const isWhole = size <= limit;
  const comment = isWhole ? {} : { comment: `shortened: the first ${limit} of ${size} bytes` };
  try {
    // `stream`: a character that the limit cut in two is left out, not an error
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(shown, { stream: !isWhole }), ...comment };
  } catch {
    return { text: Buffer.from(shown).toString('base64'), encoding: 'base64', ...comment };
  }
}

function pairs(headers: readonly RedactedHeader[]): Header[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function queryOf(url: string): Header[] {
  const start = url.indexOf('?');
  if (start === -1) return [];
  return [...new URLSearchParams(url.slice(start + 1))].map(([name, value]) => ({ name, value }));
}
