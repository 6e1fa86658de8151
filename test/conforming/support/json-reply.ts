import type { Call } from '../../../src/provider/http/call.js';
import type { Reply } from '../../../src/provider/http/reply.js';
import type { ProviderOptions } from '../../../src/provider/provider-options.js';

/** JSON of any shape: variants walk it by member names. */
export type Json = any;

/** The text of a reply. */
export function textOf({ body }: Pick<Reply, 'body'>): string {
  return typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
}

/** Changes the JSON of every answer. */
export function editing(edit: (answer: Json, call: Call) => Json): NonNullable<ProviderOptions['onReply']> {
  return (reply, call) => ({ ...reply, body: JSON.stringify(edit(JSON.parse(textOf(reply)), call)) });
}

/** Whether an answer is a success, in either family. */
export function isSuccess(answer: Json): boolean {
  return answer.header?.result_code === '00' || answer.ckError === 'S000001';
}

/** Whether it is in one of the envelopes at all. */
export function isEnvelope(answer: Json): boolean {
  return answer.header !== undefined || answer.ckError !== undefined;
}

/** Takes the next of some values each time, from the first again at the end. */
export function inTurn<T>(values: readonly T[]): () => T {
  let next = 0;
  return () => values[next++ % values.length] as T;
}
