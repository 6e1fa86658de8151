import { strangersLogin } from '../login/stranger.js';
import { TokenMemory } from '../login/token-memory.js';
import { WRONG_LOGIN } from '../login/wrong-passwords.js';
import type { Profile, ProfileRun, ProfileSetting } from '../profile.js';
import { CKSTACK_CLAUSES } from './clauses/ckstack.js';
import { ROLE_CLAUSES } from './clauses/roles.js';
import { ckstackContracts } from './contract-support.js';
import { CKSTACK_TOKEN } from './document.js';
import { evaluateCkstack } from './evaluate.js';
import type { CkstackFixtures } from './fixtures.js';
import { CKSTACK_FIXTURES } from './fixtures-part.js';
import { ckstackRequestFactory } from './generated-requests.js';
import { CKSTACK_PROPERTIES } from './properties.js';
import { fixtureRoleChecks } from './role-checks.js';
import { UserIds } from './user-ids.js';
import { type CkstackTestUser, CkstackUsers } from './users.js';

/** ckstack token issuance: signed headers, SHA-256 password, roles from menus. */
export const CKSTACK_PROFILE: Profile = {
  name: CKSTACK_TOKEN.name,
  family: CKSTACK_TOKEN.family,
  title: CKSTACK_TOKEN.title,
  document: CKSTACK_TOKEN.document,
  endpoint: `POST {target}${CKSTACK_TOKEN.defaultPath}`,
  features: ['features/**/*.feature'],
  clauses: [...CKSTACK_CLAUSES, ...ROLE_CLAUSES],
  wrongLogin: WRONG_LOGIN,
  roles: {
    goodLogin: 'CK-01',
    loginAfterRefusals: 'CK-33',
    crash: 'CK-23',
    distinctTokens: 'CK-27',
  },
  statements: [
    ['the answer contains a token', 'CK-05'],
    ['the answer is a well-formed refusal without a token', 'CK-18'],
    ["the answer's HTTP status is one that the contract allows", 'CK-23'],
    ['the answer is UTF-8 JSON', 'CK-31'],
    ['the answer has the content type JSON', 'CK-31'],
    ['the answer has no byte order mark', 'CK-31'],
    ['the answer does not contain the password', 'CK-11'],
    ["the answer is the provider's own refusal", 'CK-26'],
    ['the answer returns the transaction id', 'CK-02'],
    ['the answer returns no transaction id, or a string', 'CK-03'],
    ['the answer contains a message', 'CK-04'],
    ["the answer's token expires within ten years, at a time given in seconds", 'CK-06'],
    ['the answer names the user who logged in', 'CK-07'],
    ["the answer's user has members of the documented types", 'CK-08'],
    ["the answer's user has all documented members", 'CK-08'],
    ['the answer has companies, groups and menus', 'CK-09'],
    ["the answer's companies, groups and menus have members of the documented types", 'CK-10'],
  ],
  fixtures: CKSTACK_FIXTURES,
  ownHeaders: ['h-authorization', 'h-date', 'ck-service'],
  properties: CKSTACK_PROPERTIES,
  open: openCkstack,
};

/** ckstack in one run. */
export interface CkstackRun extends ProfileRun {
  /** The accounts of the fixtures. */
  readonly accounts: CkstackUsers;
}

/** Whether a run is one of ckstack. */
export function isCkstackRun(run: ProfileRun): run is CkstackRun {
  return 'accounts' in run && run.accounts instanceof CkstackUsers;
}

function openCkstack(setting: ProfileSetting): CkstackRun {
  const given = (setting.fixtures ?? {}) as CkstackFixtures;
  const accounts = new CkstackUsers(given, setting);
  const memory = {
    tokens: new TokenMemory(),
    userIds: new UserIds(),
    roleChecks: (userId: string, answer: unknown) => fixtureRoleChecks(given, userId, answer),
  };
  return {
    accounts,
    pathIsGiven: given.path !== undefined,
    contracts: ckstackContracts(accounts),
    users: (scenario) => accounts.all(scenario),
    userAs: (role, scenario) => accounts.as(role, scenario),
    strangersLogin: (place) =>
      strangersLogin(accounts.path, place, setting.nonce, (path) => accounts.stranger(path)),
    evaluate: (exchange) => evaluateCkstack(exchange, memory),
    requestFactory: (user) => {
      const { credentials, sign } = user as CkstackTestUser;
      return ckstackRequestFactory(user, credentials, sign);
    },
  };
}
