import type { Level } from '../verdict/clause.js';

/** The clause ids among tags, in their order: `@ES-09` → `ES-09`. */
export function clausesOfTags(tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => /^@[A-Z]{2,}-\d{2,}$/.test(tag)).map((tag) => tag.slice(1));
}

/** The level that a scenario checks: `@should`, else MUST. */
export function levelOfTags(tags: readonly string[]): Level {
  return tags.includes('@should') ? 'SHOULD' : 'MUST';
}
