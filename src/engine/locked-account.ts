import type { Answer } from '../http/exchange.js';

/** Words for a locked account in English, Korean and Japanese. */
const LOCKED = /\block(?:ed|out)\b|account_?lock|too many|잠[기긴겼김금]|정지|ロック|凍結/i;

/** Whether an answer looks like that to a login of a locked account: HTTP 423, or words to that effect. */
export function mentionsLock({ status, body }: Pick<Answer, 'status' | 'body'>): boolean {
  return status === 423 || LOCKED.test(Buffer.from(body.subarray(0, 4096)).toString('utf8'));
}
