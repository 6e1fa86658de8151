/** The three profiles of the contract: which document, which endpoint, which codes. */

export type ProfileName = 'esignon-startsimple' | 'esignon-login' | 'ckstack-token';
export type ProfileFamily = 'esignon' | 'ckstack';

export interface Profile {
  readonly name: ProfileName;
  readonly family: ProfileFamily;
  /** One line for people. */
  readonly title: string;
  /** Name under which the catalogue cites the source document. */
  readonly document: string;
  /** Path below the target's base URL; `{company}` is replaced. The fixtures file may override it. */
  readonly defaultPath: string;
  /** Every code of the document's table (eSignon only: `header.result_code`). */
  readonly resultCodes: readonly string[];
  /** The code of a successful login. */
  readonly successCode: string;
}

export const PROFILES: readonly Profile[] = [
  {
    name: 'esignon-startsimple',
    family: 'esignon',
    title: 'eSignon token issuance, startsimple (1001Q/1001A)',
    document: 'eSignon API, token issuance (Korean)',
    defaultPath: '/api/{company}/startsimple',
    resultCodes: ['00', '10', '12', '99'],
    successCode: '00',
  },
  {
    name: 'esignon-login',
    family: 'esignon',
    title: 'eSignon token issuance, login (1001Q/1001A)',
    document: 'eSignon API, token issuance (Japanese)',
    defaultPath: '/api/{company}/login',
    resultCodes: ['00', '10', '12', '95', '99'],
    successCode: '00',
  },
  {
    name: 'ckstack-token',
    family: 'ckstack',
    title: 'ckstack token issuance (signed headers, roles from menus)',
    document: 'ckstack API, token issuance (Korean)',
    defaultPath: '/token',
    resultCodes: ['S000001'],
    successCode: 'S000001',
  },
];

export const PROFILE_NAMES: readonly ProfileName[] = PROFILES.map((profile) => profile.name);

/** @throws {TypeError} never for a `ProfileName`; the catalogue test holds that every name has a profile. */
export function profileOf(name: ProfileName): Profile {
  const profile = PROFILES.find((candidate) => candidate.name === name);
  if (!profile) throw new TypeError(`no such profile: ${name}`);
  return profile;
}

/** Narrows any string to a profile name. */
export function isProfileName(name: string): name is ProfileName {
  return PROFILE_NAMES.some((known) => known === name);
}
