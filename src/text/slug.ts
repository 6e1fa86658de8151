import { createHash } from 'node:crypto';

/** Characters of a slug; what is longer ends in a digest of the whole. */
const LONGEST = 80;

/**
 * A text as lower-case letters, digits and hyphens: "The `body` is null" → `the-body-is-null`. A text that loses more
 * than spaces and punctuation by that ends in six digits of its digest, so that two texts rarely have one slug.
 */
export function slug(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const isLossy = /[^a-z0-9 .,:;'"`()_-]/i.test(text) || words.length > LONGEST || words === '';
  if (!isLossy) return words;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 6);
  return [words.slice(0, LONGEST).replace(/-$/, ''), digest].filter((part) => part !== '').join('-');
}
