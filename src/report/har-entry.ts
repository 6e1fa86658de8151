import type { Answer, Exchange } from '../http/exchange.js';
import type { Masker } from '../redaction/masker.js';
import { rememberSecrets } from '../redaction/secrets-of.js';
import type { HeaderField } from '../text/header-field.js';
import type { HarContent, HarEntry, HarPair, HarPostData, HarRequest, HarResponse } from './har-format.js';

/** Bytes of a body that are kept. */
const MAX_SHOWN = 64 * 1024;

/**
 * An exchange as an entry of `exchanges.har`, every secret masked.
 * @param scenario name of the scenario that made it; `null`: none did
 * @returns a HAR 1.2 entry; bodies that are no UTF-8 text as base64, bodies over 64 KiB shortened, with a comment
 */
export function harEntry(exchange: Exchange, masker: Masker, scenario: string | null): HarEntry {
  rememberSecrets(masker, exchange);
  const { answer, failure, request } = exchange;
  return {
    startedDateTime: exchange.startedAt.toISOString(),
    time: exchange.durationMs,
    request: requestOf(exchange, masker),
    response: answer
      ? responseOf(answer, masker)
      : { ...NO_RESPONSE, _error: failure?.message ?? 'no answer' },
    cache: {},
    timings: { send: 0, wait: exchange.durationMs, receive: 0 },
    _assay: {
      id: exchange.id,
      profile: request.profile,
      scenario,
      label: masker.mask(request.label),
      attempts: exchange.attempts,
      failure: failure && { kind: failure.kind, message: failure.message },
    },
  };
}

const NO_RESPONSE: HarResponse = {
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

function requestOf(exchange: Exchange, masker: Masker): HarRequest {
  const { body, method } = exchange.request;
  return {
    method,
    url: masker.mask(exchange.url),
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairs(exchange.sentHeaders, masker),
    queryString: queryOf(exchange.url, masker),
    ...(body === null ? {} : { postData: postDataOf(body, exchange.sentHeaders, masker) }),
    headersSize: -1,
    bodySize: body?.byteLength ?? 0,
  };
}

function responseOf(answer: Answer, masker: Masker): HarResponse {
  return {
    status: answer.status,
    statusText: masker.mask(answer.statusText),
    httpVersion: `HTTP/${answer.httpVersion}`,
    cookies: [],
    headers: pairs(answer.headers, masker),
    content: contentOf(answer, masker),
    redirectURL: masker.mask(valueOf(answer.headers, 'location') ?? ''),
    headersSize: -1,
    bodySize: -1,
  };
}

function postDataOf(body: Uint8Array, headers: readonly HeaderField[], masker: Masker): HarPostData {
  const { text, base64, comment } = shown(body, masker);
  return {
    mimeType: masker.mask(valueOf(headers, 'content-type') ?? ''),
    text,
    params: [],
    ...(comment === null ? {} : { comment }),
    ...(base64 ? { _encoding: 'base64' as const } : {}),
  };
}

function contentOf(answer: Answer, masker: Masker): HarContent {
  const { text, base64, comment } = shown(answer.body, masker);
  return {
    size: answer.body.byteLength,
    mimeType: masker.mask(valueOf(answer.headers, 'content-type') ?? 'x-unknown'),
    text,
    ...(base64 ? { encoding: 'base64' as const } : {}),
    ...(comment === null ? {} : { comment }),
  };
}

/** A body masked, shortened, and as text that JSON can hold. */
function shown(body: Uint8Array, masker: Masker) {
  const masked = masker.maskBytes(body, MAX_SHOWN);
  const comment =
    body.byteLength > MAX_SHOWN ? `shortened: the first ${MAX_SHOWN} of ${body.byteLength} bytes` : null;
  try {
    // `stream`: a character that the limit cut in two is left out, not an error
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(masked, {
      stream: comment !== null,
    });
    return { text, base64: false, comment };
  } catch {
    return { text: Buffer.from(masked).toString('base64'), base64: true, comment };
  }
}

function pairs(headers: readonly HeaderField[], masker: Masker): readonly HarPair[] {
  return headers.map((field) => {
    const [name, value] = masker.maskHeader(field);
    return { name, value };
  });
}

function queryOf(url: string, masker: Masker): readonly HarPair[] {
  const start = url.indexOf('?');
  if (start === -1) return [];
  // masked as it stands: pair by pair, a secret's name would no longer stand before its value
  return [...new URLSearchParams(masker.mask(url.slice(start + 1)))].map(([name, value]) => ({
    name,
    value,
  }));
}

function valueOf(headers: readonly HeaderField[], name: string): string | undefined {
  return headers.find(([header]) => header.toLowerCase() === name)?.[1];
}
