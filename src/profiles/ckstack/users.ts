import { createHash } from 'node:crypto';
import { NotChecked } from '../../errors/not-checked.js';
import type { OutgoingRequest } from '../../http/exchange.js';
import { headerValue } from '../../text/header-field.js';
import { jsonValue, memberOf } from '../../text/json-members.js';
import { markedAsBlockable } from '../login/blockable.js';
import { missingFixture } from '../login/missing-fixture.js';
import { accountOf } from '../login/near/known-accounts.js';
import { STRANGERS_LABEL, strangersCredentials } from '../login/stranger.js';
import { isNotApplicable, type NotApplicable, type ProfileSetting, type TestUser } from '../profile.js';
import { CKSTACK_TOKEN } from './document.js';
import { CKSTACK_USER_KEYS, type CkstackFixtures, type CkstackUserKey } from './fixtures.js';
import { classifyDigest } from './oracle/classify-digest.js';
import { ckstackExpectation } from './oracle/expectation.js';
import {
  accountKey,
  type CkstackDraft,
  type CkstackLogin,
  ownTexts,
  plainDraft,
  signDraft,
} from './requests/login.js';
import { CKSTACK_VARIATIONS } from './requests/variations.js';
import { createSigner, type Signer } from './signer.js';
import { SignerError } from './signer-error.js';

/** All of a login but its transaction id and time, which every login has of its own. */
export type CkstackCredentials = Omit<CkstackLogin, 'tid' | 'now'>;

/** A ckstack account with what its logins are made of. */
export interface CkstackTestUser extends TestUser {
  readonly credentials: CkstackCredentials;
  /** @throws {NotChecked} when the user's signer makes no signature */
  sign(draft: CkstackDraft): Promise<OutgoingRequest>;
}

/** How features name the accounts of the fixtures. */
const KEY_OF_ROLE: Readonly<Record<string, CkstackUserKey>> = {
  'system administrator': 'system-administrator',
  'intermediate administrator': 'intermediate-administrator',
  'general user': 'general-user',
  'user without a role': 'no-role',
  'user of several companies': 'several-companies',
};

/** A fixed signature, say, is right for every request. */
const COVERS_TOO_LITTLE: NotApplicable = {
  notApplicable: 'the signature of the fixtures does not cover what differs',
};

/** Headers of the plain login. */
const OWN_HEADERS = ['accept', 'content-type', 'h-date', 'ck-service', 'h-authorization'];

/** How much older the date of a request may be, in seconds, for the sake of a signature of its own. */
const OLDEST_S = 3;

/** Makes the users of ckstack from the fixtures. Each login of the run has a transaction id and a signature of its own. */
export class CkstackUsers {
  readonly signer: Signer;
  readonly #fixtures: CkstackFixtures;
  readonly #setting: ProfileSetting;
  /** What every request of the run was signed with. */
  readonly #signed = new Set<string>();
  /** Logins of each user in each scenario. */
  readonly #logins = new Map<string, number>();

  constructor(fixtures: CkstackFixtures, setting: ProfileSetting) {
    this.#fixtures = fixtures;
    this.#setting = setting;
    this.signer = createSigner(fixtures.signature);
  }

  /** @throws {NotChecked} naming the fixture that is missing */
  all(scenario: string): readonly CkstackTestUser[] {
    const users = this.#fixtures.users ?? {};
    const given = CKSTACK_USER_KEYS.filter((key) => users[key]);
    if (given.length === 0) throw missingFixture('ckstack.users', 'no user is given');
    return given.map((key) => this.of(key, scenario));
  }

  /**
   * @throws {NotChecked} when the fixtures do not give that user
   * @throws {Error} for a role that ckstack does not know
   */
  as(role: string, scenario: string): CkstackTestUser {
    const key = KEY_OF_ROLE[role];
    if (!key) throw new Error(`ckstack knows no "${role}"`);
    return this.of(key, scenario);
  }

