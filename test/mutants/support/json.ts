import type { Reply } from '../../../src/provider/http/reply.js';

/** JSON of any shape: mutants walk it by member names, and a wrong walk shows as a mutant that is not alive. */
export type Json = any;

/** The bytes or the text of a reply as text. */
export function textOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
}

/** Announces more than it sends and hangs up: the answer is never whole. */
export function brokenOff(reply: Reply): Reply {
  const length = String(Buffer.byteLength(reply.body) + 40);
  return { ...reply, headers: { ...reply.headers, 'content-length': length, connection: 'close' } };
}

/** Changes every so-manieth answer. */
export function everySo(often: number, change: (reply: Reply) => Reply): () => (reply: Reply) => Reply {
  return () => {
    let count = 0;
    return (reply) => {
      count += 1;
      return count % often === 0 ? change(reply) : reply;
    };
  };
}
