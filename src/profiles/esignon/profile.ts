import type { Clause } from '../../verdict/clause.js';
import { STRANGERS_LABEL, strangersLogin } from '../login/stranger.js';
import { TokenMemory } from '../login/token-memory.js';
import { WRONG_LOGIN } from '../login/wrong-passwords.js';
import type { Profile, ProfileRun, ProfileSetting } from '../profile.js';
import { ESIGNON_CLAUSES } from './clauses/esignon.js';
import { LOGIN_CLAUSES } from './clauses/login.js';
import { STARTSIMPLE_CLAUSES } from './clauses/startsimple.js';
import { esignonContracts } from './contract-support.js';
import { ESIGNON_DOCUMENTS, type EsignonProfileName } from './documents.js';
import { evaluateEsignon } from './evaluate.js';
import type { EsignonFixtures } from './fixtures.js';
import { ESIGNON_FIXTURES } from './fixtures-part.js';
import { esignonRequestFactory } from './generated-requests.js';
import { esignonProperties } from './properties.js';
import { plainLogin } from './requests/login.js';
import { type EsignonTestUser, EsignonUsers } from './users.js';

/** What features say of an answer, and the clause that decides it. */
const STATEMENTS: readonly (readonly [statement: string, clause: string])[] = [
  ['the answer is a well-formed success envelope', 'ES-02'],
  ['the answer has the documented response code', 'ES-03'],
  ['the answer contains a token', 'ES-04'],
  ['the answer names the company in the path', 'ES-05'],
  ['the answer names the e-mail that was sent', 'ES-06'],
  ['the answer contains a device id', 'ES-07'],
  ["the answer's token expires on a recognisable date in the future", 'ES-08'],
  ["the answer's token is valid for 30 days", 'SS-01'],
  ['the answer is a well-formed refusal without a token', 'ES-16'],
  ["the answer's result code is one the document lists", 'SS-02'],
  ["the answer's result code is one the document lists", 'LG-02'],
  ["the answer's HTTP status is one that the contract allows", 'ES-17'],
  ['the answer is UTF-8 JSON', 'ES-18'],
  ['the answer has the content type JSON', 'ES-18'],
  ['the answer has no byte order mark', 'ES-18'],
  ['the answer does not contain the password', 'ES-23'],
  ["the answer is the provider's own refusal", 'ES-26'],
];

/** eSignon token issuance at its first address. */
export const STARTSIMPLE_PROFILE = esignonProfile('esignon-startsimple', STARTSIMPLE_CLAUSES);

/** The same operation at its later address, with a smaller request and the code 95. */
export const LOGIN_PROFILE = esignonProfile('esignon-login', LOGIN_CLAUSES);

function esignonProfile(name: EsignonProfileName, further: readonly Clause[]): Profile {
  const { family, title, document, defaultPath } = ESIGNON_DOCUMENTS[name];
  const clauses = [...ESIGNON_CLAUSES, ...further];
  return {
    name,
    family,
    title,
    document,
    endpoint: `POST {target}${defaultPath}`,
    features: ['features/**/*.feature'],
    clauses,
    wrongLogin: WRONG_LOGIN,
    roles: {
      goodLogin: 'ES-01',
      loginAfterRefusals: 'ES-30',
      crash: 'ES-17',
      distinctTokens: 'ES-24',
    },
    statements: STATEMENTS.filter(([, clause]) => clauses.some(({ id }) => id === clause)),
    fixtures: ESIGNON_FIXTURES,
    ownHeaders: [],
    properties: esignonProperties(name),
    open: (setting) => openEsignon(name, setting),
  };
}

function openEsignon(name: EsignonProfileName, { fixtures = {}, nonce }: ProfileSetting): ProfileRun {
  const given = fixtures as EsignonFixtures;
  const users = new EsignonUsers(name, given, nonce);
  const tokens = new TokenMemory();
  return {
    pathIsGiven: given.paths?.[name] !== undefined,
    contracts: esignonContracts(name, users),
    users: () => users.all(),
    userAs: (role) => users.as(role),
    strangersLogin: (place) =>
      strangersLogin(users.path, place, nonce, (path) => plainLogin(users.stranger(path), STRANGERS_LABEL)),
    evaluate: (exchange) => evaluateEsignon(exchange, given, tokens),
    requestFactory: (user) => esignonRequestFactory(user, (user as EsignonTestUser).login),
  };
}