  /**
   * The user of that key in the fixtures.
   * @throws {NotChecked} when the fixtures do not give that user, or something every request needs
   */
  of(key: CkstackUserKey, scenario: string): CkstackTestUser {
    const { users, apiKey, service, signature, passwordEncoding = 'hex' } = this.#fixtures;
    const user = users?.[key];
    if (!user) throw missingFixture(`ckstack.users.${key}`, 'this user is not given');
    if (apiKey === undefined) throw missingFixture('ckstack.apiKey', 'no API key is given');
    if (service === undefined) throw missingFixture('ckstack.service', 'no value for Ck-Service is given');
    if (signature === undefined) throw missingFixture('ckstack.signature', 'no way to sign is given');
    const other = CKSTACK_USER_KEYS.map((each) => users?.[each]).find(
      (each) => each !== user && each && each.password !== user.password,
    );
    return this.#testUser(key, scenario, {
      path: this.path,
      apiKey,
      service,
      userId: user.userId,
      password: user.password,
      passwordEncoding,
      ...(other ? { otherPassword: other.password } : {}),
      nonce: this.#setting.nonce,
    });
  }

  /**
   * The roles that the fixtures expect of the user of several companies.
   * @throws {NotChecked} when they do not give that user
   */
  companyRoles(): Readonly<Record<string, readonly string[]>> {
    const user = this.#fixtures.users?.['several-companies'];
    if (!user) throw missingFixture('ckstack.users.several-companies', 'this user is not given');
    return user.roles;
  }

  /** Names of the companies that the fixtures give the roles of a user in; often empty. */
  companiesWithRoles(userId: string | undefined): readonly string[] {
    const user = this.#fixtures.users?.['several-companies'];
    return user && user.userId === userId ? Object.keys(user.roles) : [];
  }

  /** The unsigned login of somebody who does not exist, for the probe. */
  stranger(path: string): Promise<OutgoingRequest> {
    const { nonce, pathPrefix } = this.#setting;
    const { name, password } = strangersCredentials(nonce);
    const login: CkstackLogin = {
      path,
      apiKey: this.#fixtures.apiKey ?? 'token-assay',
      service: this.#fixtures.service ?? 'token-assay',
      userId: name,
      password,
      passwordEncoding: 'hex',
      tid: `probe-${nonce}`,
      nonce,
      now: new Date(),
    };
    return signDraft(plainDraft(login, STRANGERS_LABEL), async () => 'unsigned', pathPrefix);
  }

  get path(): string {
    return this.#fixtures.path ?? CKSTACK_TOKEN.defaultPath;
  }

  /** Path of the target's base URL, which is signed too. */
  get pathPrefix(): string {
    return this.#setting.pathPrefix;
  }

  get apiKey(): string {
    return this.#fixtures.apiKey ?? '';
  }

  #testUser(key: CkstackUserKey, scenario: string, credentials: CkstackCredentials): CkstackTestUser {
    const { addedHeaders } = this.#setting;
    const next = (): CkstackLogin => ({
      ...credentials,
      tid: this.#nextTid(`${scenario} ${key}`),
      now: new Date(),
    });
    const sign = (draft: CkstackDraft) => this.#sign(draft);
    return {
      fixture: `ckstack.users.${key}`,
      account: accountKey(credentials),
      canLogIn: true,
      credentials,
      sign,
      plain: async () => sign(plainDraft(next())),
      vary: async (phrase) => {
        const variation = CKSTACK_VARIATIONS.get(phrase);
        if (!variation) throw new Error(`no ckstack login is known as "${phrase}"`);
        const draft = variation.build(next());
        if (isNotApplicable(draft)) return draft;
        const right = this.#rightAfterAll(draft);
        if (right) return right;
        let signature = '';
        const signed = await sign({
          ...draft,
          authorization: (right) => {
            signature = right;
            return draft.authorization(right);
          },
        });
        const expected = isBorrowing(draft) ? signed : withExpectation(signed, credentials, signature);
        const request = markedAsBlockable(expected, ownTexts(credentials));
        const taken = request.headers.find(
          ([name]) => !OWN_HEADERS.includes(name.toLowerCase()) && addedHeaders.has(name.toLowerCase()),
        );
        if (taken) return { notApplicable: `it would take the place of the ${taken[0]} of --header` };
        const own = isBorrowing(draft) ? await sign({ ...draft, signedAs: {} }) : null;
        return own !== null && authorizationOf(own) === authorizationOf(request)
          ? COVERS_TOO_LITTLE
          : request;
      },
    };
  }

  /** Why a login that is meant to be wrong is right, be it for another account of the fixtures; `null`: it is wrong. */
  #rightAfterAll({ wrongCredentials, body }: CkstackDraft): NotApplicable | null {
    if (!wrongCredentials || body === null) return null;
    const sent = jsonValue(Buffer.from(body).toString());
    const [name, password] = [memberOf(sent, 'userId'), memberOf(sent, 'password')];
    if (typeof name !== 'string' || typeof password !== 'string') return null;
    const { users = {}, passwordEncoding = 'hex' } = this.#fixtures;
    const accounts = CKSTACK_USER_KEYS.flatMap((key) => {
      const user = users[key];
      return user
        ? [{ fixture: `ckstack.users.${key}`, company: '', name: user.userId, password: user.password }]
        : [];
    });
    const right = accountOf({ company: '', name, password }, accounts, (digest, typed) =>
      ['same', 'form'].includes(classifyDigest(digest, typed, passwordEncoding)),
    );
    return right ? { notApplicable: `it would be the right login of ${right.fixture}` } : null;
  }

  /**
   * Two requests of one second with one transaction id have one signature, and a target may take the second for a
   * replay: it is dated a second or more back, where that makes another signature.
   * @throws {NotChecked} when the signer makes no signature
   */
  async #sign(draft: CkstackDraft): Promise<OutgoingRequest> {
    const sign = (one: CkstackDraft) =>
      signDraft(one, this.signer, this.#setting.pathPrefix).catch(asNotChecked);
    const keyOf = (request: OutgoingRequest) => `${request.path} ${authorizationOf(request)}`;
    const plain = await sign(draft);
    let request = plain;
    const isOfNow = draft.date === draft.now.toUTCString();
    for (let back = 1; isOfNow && this.#signed.has(keyOf(request)) && back <= OLDEST_S; back += 1) {
      const now = new Date(draft.now.getTime() - back * 1000);
      request = await sign({ ...draft, now, date: now.toUTCString() });
      // A fixed signature, say, is the same at any time.
      if (keyOf(request) === keyOf(plain)) return plain;
    }
    this.#signed.add(keyOf(request));
    // It is as fresh as one of now: what makes it stale is that it waits.
    return request.freshness
      ? { ...request, freshness: { ...request.freshness, at: draft.now.getTime() } }
      : request;
  }

  /** @param of somebody in a scenario: the order of their logins does not depend on what goes on elsewhere */
  #nextTid(of: string): string {
    const number = (this.#logins.get(of) ?? 0) + 1;
    this.#logins.set(of, number);
    const digest = createHash('sha256').update(of).digest('hex').slice(0, 8);
    return `assay-${this.#setting.nonce}-${digest}-${number}`;
  }
}

/** What cannot be signed cannot be checked: the signer is the user's. */
export function asNotChecked(error: unknown): never {
  if (error instanceof SignerError) throw new NotChecked('fixture', error.message);
  throw error;
}

/** Adds what the bytes of a login allow as the answer. @param signature the right one */
function withExpectation(
  request: OutgoingRequest,
  credentials: CkstackCredentials,
  signature: string,
): OutgoingRequest {
  const { method, path, headers, body } = request;
  if (method !== 'POST') return request;
  const sent = { path, headers, body: body ?? new Uint8Array() };
  return {
    ...request,
    expectation: ckstackExpectation(sent, { ...credentials, signature, now: new Date() }),
  };
}

function isBorrowing({ signedAs }: CkstackDraft): boolean {
  return Object.keys(signedAs).length > 0;
}

function authorizationOf({ headers }: OutgoingRequest): string | undefined {
  return headerValue(headers, 'h-authorization');
}
