import type { OpenProfile } from '../../src/engine/test-users.js';
import type { Exchange } from '../../src/http/exchange.js';
import { BUILT_IN_PROFILES } from '../../src/profiles/built-in.js';
import { evaluateCkstack } from '../../src/profiles/ckstack/evaluate.js';
import type { CkstackFixtures } from '../../src/profiles/ckstack/fixtures.js';
import { evaluateEsignon } from '../../src/profiles/esignon/evaluate.js';
import type { EsignonFixtures } from '../../src/profiles/esignon/fixtures.js';
import type { EsignonSettings } from '../../src/profiles/esignon/universal-checks.js';
import type { EvaluatedExchange, Profile, ProfileSetting } from '../../src/profiles/profile.js';
import { type Clause, clausesOf as clausesOfAll, type Level } from '../../src/verdict/clause.js';

/** A fixtures file of the built-in profiles. */
export type Fixtures = { readonly esignon?: EsignonFixtures; readonly ckstack?: CkstackFixtures };

/** Every clause of the built-in profiles, at every level it has. */
export const CLAUSES: readonly Clause[] = clausesOfAll(BUILT_IN_PROFILES);

/** A built-in profile by its name. */
export function profileOf(name: string): Profile {
  const profile = BUILT_IN_PROFILES.find((each) => each.name === name);
  if (!profile) throw new TypeError(`no such profile: ${name}`);
  return profile;
}

/** The clauses of a built-in profile. */
export function clausesOf(profile: string): readonly Clause[] {
  return profileOf(profile).clauses;
}

/** The names of the profiles that a clause is one of. */
export function profilesOf(clause: Clause): readonly string[] {
  return BUILT_IN_PROFILES.filter(({ clauses }) => clauses.includes(clause)).map(({ name }) => name);
}

/** A clause by its id, without a level its MUST where there is one. */
export function findClause(id: string, level?: Level): Clause | undefined {
  return CLAUSES.find((clause) => clause.id === id && (level === undefined || clause.level === level));
}

/** Reads an exchange by the rules of its built-in profile. */
export function evaluateExchange(exchange: Exchange, settings: EsignonSettings = {}): EvaluatedExchange {
  return profileOf(exchange.request.profile).family === 'esignon'
    ? evaluateEsignon(exchange, settings)
    : evaluateCkstack(exchange);
}

/** The built-in profiles, opened with these fixtures. */
export function openProfiles(
  fixtures: Fixtures,
  setting: Partial<ProfileSetting> = {},
): readonly OpenProfile[] {
  const common = { nonce: 'qabcdefg', pathPrefix: '', addedHeaders: new Set<string>(), ...setting };
  return BUILT_IN_PROFILES.map((profile) => ({
    profile,
    run: profile.open({ ...common, fixtures: fixtures[profile.family as keyof Fixtures] }),
  }));
}

/** One of them. */
export function openProfile(
  name: string,
  fixtures: Fixtures,
  setting: Partial<ProfileSetting> = {},
): OpenProfile {
  const open = openProfiles(fixtures, setting).find(({ profile }) => profile.name === name);
  if (!open) throw new TypeError(`no such profile: ${name}`);
  return open;
}

/** Every secret of these fixtures. */
export function secretsOf(fixtures: Fixtures): readonly string[] {
  const parts = new Map(BUILT_IN_PROFILES.map((profile) => [profile.family, profile.fixtures]));
  return [...parts].flatMap(([family, part]) => {
    const value = fixtures[family as keyof Fixtures];
    return value === undefined ? [] : part.secrets(value);
  });
}
