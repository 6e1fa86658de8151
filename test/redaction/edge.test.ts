import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Exchange } from '../../src/http/exchange.js';
import type { RedactedExchange, RedactedText } from '../../src/redaction/redacted-exchange.js';
import { curlCommand } from '../../src/report/curl.js';
import { describeAnswer, describeRequest } from '../../src/report/describe.js';
import { harEntry } from '../../src/report/har-entry.js';
import type { Evidence } from '../../src/verdict/verdict.js';
import { projectFiles } from '../architecture/project-files.js';
import { violation } from '../engine/sample-run.js';

/** Compiled, never called: each line is an error of types, or the build fails for the comment above it. */
export function refusedByTheCompiler(
  exchange: Exchange,
  shown: RedactedExchange,
  evidence: Evidence,
): unknown {
  return [
    // @ts-expect-error: a plain exchange
    harEntry(exchange),
    // @ts-expect-error: a plain exchange
    curlCommand(exchange),
    // @ts-expect-error: a plain exchange
    describeRequest(exchange),
    // @ts-expect-error: a plain exchange
    describeAnswer(exchange),
    // @ts-expect-error: a plain exchange as evidence
    violation({ exchanges: [exchange] }),
    // @ts-expect-error: plain text in a finding
    violation({ actual: String(exchange.answer?.body) }),
    // @ts-expect-error: plain text in the verdict
    { ...evidence, actual: String(exchange.answer?.body) } satisfies Evidence,
    // @ts-expect-error: a redacted exchange with something plain put in
    { ...shown, url: exchange.url } satisfies RedactedExchange,
    // @ts-expect-error: an answer that nobody has masked
    { ...shown, answer: exchange.answer } satisfies RedactedExchange,
    // @ts-expect-error: two texts put together, whatever was masked in each
    `${shown.url}${exchange.url}` satisfies RedactedText,
  ];
}

describe('what is shown passes through the redactor', () => {
  test('no other room casts to its types, or uses the masker by itself', () => {
    const cast = /\bas (?:unknown as )?(?:readonly )?Redacted|\/redaction\/masker\.js'/;
    const wrong = projectFiles(['src', 'steps', 'bench', 'tools'], '.ts').filter(
      ({ path, text }) => !path.startsWith('src/redaction/') && cast.test(text),
    );
    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
  });
});
