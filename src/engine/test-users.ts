import { createHash } from 'node:crypto';
import { NotChecked } from '../errors/not-checked.js';
import { type ProfileName, profileOf } from '../profiles/built-in.js';
import type { Signer } from '../profiles/ckstack/requests/login.js';
import { ckstackTestUser } from '../profiles/ckstack/test-user.js';
import type { EsignonProfile } from '../profiles/esignon/requests/login.js';
import { esignonTestUser } from '../profiles/esignon/test-user.js';
import {
  CKSTACK_USER_KEYS,
  type CkstackUserKey,
  type EsignonUser,
  type Fixtures,
} from '../profiles/fixtures.js';
import type { TestUser } from './test-user.js';

/** What the callers of a run are made from. */
export interface TestUserSources {
  readonly fixtures: Fixtures;
  readonly nonce: string;
  readonly signer: Signer;
  /** Path of the target's base URL, `''` where it has none. */
  readonly pathPrefix: string;
  /** Names of the headers of `--header`, in lower case. */
  readonly addedHeaders: ReadonlySet<string>;
}

/** The people of a run: made from the fixtures, for one scenario at a time. */
export class TestUsers {
  readonly #sources: TestUserSources;
  /** Fixtures whose plain good login was refused: no scenario builds on them. */
  readonly #unusable = new Set<string>();
  /** What every ckstack request of the run was signed with. */
  readonly #signed = new Set<string>();
  /** Logins of each user in each scenario. */
  readonly #logins = new Map<string, number>();

  constructor(sources: TestUserSources) {
    this.#sources = sources;
  }

  /**
   * Everybody whom the fixtures give for a profile.
   * @param scenario key of the scenario, any text: makes its transaction ids its own
   * @throws {NotChecked} naming the fixture that is missing
   */
  all(profile: ProfileName, scenario: string): readonly TestUser[] {
    if (profile !== 'ckstack-token') return this.#esignonUsers(profile);
    const users = this.#sources.fixtures.ckstack?.users ?? {};
    const given = CKSTACK_USER_KEYS.filter((key) => users[key]);
    if (given.length === 0) throw missing('ckstack.users', 'no user is given');
    return given.map((key) => this.ckstackUser(key, scenario));
  }

