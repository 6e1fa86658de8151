import type { RedactedBody, RedactedExchange, RedactedHeader } from '../redaction/redacted-exchange.js';
import { hasHidden } from '../text/escape/visible.js';
import { headerNames } from '../text/header-field.js';
import { shellWord } from '../text/shell-word.js';

/** Bytes of a body that a command carries. */
const MAX_BODY = 16 * 1024;

/** Headers that curl adds by itself; it is made to leave them out where the request has none. */
const OF_CURL = ['accept', 'user-agent', 'content-type'];
const OF_HTTP = new Set(['host', 'content-length', 'connection']);

/**
 * A request as a curl command for people, in POSIX shell: the reader replaces each `***` by the secret.
 * @returns one command; a body that a shell cannot carry travels as base64, one over 16 KiB is left out with a comment
 */
export function curlCommand({ request, url }: RedactedExchange): string {
  const { body, method, headers } = request;
  const data = body === null ? NO_BODY : bodyArguments(body);
  const command = [
    'curl --globoff --path-as-is',
    method === 'HEAD' ? '--head' : `-X ${shellWord(method)}`,
    ...headerArguments(headers, body !== null),
    ...data.argument,
    shellWord(url),
  ].join(' ');
  return `${data.before}${command}${data.after}`;
}

const NO_BODY = { before: '', argument: [] as string[], after: '' };

function headerArguments(headers: readonly RedactedHeader[], hasBody: boolean): string[] {
  const given = headerNames(headers);
  const shown = headers
    .filter(([name]) => !OF_HTTP.has(name.toLowerCase()))
    // `Name;` is curl's way to send a header without a value
    .map(([name, value]) => (value === '' ? `${name};` : `${name}: ${value}`));
  const removed = OF_CURL.filter((name) => !given.has(name) && (name !== 'content-type' || hasBody));
  return [...shown, ...removed.map((name) => `${name}:`)].map((line) => `-H ${shellWord(line)}`);
}

function bodyArguments({ shown, size }: RedactedBody): typeof NO_BODY {
  if (size > MAX_BODY) {
    return { ...NO_BODY, argument: ['--data-binary @body'], after: ` # body: a file of ${size} bytes` };
  }
  const text = textOf(shown);
  if (text !== null) return { ...NO_BODY, argument: [`--data-raw ${shellWord(text)}`] };
  const base64 = Buffer.from(shown).toString('base64');
  return {
    before: `printf %s ${shellWord(base64)} | base64 -d | `,
    argument: ['--data-binary @-'],
    after: '',
  };
}

/** The body as text that survives a shell's argument and a reader's terminal; `null`: it would not. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return hasHidden(text.replaceAll('\n', '')) ? null : text;
  } catch {
    return null;
  }
}
