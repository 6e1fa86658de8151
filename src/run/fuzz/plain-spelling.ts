import { PLAIN_HEADERS } from '../../arbitraries/header-style.js';
import type { Recipe } from '../../arbitraries/recipe.js';

/** Strings, and the white space between. */
const SPELLED = /"(?:[^"\\]|\\.)*"|\s+/gs;

/**
 * The same login with the same additions, spelled as everybody spells JSON, headers and transaction id. Numbers stay:
 * no clause says that another form of one is the same.
 */
export function plainlySpelled(recipe: Recipe): Recipe {
  const { headers, body } = recipe;
  return {
    ...recipe,
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