  /**
   * Those of them whose plain good login works, in an order that depends on the scenario alone, so that the
   * failed logins spread over the accounts, the same way in every run.
   * @throws {NotChecked} when a fixture is missing, or nobody's login works
   */
  usable(profile: ProfileName, scenario: string): readonly TestUser[] {
    const usable = this.all(profile, scenario).filter((testUser) => !this.#unusable.has(idOf(testUser)));
    if (usable.length === 0) {
      throw new NotChecked(
        'precondition',
        `the plain login of the fixtures is not accepted (see ${goodLoginClause(profile)})`,
      );
    }
    // The examples of an outline stand on lines one after another: they take turns.
    const turn = Number(/\d+$/.exec(scenario)?.[0] ?? 0) % usable.length;
    return [...usable.slice(turn), ...usable.slice(0, turn)];
  }

  /** Marks a caller whose plain good login was refused. */
  markUnusable(testUser: TestUser): void {
    this.#unusable.add(idOf(testUser));
  }

  /**
   * The user of a company that may not call the API.
   * @throws {NotChecked} when the fixtures give none
   */
  blocked(profile: EsignonProfile): TestUser {
    const blocked = this.#sources.fixtures.esignon?.blockedCompany;
    if (!blocked) throw missing('esignon.blockedCompany', 'no blocked company is given');
    return this.#esignon(profile, 'esignon.blockedCompany', blocked, blocked.company, undefined, false);
  }

  /**
   * The ckstack user who is there to show something.
   * @throws {NotChecked} when the fixtures do not give that user, or something every request needs
   */
  ckstackUser(key: CkstackUserKey, scenario: string): TestUser {
    const ckstack = this.#sources.fixtures.ckstack;
    const user = ckstack?.users?.[key];
    if (!ckstack || !user) throw missing(`ckstack.users.${key}`, 'this user is not given');
    if (ckstack.apiKey === undefined) throw missing('ckstack.apiKey', 'no API key is given');
    if (ckstack.service === undefined) throw missing('ckstack.service', 'no value for Ck-Service is given');
    if (ckstack.signature === undefined) throw missing('ckstack.signature', 'no way to sign is given');
    const others = CKSTACK_USER_KEYS.filter((other) => other !== key).map((other) => ckstack.users?.[other]);
    const other = others.find((candidate) => candidate && candidate.password !== user.password);
    return ckstackTestUser(
      `ckstack.users.${key}`,
      {
        path: ckstack.path ?? profileOf('ckstack-token').defaultPath,
        apiKey: ckstack.apiKey,
        service: ckstack.service,
        userId: user.userId,
        password: user.password,
        passwordEncoding: ckstack.passwordEncoding ?? 'hex',
        ...(other ? { otherPassword: other.password } : {}),
        nonce: this.#sources.nonce,
      },
      {
        signer: this.#sources.signer,
        pathPrefix: this.#sources.pathPrefix,
        addedHeaders: this.#sources.addedHeaders,
        signed: this.#signed,
        nextTid: () => this.#nextTid(`${scenario} ${key}`),
      },
    );
  }

  /**
   * The roles that the fixtures expect of the user of several companies.
   * @throws {NotChecked} when they do not give that user
   */
  companyRoles(): Readonly<Record<string, readonly string[]>> {
    const user = this.#sources.fixtures.ckstack?.users?.['several-companies'];
    if (!user) throw missing('ckstack.users.several-companies', 'this user is not given');
    return user.roles;
  }

  /** @param of somebody in a scenario: the order of their logins does not depend on what goes on beside them */
  #nextTid(of: string): string {
    const number = (this.#logins.get(of) ?? 0) + 1;
    this.#logins.set(of, number);
    const digest = createHash('sha256').update(of).digest('hex').slice(0, 8);
    return `assay-${this.#sources.nonce}-${digest}-${number}`;
  }

  #esignonUsers(profile: EsignonProfile): readonly TestUser[] {
    const esignon = this.#sources.fixtures.esignon;
    if (esignon?.company === undefined) throw missing('esignon.company', 'no company is given');
    if (!esignon.user) throw missing('esignon.user', 'no user is given');
    const { company, user, secondUser } = esignon;
    const first = this.#esignon(profile, 'esignon.user', user, company, secondUser?.password);
    if (!secondUser) return [first];
    return [first, this.#esignon(profile, 'esignon.secondUser', secondUser, company, user.password)];
  }

  #esignon(
    profile: EsignonProfile,
    fixture: string,
    user: EsignonUser,
    company: string,
    otherPassword: string | undefined,
    canLogIn = true,
  ): TestUser {
    const esignon = this.#sources.fixtures.esignon;
    if (profile === 'esignon-startsimple' && esignon?.clientId === undefined) {
      throw missing(
        'esignon.clientId',
        'no client id is given, which every request of esignon-startsimple carries',
      );
    }
    const otherCompany = esignon?.blockedCompany?.company;
    return esignonTestUser(
      fixture,
      {
        profile,
        path: esignon?.paths?.[profile] ?? profileOf(profile).defaultPath,
        company,
        email: user.email,
        password: user.password,
        clientId: esignon?.clientId,
        ...(otherPassword === undefined || otherPassword === user.password ? {} : { otherPassword }),
        ...(otherCompany === undefined || otherCompany === company ? {} : { otherCompany }),
        nonce: this.#sources.nonce,
      },
      { canLogIn },
    );
  }
}

/** The clause that a refused plain login violates. */
export function goodLoginClause(profile: ProfileName): 'ES-01' | 'CK-01' {
  return profile === 'ckstack-token' ? 'CK-01' : 'ES-01';
}

function idOf(testUser: TestUser): string {
  return `${testUser.profile} ${testUser.fixture}`;
}

function missing(fixture: string, what: string): NotChecked {
  return new NotChecked('fixture', `${what}: put ${fixture} into the fixtures file`);
}
