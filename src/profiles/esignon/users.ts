import type { OutgoingRequest } from '../../http/exchange.js';
import { jsonValue, memberOf } from '../../text/json-members.js';
import { markedAsBlockable } from '../login/blockable.js';
import { missingFixture } from '../login/missing-fixture.js';
import { accountOf, type KnownAccount } from '../login/near/known-accounts.js';
import { strangersCredentials } from '../login/stranger.js';
import { isNotApplicable, type NotApplicable, type TestUser } from '../profile.js';
import { ESIGNON_DOCUMENTS, type EsignonProfileName } from './documents.js';
import type { EsignonFixtures, EsignonUser } from './fixtures.js';
import { ownTexts, truthOf } from './login-truth.js';
import { esignonExpectation } from './oracle/expectation.js';
import { accountKey, type EsignonLogin, pathOf, requestOf } from './requests/login.js';
import { ESIGNON_VARIATIONS } from './requests/variations.js';

/** An eSignon account with what its logins are made of. */
export interface EsignonTestUser extends TestUser {
  readonly login: EsignonLogin;
}

/** As features name it. */
const BLOCKED = 'user of a blocked company';

/** Makes the users of one eSignon profile from the fixtures. */
export class EsignonUsers {
  readonly #profile: EsignonProfileName;
  readonly #fixtures: EsignonFixtures;
  readonly #nonce: string;

  constructor(profile: EsignonProfileName, fixtures: EsignonFixtures, nonce: string) {
    this.#profile = profile;
    this.#fixtures = fixtures;
    this.#nonce = nonce;
  }

  /** @throws {NotChecked} naming the fixture that is missing */
  all(): readonly EsignonTestUser[] {
    const { company, user, secondUser } = this.#fixtures;
    if (company === undefined) throw missingFixture('esignon.company', 'no company is given');
    if (!user) throw missingFixture('esignon.user', 'no user is given');
    const first = this.#userOf('esignon.user', user, company, secondUser?.password);
    if (!secondUser) return [first];
    return [first, this.#userOf('esignon.secondUser', secondUser, company, user.password)];
  }

  /**
   * @throws {NotChecked} when the fixtures give none
   * @throws {Error} for a role that eSignon does not know
   */
  as(role: string): EsignonTestUser {
    if (role !== BLOCKED) throw new Error(`eSignon knows no "${role}"`);
    return this.blocked();
  }

  /** The user of a company that may not call the API. @throws {NotChecked} when the fixtures give none */
  blocked(): EsignonTestUser {
    const blocked = this.#fixtures.blockedCompany;
    if (!blocked) throw missingFixture('esignon.blockedCompany', 'no blocked company is given');
    return this.#userOf('esignon.blockedCompany', blocked, blocked.company, undefined, false);
  }

  /** A login of somebody who does not exist, for the probe. */
  stranger(path: string): EsignonLogin {
    const nonce = this.#nonce;
    const { name, password } = strangersCredentials(nonce);
    return {
      profile: this.#profile,
      path,
      company: this.#fixtures.company ?? `nowhere-${nonce}`,
      email: name,
      password,
      clientId: this.#fixtures.clientId ?? 'token-assay',
      nonce,
    };
  }

  /** Path template of the endpoint, with `{company}`. */
  get path(): string {
    return this.#fixtures.paths?.[this.#profile] ?? ESIGNON_DOCUMENTS[this.#profile].defaultPath;
  }

  /** Every account of the fixtures. */
  #accounts(): readonly KnownAccount[] {
    const { company, user, secondUser, blockedCompany } = this.#fixtures;
    const account = (fixture: string, of: EsignonUser | undefined, at: string | undefined) =>
      of && at !== undefined ? [{ fixture, company: at, name: of.email, password: of.password }] : [];
    return [
      ...account('esignon.user', user, company),
      ...account('esignon.secondUser', secondUser, company),
      ...account('esignon.blockedCompany', blockedCompany, blockedCompany?.company),
    ];
  }

  #userOf(
    fixture: string,
    user: EsignonUser,
    company: string,
    otherPassword: string | undefined,
    canLogIn = true,
  ): EsignonTestUser {
    const { clientId, blockedCompany } = this.#fixtures;
    if (this.#profile === 'esignon-startsimple' && clientId === undefined) {
      throw missingFixture(
        'esignon.clientId',
        'no client id is given, which every request of esignon-startsimple carries',
      );
    }
    const otherCompany = canLogIn ? blockedCompany?.company : this.#fixtures.company;
    const login: EsignonLogin = {
      profile: this.#profile,
      path: this.path,
      company,
      email: user.email,
      password: user.password,
      clientId,
      ...(otherPassword === undefined || otherPassword === user.password ? {} : { otherPassword }),
      ...(otherCompany === undefined || otherCompany === company ? {} : { otherCompany }),
      accounts: this.#accounts(),
      nonce: this.#nonce,
    };
    return {
      fixture,
      account: accountKey(login),
      canLogIn,
      login,
      // Where nobody may log in, right credentials are refused for the company: not a failed login (ES-30).
      plain: async () =>
        requestOf(login, { label: 'a valid login', valid: canLogIn, namesAccount: canLogIn }),
      vary: async (phrase) => {
        const variation = ESIGNON_VARIATIONS.get(phrase);
        if (!variation) throw new Error(`no eSignon login is known as "${phrase}"`);
        const built = variation.build(login);
        return isNotApplicable(built)
          ? built
          : (rightAfterAll(built, login) ??
              markedAsBlockable(withExpectation(built, login), ownTexts(login)));
      },
    };
  }
}

/** Adds what the bytes of a login to its own company allow as the answer. */
function withExpectation(request: OutgoingRequest, login: EsignonLogin): OutgoingRequest {
  const { method, path, headers, body } = request;
  if (method !== 'POST' || path !== pathOf(login)) return request;
  const sent = { path, headers, body: body ?? new Uint8Array() };
  return { ...request, expectation: esignonExpectation(sent, truthOf(login)) };
}

/** Why a login that is meant to be wrong is right, be it for another account of the fixtures; `null`: it is wrong. */
function rightAfterAll(request: OutgoingRequest, { accounts = [] }: EsignonLogin): NotApplicable | null {
  const { facts, body } = request;
  if (!facts?.wrongCredentials || body === null) return null;
  const sent = memberOf(jsonValue(Buffer.from(body).toString()), 'body');
  const [name, password] = [memberOf(sent, 'memb_email'), memberOf(sent, 'memb_pwd')];
  if (typeof name !== 'string' || typeof password !== 'string') return null;
  const right = accountOf({ company: facts.sent?.company ?? '', name, password }, accounts);
  return right ? { notApplicable: `it would be the right login of ${right.fixture}` } : null;
}
