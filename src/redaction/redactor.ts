import type { Exchange } from '../http/exchange.js';
import type { HeaderField } from '../text/header-field.js';
import { tokensOf } from './answer-tokens.js';
import { createMasker } from './masker.js';
import type {
  RedactedBody,
  RedactedBytes,
  RedactedExchange,
  RedactedHeader,
  RedactedText,
} from './redacted-exchange.js';

/** Turns texts and exchanges into what may be shown: there is no other way into a report. One for each run. */
export interface Redactor {
  /** A secret of the whole run: a password of the fixtures, the key of a signature. */
  addSecret(secret: string): void;
  /** Hides the value of a header of `--header`: under its name, and anywhere else if it is long enough. */
  hideHeader(field: HeaderField): void;
  /** Learns the secrets of an exchange (those of its request, tokens in its answer), then masks all of it. */
  redact(exchange: Exchange): RedactedExchange;
  /**
   * Masks a text.
   * @param limit most UTF-16 units that are shown, after which the length is given: `… (812 characters)`; the result
   *   is then a copy, which keeps no longer text in memory
   */
  text(text: string, limit?: number): RedactedText;
}

/** Bytes of a body that are shown anywhere. */
const MAX_SHOWN = 64 * 1024;

/** A redactor that knows no secrets yet, except by the names of members and headers. */
export function createRedactor(): Redactor {
  const masker = createMasker();
  const mask = (text: string) => masker.mask(text) as RedactedText;
  /** So that an exchange is masked once, however many findings show it. */
  const known = new WeakMap<Exchange, RedactedExchange>();

  function learn({ request, answer }: Exchange): void {
    for (const secret of request.secrets) masker.remember(secret);
    if (answer !== null) for (const token of tokensOf(answer.body)) masker.remember(token);
  }

  function headers(fields: readonly HeaderField[]): readonly RedactedHeader[] {
    return fields.map((field) => masker.maskHeader(field) as unknown as RedactedHeader);
  }

  function body(bytes: Uint8Array): RedactedBody {
    return {
      shown: masker.maskBytes(bytes, MAX_SHOWN) as RedactedBytes,
      limit: MAX_SHOWN,
      size: bytes.byteLength,
    };
  }

  function redacted(exchange: Exchange): RedactedExchange {
    const { request, answer, failure } = exchange;
    return {
      id: exchange.id,
      profile: request.profile,
      scenario: request.scenario === undefined ? null : mask(request.scenario),
      startedAt: exchange.startedAt,
      durationMs: exchange.durationMs,
      attempts: exchange.attempts,
      retryable: exchange.retryable === true,
      url: mask(exchange.url),
      request: {
        method: request.method,
        path: mask(request.path),
        label: mask(request.label),
        headers: headers(exchange.sentHeaders),
        body: request.body && body(request.body),
      },
      answer: answer && {
        status: answer.status,
        statusText: mask(answer.statusText),
        httpVersion: answer.httpVersion,
        headers: headers(answer.headers),
        body: body(answer.body),
      },
      failure: failure && { kind: failure.kind, message: mask(failure.message) },
    } as RedactedExchange;
  }

  return {
    addSecret: (secret) => masker.add(secret),
    hideHeader: (field) => masker.hideHeader(field),
    redact(exchange) {
      const before = known.get(exchange);
      if (before !== undefined) return before;
      learn(exchange);
      const made = redacted(exchange);
      known.set(exchange, made);
      return made;
    },
    text: (text, limit) => (limit === undefined ? mask(text) : shortened(mask(text), limit)),
  };
}

function shortened(text: RedactedText, limit: number): RedactedText {
  const shown = text.length > limit ? `${text.slice(0, limit)}… (${text.length} characters)` : text;
  // A part of a string keeps the whole string, and this one may be part of an answer.
  return Buffer.from(shown, 'utf16le').toString('utf16le') as RedactedText;
}
