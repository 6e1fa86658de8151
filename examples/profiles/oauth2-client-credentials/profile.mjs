// @ts-check
import { isNotApplicable, NotChecked } from 'token-assay';
import { evaluate } from './answers.mjs';
import { CLAUSES } from './clauses.mjs';
import { MALFORMED_REQUESTS, malformedRequests } from './malformed-requests.mjs';
import { accountOf, NAME, tokenRequest, VARIATIONS } from './requests.mjs';

/** @import { FixturesPart, Profile, ProfileRun, ProfileSetting, TestUser } from 'token-assay' */
/** @import { Client } from './requests.mjs' */

/** The member `oauth2` of the fixtures file. @typedef {{ readonly path?: string, readonly clients?: readonly Client[] }} Fixtures */

const TEXT = { type: 'string', minLength: 1 };

/** @type {FixturesPart} */
const FIXTURES = {
  furtherUser: 'oauth2.clients',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      path: { ...TEXT, description: "the path of the token endpoint below the target's URL, such as /token" },
      clients: { type: 'array', items: { $ref: '#/$defs/client' } },
    },
    $defs: {
      client: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'secret'],
        properties: {
          id: { ...TEXT, description: 'the id of a client that may use the client credentials grant' },
          secret: { ...TEXT, description: 'the secret of that client, best as ${env:NAME}' },
          scope: { ...TEXT, description: 'the scope that it asks for, where the server wants one' },
        },
      },
    },
  },
  async check(value) {
    const ids = clientsOf(value).map(({ id }) => id);
    const twice = ids.findIndex((id, at) => ids.indexOf(id) < at);
    const problem = `oauth2.clients[${twice}].id is that of an earlier client; give another client, or leave it out`;
    return { value, problems: twice < 0 ? [] : [problem] };
  },
  secrets: (value) => clientsOf(value).map(({ secret }) => secret),
};

/**
 * The token endpoint of OAuth 2.0 for the client credentials grant (RFC 6749 section 4.4), with clients that
 * authenticate by HTTP Basic.
 *
 * @type {Profile}
 */
export default {
  name: NAME,
  family: 'oauth2',
  title: 'OAuth 2.0 client credentials grant',
  document: 'RFC 6749',
  endpoint: 'POST {target}/token',
  features: ['features/*.feature'],
  clauses: CLAUSES,
  roles: { goodLogin: 'OA-01', loginAfterRefusals: 'OA-13', crash: 'OA-10', distinctTokens: 'OA-14' },
  statements: [
    ['the answer contains an access token', 'OA-01'],
    ["the answer names the token's type", 'OA-02'],
    ["the answer's token is of the type Bearer", 'OA-02'],
    ["the answer's lifetime is a number of seconds, if there is one", 'OA-03'],
    ['the answer contains a lifetime', 'OA-03'],
    ['the answer is not to be stored', 'OA-04'],
    ['the answer is not to be stored by caches of HTTP 1.0', 'OA-04'],
    ['the answer challenges the client to authenticate', 'OA-05'],
    ['the answer is a well-formed refusal without a token', 'OA-10'],
    ['the answer does not contain the client secret', 'OA-11'],
  ],
  fixtures: FIXTURES,
  ownHeaders: ['authorization'],
  properties: [MALFORMED_REQUESTS],
  open: openRun,
};

/**
 * @param {unknown} fixtures of the schema
 * @returns {readonly Client[]}
 */
function clientsOf(fixtures) {
  const { clients = [] } = /** @type {Fixtures} */ (fixtures);
  return clients;
}

/**
 * @param {ProfileSetting} setting
 * @returns {ProfileRun}
 */
function openRun({ fixtures, nonce }) {
  const { path = '/token', clients = [] } = /** @type {Fixtures} */ (fixtures ?? {});

  /**
   * @param {Client} client
   * @returns {TestUser}
   */
  const userOf = (client) => ({
    fixture: `oauth2.clients[${clients.indexOf(client)}]`,
    account: accountOf(client),
    canLogIn: true,
    plain: async () => tokenRequest(client, path, 'a valid request', true),
    async vary(phrase) {
      const variation = VARIATIONS.get(phrase);
      if (!variation) throw new Error(`no request is known as "${phrase}"`);
      const others = clients.filter((other) => other !== client);
      const changes = variation.changes(client, nonce, others);
      return isNotApplicable(changes)
        ? changes
        : tokenRequest(client, path, phrase, variation.valid, changes);
    },
  });

  return {
    users() {
      if (clients.length > 0) return clients.map(userOf);
      throw new NotChecked('fixture', 'no client is given: put oauth2.clients into the fixtures file');
    },
    userAs(role) {
      throw new Error(`there is no client that is a ${role}`);
    },
    async strangersLogin(place) {
      const stranger = { id: `nobody-${nonce}`, secret: `Nobody-${nonce}-1` };
      const at = place === 'endpoint' ? path : `${path}-${nonce}`;
      const { facts: _, ...request } = tokenRequest(stranger, at, 'is the profile served?', false);
      return request;
    },
    evaluate,
    requestFactory(user) {
      const client = clients.find((each) => accountOf(each) === user.account);
      if (!client) throw new Error(`${user.fixture} is not a client of the fixtures`);
      return malformedRequests(user, client, path);
    },
  };
}
