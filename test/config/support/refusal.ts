import assert from 'node:assert/strict';
import { AssayError } from '../../../src/errors/assay-error.js';

/** Holds that a promise is refused as a mistake of the user's, and gives the error. */
export async function refusal(promise: Promise<unknown>): Promise<AssayError> {
  const error = await promise.then(
    (value) => assert.fail(`accepted: ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof AssayError, `no error for people: ${String(error)}`);
  assert.equal(error.exitCode, 2);
  return error;
}

/** Holds that a message has every part, and none of the secrets. */
export function assertSays(message: string, parts: readonly string[], secrets: readonly string[] = []): void {
  for (const part of parts) assert.ok(message.includes(part), `«${part}» is not in: ${message}`);
  for (const secret of secrets)
    assert.ok(!message.includes(secret), `the secret ${secret} is in: ${message}`);
}
