import assert from 'node:assert/strict';

/** An answer as the tests look at it. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as JSON. @throws {SyntaxError} when it is none */
  readonly json: () => Json;
}

/** JSON of any shape: the tests walk it by member names. */
export type Json = any;

/** Every answer is JSON, says so, and holds none of the secrets (ES-18, ES-23, CK-11, CK-31). */
export function assertSound(answer: TestAnswer, secrets: readonly string[] = []): void {
  assert.match(String(answer.headers['content-type']), /^application\/json; charset=utf-8$/);
  const decoded = JSON.stringify(answer.json());
  for (const secret of secrets) {
    assert.ok(!answer.text.includes(secret) && !decoded.includes(secret), 'a secret came back');
  }
}

/** A refusal in the envelope of ES-16, with one of the codes. */
export function assertEsignonRefusal(answer: TestAnswer, codes: readonly string[], status = 200): void {
  assertSound(answer);
  assert.equal(answer.status, status, answer.text);
  const { header, body } = answer.json();
  assert.ok(codes.includes(header.result_code), `result_code ${header.result_code}, not ${codes}`);
  assert.equal(header.response_code, '1001A');
  assert.equal(typeof header.session_id, 'string');
  assert.ok(typeof header.result_msg === 'string' && header.result_msg !== '');
  assert.deepEqual(body, {});
  assert.ok(!answer.text.includes('token'));
}

/** A refusal in the envelope of CK-18; `tid` undefined: no `ckTid`. */
export function assertCkstackRefusal(answer: TestAnswer, code: string, tid?: string): void {
  assertSound(answer);
  assert.ok(answer.status >= 400 && answer.status < 500, `HTTP ${answer.status}`);
  const envelope = answer.json();
  assert.equal(envelope.ckError, code, answer.text);
  assert.notEqual(code, 'S000001');
  assert.ok(typeof envelope.ckMessage === 'string' && envelope.ckMessage !== '');
  assert.equal(envelope.ckTid, tid);
  assert.ok(!answer.text.includes('token'));
}
