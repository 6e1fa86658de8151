import type { TestUser } from '../engine/test-user.js';
import type { TestUsers } from '../engine/test-users.js';
import { NotChecked } from '../errors/not-checked.js';
import type { OutgoingRequest } from '../http/exchange.js';
import { isProfileName, type ProfileName } from '../profiles/built-in.js';
import type { EsignonProfile } from '../profiles/esignon/requests/login.js';
import { CKSTACK_USER_KEYS, type CkstackUserKey, type Fixtures } from '../profiles/fixtures.js';
import { isNotApplicable } from '../profiles/login/variation.js';
import { memberOf } from '../text/json-members.js';
import type { PactState } from './pact-document.js';

/** A provider state that the fixtures fill. */
export interface StateSetUp {
  /** What `fromProviderState` puts in. */
  readonly values: Readonly<Record<string, string>>;
  /** The login that these values are taken from: what is true of it is true of the interaction's request. */
  readonly login: OutgoingRequest;
  readonly testUser: TestUser;
}

/** Stands for the signature, which only what goes on the wire can tell. */
export const SIGNATURE_PLACEHOLDER = 'signature-of-what-is-sent';

interface Asked {
  readonly params: Readonly<Record<string, unknown>>;
  readonly testUsers: TestUsers;
  readonly profile: EsignonProfile;
  readonly key: string;
}

type Preparation = (asked: Asked) => Promise<{ testUser: TestUser; login: OutgoingRequest }>;

/** The states of the own contracts, which others may use as well: see docs/pact.md. */
const STATES: Readonly<Record<string, Preparation>> = {
  'a user belongs to a company': async ({ testUsers, profile, key }) =>
    plain(first(testUsers.all(profile, key))),
  'nobody in a company has the e-mail address': async ({ testUsers, profile, key }) =>
    varied(first(testUsers.all(profile, key)), 'with an e-mail that nobody has'),
  'a company may call the API': async ({ testUsers, profile, key }) =>
    varied(first(testUsers.all(profile, key)), 'with an empty body'),
  'a company may not call the API': async ({ testUsers, profile }) => plain(testUsers.blocked(profile)),
  'a ckstack user exists': async ({ testUsers, params, key }) =>
    plain(
      params.role === undefined
        ? first(testUsers.all('ckstack-token', key))
        : testUsers.ckstackUser(userKey(params.role), key),
    ),
  'a ckstack user does not exist': async ({ testUsers, key }) =>
    varied(first(testUsers.all('ckstack-token', key)), 'as a user who does not exist'),
};

/** The names of the states that the fixtures can fill. */
export const STATE_NAMES: readonly string[] = Object.keys(STATES);

/** Fills provider states from the fixtures of a run. */
export class ProviderStates {
  readonly #testUsers: TestUsers;
  readonly #fixtures: Fixtures;
  readonly #served: readonly ProfileName[];

  constructor(testUsers: TestUsers, fixtures: Fixtures, served: readonly ProfileName[]) {
    this.#testUsers = testUsers;
    this.#fixtures = fixtures;
    this.#served = served;
  }

  /** Whether a state is one of ours. */
  knows(name: string): boolean {
    return Object.hasOwn(STATES, name);
  }

  /**
   * Sets a state up, which changes nothing in the target.
   * @param key of the interaction, any text: makes its transaction id its own
   * @throws {NotChecked} when the fixtures do not fill it
   * @throws {SignerError} when the signature cannot be made
   */
  async setUp({ name, params = {} }: PactState, key: string): Promise<StateSetUp> {
    const prepare = this.knows(name) ? STATES[name] : undefined;
    if (!prepare) throw new NotChecked('fixture', `no provider state is called «${name}»`);
    const profile = this.#esignonProfile(params.profile);
    const prepared = await prepare({ params, testUsers: this.#testUsers, profile, key });
    return { ...prepared, values: this.#valuesOf(prepared.login) };
  }

  #esignonProfile(asked: unknown): EsignonProfile {
    if (asked === undefined) {
      return this.#served.includes('esignon-login') ? 'esignon-login' : 'esignon-startsimple';
    }
    if (typeof asked === 'string' && isProfileName(asked) && asked !== 'ckstack-token') return asked;
    throw new NotChecked('fixture', 'the parameter profile of a provider state names no eSignon profile');
  }

  #valuesOf({ profile, path, headers, body: bytes, facts }: OutgoingRequest): Record<string, string> {
    const json: unknown =
      bytes === null || bytes.length === 0 ? {} : JSON.parse(Buffer.from(bytes).toString());
    const header = (name: string) => headers.find(([known]) => known === name)?.[1];
    if (profile !== 'ckstack-token') {
      const body = memberOf(json, 'body');
      return texts({
        path,
        company: facts?.company ?? this.#fixtures.esignon?.company,
        email: memberOf(body, 'memb_email'),
        password: memberOf(body, 'memb_pwd'),
        clientId: this.#fixtures.esignon?.clientId,
      });
    }
    const [bare = '', query = ''] = path.split('?');
    if (query.includes('&') || !query.startsWith('tid=')) {
      throw new NotChecked(
        'fixture',
        'the path of ckstack has a query of its own, which no contract can hold',
      );
    }
    return texts({
      path: bare,
      tid: facts?.tid,
      userId: memberOf(json, 'userId'),
      password: memberOf(json, 'password'),
      service: header('Ck-Service'),
      date: header('H-Date'),
      apiKey: this.#fixtures.ckstack?.apiKey,
      signature: SIGNATURE_PLACEHOLDER,
    });
  }
}

async function plain(testUser: TestUser): Promise<{ testUser: TestUser; login: OutgoingRequest }> {
  return { testUser, login: await testUser.plain() };
}

async function varied(
  testUser: TestUser,
  phrase: string,
): Promise<{ testUser: TestUser; login: OutgoingRequest }> {
  const login = await testUser.vary(phrase);
  if (isNotApplicable(login)) throw new NotChecked('fixture', login.notApplicable);
  return { testUser, login };
}

function first(testUsers: readonly TestUser[]): TestUser {
  const [testUser] = testUsers;
  if (!testUser) throw new Error('callers are at least one, or else they say why not');
  return testUser;
}

function userKey(role: unknown): CkstackUserKey {
  const key = CKSTACK_USER_KEYS.find((known) => known === role);
  if (key) return key;
  const accepted = CKSTACK_USER_KEYS.join(', ');
  throw new NotChecked('fixture', `the parameter role of a provider state is none of ${accepted}`);
}

function texts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(values).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(given) as Record<string, string>;
}
