import { CLAUSE_ID, type Level } from '../verdict/clause.js';

/** The clause ids among tags, in their order: `@ES-09` → `ES-09`. */
export function clausesOfTags(tags: readonly string[]): readonly string[] {
  return tags.map((tag) => tag.slice(1)).filter((name) => CLAUSE_ID.test(name));
}

/** The level that a scenario checks: `@should`, else MUST. */
export function levelOfTags(tags: readonly string[]): Level {
  return tags.includes('@should') ? 'SHOULD' : 'MUST';
}
