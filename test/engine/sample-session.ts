import assert from 'node:assert/strict';
import { TargetSession } from '../../src/engine/target-session.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import type { OutgoingRequest } from '../../src/http/exchange.js';
import type { SkipCause } from '../../src/verdict/verdict.js';
import {
  esignonRefusal,
  esignonRequest,
  esignonSuccess,
  withFacts,
} from '../profiles/login/sample-exchanges.js';
import { evaluateExchange } from '../support/profiles.js';
import { FakeSender, type Reply } from './fake-sender.js';

export const GOOD: Reply = { body: esignonSuccess() };
export const REFUSED: Reply = { body: esignonRefusal() };
export const ACCOUNT = 'esignon acme mina@example.com';
/** A login with right credentials. */
export const valid = esignonRequest();
/** One of the same account that is not meant to succeed. */
export const wrong = withFacts({ ...valid, label: 'a wrong login' }, { valid: false });

/** A session that does not wait, and the target that it sends to. */
export function sessionWith(
  reply: (request: OutgoingRequest, at: number) => Reply,
  maxFailedLogins = 3,
  waits = [0, 0],
) {
  const target = new FakeSender(reply);
  const session = new TargetSession({
    client: target,
    evaluate: evaluateExchange,
    goodLogin: async () => ({ ...valid, label: 'the good login' }),
    maxFailedLogins,
    reconnectWaits: waits,
  });
  return { target, session };
}

/** Holds that a promise is rejected as not checked, and for which cause. */
export async function notChecked(
  promise: Promise<unknown>,
  cause: SkipCause,
  message: RegExp,
): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof NotChecked, String(error));
    assert.equal(error.skipCause, cause);
    assert.match(error.message, message);
    return true;
  });
}
