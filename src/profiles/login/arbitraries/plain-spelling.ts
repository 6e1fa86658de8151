import { PLAIN_HEADERS } from './header-style.js';
import type { Mutation } from './mutation.js';

/** Strings, and the white space between. */
const SPELLED = /"(?:[^"\\]|\\.)*"|\s+/gs;

/**
 * The same login with the same additions, spelled as everybody spells JSON, headers and transaction id. Numbers stay:
 * no clause says that another form of one is the same.
 */
export function plainlySpelled(mutation: Mutation): Mutation {
  const { headers, body } = mutation;
  return {
    ...mutation,
    tid: null,
    headers: { ...headers, nameCase: PLAIN_HEADERS.nameCase },
    body: (template) => {
      const { words, bytes } = body(template);
      const plain = Buffer.from(bytes)
        .toString()
        .replace(SPELLED, (part) => (part.startsWith('"') ? JSON.stringify(JSON.parse(part)) : ''));
      return { words, bytes: Buffer.from(plain) };
    },
  };
}
