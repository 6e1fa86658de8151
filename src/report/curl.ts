import type { Exchange } from '../http/exchange.js';
import type { Masker } from '../redaction/masker.js';
import { rememberSecrets } from '../redaction/secrets-of.js';
import type { HeaderField } from '../text/header-field.js';

/** Bytes of a body that a command carries. */
const MAX_BODY = 16 * 1024;

/** Headers that curl sets by itself; the first three it is told to leave out where the request has none. */
const OF_CURL = ['accept', 'user-agent', 'content-type'];
const OF_HTTP = new Set(['host', 'content-length', 'connection']);

/** Characters that a terminal or a shell might take otherwise than they stand: what is not text, but for line breaks. */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * A request as a curl command for people, in POSIX shell, masked: where `***` stands, the reader puts the secret in.
 * @returns one command; a body that a shell cannot carry travels as base64, one over 16 KiB is left out with a comment
 */
export function curlCommand(exchange: Exchange, masker: Masker): string {
  rememberSecrets(masker, exchange);
  const { body, method } = exchange.request;
  const data = body === null ? NO_BODY : bodyOf(body, masker);
  const command = [
    'curl --globoff --path-as-is',
    method === 'HEAD' ? '--head' : `-X ${quoted(method)}`,
    ...headerArguments(exchange.sentHeaders, body !== null, masker),
    ...data.argument,
    quoted(masker.mask(exchange.url)),
  ].join(' ');
  return `${data.before}${command}${data.after}`;
}

const NO_BODY = { before: '', argument: [] as string[], after: '' };

function headerArguments(headers: readonly HeaderField[], hasBody: boolean, masker: Masker): string[] {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const shown = headers
    .filter(([name]) => !OF_HTTP.has(name.toLowerCase()))
    .map((field) => masker.maskHeader(field))
    // `Name;` is curl's way to send a header without a value
    .map(([name, value]) => (value === '' ? `${name};` : `${name}: ${value}`));
  const removed = OF_CURL.filter((name) => !given.has(name) && (name !== 'content-type' || hasBody));
  return [...shown, ...removed.map((name) => `${name}:`)].map((line) => `-H ${quoted(line)}`);
}

function bodyOf(body: Uint8Array, masker: Masker): typeof NO_BODY {
  if (body.byteLength > MAX_BODY) {
    return {
      ...NO_BODY,
      argument: ['--data-binary @body'],
      after: ` # body: a file of ${body.byteLength} bytes`,
    };
  }
  const masked = masker.maskBytes(body);
  const text = textOf(masked);
  if (text !== null) return { ...NO_BODY, argument: [`--data-raw ${quoted(text)}`] };
  const base64 = Buffer.from(masked).toString('base64');
  return { before: `printf %s ${quoted(base64)} | base64 -d | `, argument: ['--data-binary @-'], after: '' };
}

/** The body as text that survives a shell's argument and a reader's terminal; `null`: it would not. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return UNSAFE.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** One argument of a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
