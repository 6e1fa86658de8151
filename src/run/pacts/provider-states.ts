import { CKSTACK_USER_KEYS, type CkstackUserKey, type Fixtures } from '../../contract/fixtures.js';
import { memberOf } from '../../contract/json-members.js';
import type { PactState } from '../../contract/pact-document.js';
import { isProfileName, type ProfileName } from '../../contract/profile.js';
import type { OutgoingRequest } from '../../exchange/exchange.js';
import type { EsignonProfile } from '../../requests/esignon/login.js';
import { isNotApplicable } from '../../requests/variation.js';
import type { Caller } from '../caller.js';
import type { Callers } from '../callers.js';
import { NotChecked } from '../not-checked.js';

/** A provider state that the fixtures fill. */
export interface StateSetUp {
  /** What `fromProviderState` puts in. */
  readonly values: Readonly<Record<string, string>>;
  /** The login that these values are taken from: what is true of it is true of the interaction's request. */
  readonly login: OutgoingRequest;
  readonly caller: Caller;
}

/** Stands for the signature, which only what goes on the wire can tell. */
export const SIGNATURE_PLACEHOLDER = 'signature-of-what-is-sent';

interface Asked {
  readonly params: Readonly<Record<string, unknown>>;
  readonly callers: Callers;
  readonly profile: EsignonProfile;
  readonly key: string;
}

type Preparation = (asked: Asked) => Promise<{ caller: Caller; login: OutgoingRequest }>;

/** The states of the own contracts, which others may use as well: see docs/pact.md. */
const STATES: Readonly<Record<string, Preparation>> = {
  'a user belongs to a company': async ({ callers, profile, key }) => plain(first(callers.all(profile, key))),
  'nobody in a company has the e-mail address': async ({ callers, profile, key }) =>
    varied(first(callers.all(profile, key)), 'with an e-mail that nobody has'),
  'a company may call the API': async ({ callers, profile, key }) =>
    varied(first(callers.all(profile, key)), 'with an empty body'),
  'a company may not call the API': async ({ callers, profile }) => plain(callers.blocked(profile)),
  'a ckstack user exists': async ({ callers, params, key }) =>
    plain(
      params.role === undefined
        ? first(callers.all('ckstack-token', key))
        : callers.ckstackUser(userKey(params.role), key),
    ),
  'a ckstack user does not exist': async ({ callers, key }) =>
    varied(first(callers.all('ckstack-token', key)), 'as a user who does not exist'),
};

/** The names of the states that the fixtures can fill. */
export const STATE_NAMES: readonly string[] = Object.keys(STATES);

/** Fills provider states from the fixtures of a run. */
export class ProviderStates {
  readonly #callers: Callers;
  readonly #fixtures: Fixtures;
  readonly #served: readonly ProfileName[];

  constructor(callers: Callers, fixtures: Fixtures, served: readonly ProfileName[]) {
    this.#callers = callers;
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
    const prepared = await prepare({ params, callers: this.#callers, profile, key });
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

async function plain(caller: Caller): Promise<{ caller: Caller; login: OutgoingRequest }> {
  return { caller, login: await caller.plain() };
}

async function varied(caller: Caller, phrase: string): Promise<{ caller: Caller; login: OutgoingRequest }> {
  const login = await caller.vary(phrase);
  if (isNotApplicable(login)) throw new NotChecked('fixture', login.notApplicable);
  return { caller, login };
}

function first(callers: readonly Caller[]): Caller {
  const [caller] = callers;
  if (!caller) throw new Error('callers are at least one, or else they say why not');
  return caller;
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
