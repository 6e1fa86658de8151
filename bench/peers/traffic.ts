import { nonceOf } from '../../src/engine/nonce.js';
import type { OpenProfile } from '../../src/engine/test-users.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import type { OutgoingRequest } from '../../src/http/exchange.js';
import type { ProfileName } from '../../src/profiles/documents.js';
import type { TestUser } from '../../src/profiles/profile.js';
import { isNotApplicable, type NotApplicable } from '../../src/profiles/profile.js';
import { type Fixtures, openProfiles } from '../../test/support/profiles.js';
import type { Subject } from './peer.js';

/** A request that a tester would write down from the documents: a valid login, or one of each documented failure. */
export interface PlainRequest {
  /** That of its examples in the description. */
  readonly name: string;
  /** As the provider is to get it. */
  readonly request: OutgoingRequest;
  /** Its path by the description, which may not be the provider's. */
  readonly documentedPath: string;
}

type Draft = (open: OpenProfile) => Promise<OutgoingRequest | NotApplicable>;

const varied =
  (phrase: string): Draft =>
  ({ run }) =>
    first(run.users('peers')).vary(phrase);

const COMMON: Readonly<Record<string, Draft>> = {
  'right-credentials': ({ run }) => first(run.users('peers')).plain(),
  'wrong-password': varied('with a completely different password'),
  'not-json': varied('with a body that is cut off in the middle'),
  'password-lost': varied('without a password'),
};

const ESIGNON: Readonly<Record<string, Draft>> = {
  ...COMMON,
  'unknown-email': varied('with an e-mail that nobody has'),
  'unknown-company': varied('to a company that does not exist'),
  'envelope-lost': varied('with an empty body'),
  'credentials-lost': varied('without the member "body"'),
  'request-code-lost': varied('without a request code'),
};

/** By profile, the requests by their names in the description. */
const TRAFFIC: Readonly<Record<ProfileName, Readonly<Record<string, Draft>>>> = {
  'esignon-startsimple': ESIGNON,
  'esignon-login': {
    ...ESIGNON,
    'blocked-company': ({ run }) => run.userAs('user of a blocked company', 'peers').plain(),
  },
  'ckstack-token': {
    ...COMMON,
    'tid-of-digits': varied('with a transaction id of digits with leading zeros'),
    'without-tid': varied('without a transaction id'),
    'user-of-several-companies': ({ run }) => run.userAs('user of several companies', 'peers').plain(),
    'unknown-user': varied('as a user who does not exist'),
    'wrong-signature': varied('with a signature that differs in its first character'),
  },
};

/** The plain traffic of a profile; what the fixtures do not give is left out. */
export async function trafficOf({ url, profile, fixtures }: Subject): Promise<readonly PlainRequest[]> {
  const open = openAt(profile, fixtures, url);
  const documented = openAt(profile, atDocumentedPaths(fixtures), url);
  const all = await Promise.all(
    Object.entries(TRAFFIC[profile]).map(async ([name, draft]) => {
      const request = await made(() => draft(open));
      const other = await made(() => draft(documented));
      return request && other ? [{ name, request, documentedPath: other.path }] : [];
    }),
  );
  return all.flat();
}

/** A profile with these fixtures, as its users would log in at this base URL. */
function openAt(profile: ProfileName, fixtures: Fixtures, url: string): OpenProfile {
  const open = openedAt(fixtures, url).find((each) => each.profile.name === profile);
  if (!open) throw new Error(`there is no profile ${profile}`);
  return open;
}

/** Every profile with these fixtures, at this base URL. */
export function openedAt(fixtures: Fixtures, url: string): readonly OpenProfile[] {
  return openProfiles(fixtures, { nonce: nonceOf(1), pathPrefix: new URL(url).pathname.replace(/\/$/, '') });
}

function atDocumentedPaths({ esignon, ckstack }: Fixtures): Fixtures {
  const { paths: _paths, ...esignonRest } = esignon ?? {};
  const { path: _path, ...ckstackRest } = ckstack ?? {};
  return { esignon: esignonRest, ckstack: ckstackRest };
}

async function made(draft: () => ReturnType<Draft>): Promise<OutgoingRequest | null> {
  try {
    const request = await draft();
    return isNotApplicable(request) ? null : request;
  } catch (error) {
    if (error instanceof NotChecked) return null;
    throw error;
  }
}

function first(testUsers: readonly TestUser[]): TestUser {
  const [testUser] = testUsers;
  if (!testUser) throw new Error('callers are at least one, or else they say why not');
  return testUser;
}
