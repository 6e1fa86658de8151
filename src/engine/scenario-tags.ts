import { isProfileName, type ProfileName } from '../profiles/built-in.js';
import type { Level } from '../verdict/clause.js';

/** The clause ids among tags, in their order: `@ES-09` → `ES-09`. */
export function clausesOfTags(tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => /^@[A-Z]{2}-\d{2}$/.test(tag)).map((tag) => tag.slice(1));
}

/** The level that a scenario checks: `@should`, else MUST. */
export function levelOfTags(tags: readonly string[]): Level {
  return tags.includes('@should') ? 'SHOULD' : 'MUST';
}

/** The profile that a scenario belongs to, by its feature's tag. */
export function profileOfTags(tags: readonly string[]): ProfileName {
  const profile = tags.map((tag) => tag.slice(1)).find(isProfileName);
  if (!profile) throw new Error('the feature has no profile tag');
  return profile;
}
