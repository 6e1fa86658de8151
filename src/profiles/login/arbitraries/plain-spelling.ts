import { PLAIN_HEADERS } from './header-style.js';
import type { Mutation } from './mutation.js';

/** Strings, and the white space between. */
const SPELLED = /"(?:[^"\\]|\\.)*"|\s+/gs;

/**
 * The same login with the same additions, with JSON and headers spelled as everybody spells them. Numbers stay: no
 * clause says that another form of one is the same.
 */
export function plainlySpelled<M extends Mutation>(mutation: M): M {
  const { headers, body } = mutation;
  return {
    ...mutation,
    headers: { ...headers, nameCase: PLAIN_HEADERS.nameCase },
    body: (base) => {
      const { words, bytes } = body(base);
      const plain = Buffer.from(bytes)
        .toString()
        .replace(SPELLED, (part) => (part.startsWith('"') ? JSON.stringify(JSON.parse(part)) : ''));
      return { words, bytes: Buffer.from(plain) };
    },
  };
}
