import { type ProfileName, profileOf } from '../../profiles/built-in.js';
import { misheadedLogin } from '../../profiles/ckstack/arbitraries/misheaded-login.js';
import { credentialAttack } from '../../profiles/login/arbitraries/credential-attack.js';
import { equivalentLogin } from '../../profiles/login/arbitraries/equivalent-login.js';
import { malformedLogin } from '../../profiles/login/arbitraries/malformed-login.js';
import type { Mutation } from '../../profiles/login/arbitraries/mutation.js';
import { type Generation, generationOf } from './generation.js';

/** The kinds of generated logins, as the features name them. */
export const KINDS = [
  'attacks',
  'malformed logins',
  'logins with wrong headers',
  'equivalent logins',
] as const;
export type Kind = (typeof KINDS)[number];

/** What holds for every generated login of a kind. */
export interface Property {
  /** `esignon-login: malformed logins`: seeds the generation, so that each property has requests of its own. */
  readonly name: string;
  readonly kind: Kind;
  readonly profile: ProfileName;
  /** The clause that speaks of whatever is generated; its violations are instances of the specific clauses. */
  readonly generated: { readonly clause: string; readonly instances: readonly string[] };
  /** The clause that asks for equal treatment of equal requests. */
  readonly equal: string;
  readonly generation: (seed: number) => Generation<Mutation>;
}

const ESIGNON_MALFORMED = ['ES-12', 'ES-13', 'ES-14', 'ES-15', 'ES-16', 'ES-17', 'LG-04'];
const CKSTACK_MALFORMED = ['CK-16', 'CK-17', 'CK-18', 'CK-23'];

/**
 * The property of a profile for a kind of logins.
 * @throws {TypeError} for headers of eSignon, which signs none
 */
export function propertyOf(profile: ProfileName, kind: Kind): Property {
  const esignon = profileOf(profile).family === 'esignon';
  if (esignon && kind === 'logins with wrong headers')
    throw new TypeError(`${profile} has no signed headers`);
  const name = `${profile}: ${kind}`;
  return {
    name,
    kind,
    profile,
    generated: generatedClauseOf(kind, esignon),
    equal: esignon ? 'ES-19' : 'CK-24',
    generation: (seed) => generationOf(arbitraryOf(kind, esignon), seed, name),
  };
}

function generatedClauseOf(kind: Kind, esignon: boolean): Property['generated'] {
  if (kind === 'attacks') return { clause: esignon ? 'ES-26' : 'CK-26', instances: [] };
  if (kind === 'equivalent logins') {
    return esignon ? { clause: 'ES-28', instances: ['ES-19'] } : { clause: 'CK-30', instances: ['CK-24'] };
  }
  return esignon
    ? { clause: 'ES-27', instances: ESIGNON_MALFORMED }
    : { clause: 'CK-29', instances: CKSTACK_MALFORMED };
}

function arbitraryOf(kind: Kind, esignon: boolean) {
  if (kind === 'attacks') return credentialAttack;
  if (kind === 'malformed logins') return malformedLogin;
  return kind === 'equivalent logins' ? equivalentLogin({ withTid: !esignon }) : misheadedLogin;
}
