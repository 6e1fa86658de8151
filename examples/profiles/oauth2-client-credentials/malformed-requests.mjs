// @ts-check
import fc from 'fast-check';
import { accountOf, plainParameters, tokenRequest } from './requests.mjs';

/** @import { Check, FuzzProperty, RequestFactory, TestUser } from 'token-assay' */
/** @import { Arbitrary } from 'fast-check' */
/** @import { Client, Parameter } from './requests.mjs' */

/**
 * What is wrong with a request of whichever client, at least one thing.
 *
 * @typedef {object} Mutation
 * @property {{ readonly how: 'cut' | 'extended' | 'preceded', readonly text: string } | undefined} secret
 * @property {{ readonly how: 'missing' | 'empty' | 'repeated' | 'unknown', readonly text: string } | undefined} grantType
 * @property {readonly Parameter[]} extra parameters that no server knows
 */

/** What the clauses allow as the answer. @typedef {{ readonly clause: string, readonly errors: readonly string[] }} Expectation */

/** Whatever a secret is made of: appendix A.2. */
const printable = fc.string({ minLength: 1, maxLength: 20 });
const grantName = fc.stringMatching(/^[a-z0-9._-]{1,20}$/);

/** @type {Arbitrary<Mutation>} */
const mutations = fc
  .record({
    secret: fc.option(fc.record({ how: fc.constantFrom('cut', 'extended', 'preceded'), text: printable }), {
      nil: undefined,
    }),
    grantType: fc.option(
      fc.record({ how: fc.constantFrom('missing', 'empty', 'repeated', 'unknown'), text: grantName }),
      { nil: undefined },
    ),
    extra: fc.array(
      fc.tuple(
        grantName.map((name) => `x_${name}`),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
      ),
      {
        maxLength: 3,
      },
    ),
  })
  .filter(({ secret, grantType }) => secret !== undefined || grantType !== undefined);

/**
 * Whatever is malformed is refused with an error that one of its faults allows.
 *
 * @type {FuzzProperty<Mutation>}
 */
export const MALFORMED_REQUESTS = {
  kind: 'malformed requests',
  generated: { clause: 'OA-15', instances: ['OA-05', 'OA-07', 'OA-08', 'OA-10', 'OA-11'] },
  meantToSucceed: false,
  mutations,
  evaluate(answer, { expectation }, kinds) {
    const { clause, errors } = /** @type {Expectation} */ (expectation);
    const checks = [answer.checkRefused(clause, 'MUST', errors), ...answer.universalChecks()];
    const broken = checks.filter(({ held, level }) => !held && level === 'MUST');
    /** @type {Check} */
    const every = { clause: 'OA-15', level: 'MUST', held: true };
    return {
      held: [...checks.filter(({ held }) => held), ...(broken.length === 0 ? [every] : [])],
      deviations: broken.map((check) => ({ check, kinds })),
      advisories: checks.filter(({ held, level }) => !held && level === 'SHOULD'),
    };
  },
  isSame: ({ check: one }, { check: other }) => one.clause === other.clause,
};

/**
 * Makes malformed requests in the name of a client.
 *
 * @param {TestUser} user
 * @param {Client} client
 * @param {string} path of the endpoint
 * @returns {RequestFactory}
 */
export function malformedRequests(user, client, path) {
  return {
    user,
    prepare(mutation) {
      const { secret, grantType, extra } = /** @type {Mutation} */ (mutation);
      const wrong = secret === undefined ? client.secret : secretOf(client, secret);
      const changes = { secret: wrong, parameters: [...parametersOf(client, grantType), ...extra] };
      const words = [
        ...(wrong === client.secret ? [] : [`the secret is ${secret?.how}`]),
        ...(grantType === undefined ? [] : [`the grant type is ${grantType.how}`]),
      ];
      // A label is for people: the engine makes it of `changes`.
      const { label: _, ...request } = tokenRequest(client, path, '', false, changes);
      return {
        changes: words,
        account: wrong === client.secret ? null : accountOf(client),
        content: () => JSON.stringify(changes),
        build: async () => ({ request, expectation: expectationOf(wrong !== client.secret, grantType?.how) }),
      };
    },
  };
}

/**
 * A secret that is certainly wrong.
 *
 * @param {Client} client
 * @param {NonNullable<Mutation['secret']>} change
 */
function secretOf({ secret }, { how, text }) {
  if (how === 'cut') return secret.slice(0, -1);
  return how === 'extended' ? secret + text : text + secret;
}

/**
 * @param {Client} client
 * @param {Mutation['grantType']} change
 * @returns {readonly Parameter[]}
 */
function parametersOf(client, change) {
  const plain = plainParameters(client);
  const [grantType, ...others] = plain;
  switch (change?.how) {
    case 'missing':
      return others;
    case 'empty':
      return [['grant_type', ''], ...others];
    case 'unknown':
      return [['grant_type', `urn:example:${change.text}`], ...others];
    case 'repeated':
      return grantType === undefined ? plain : [grantType, ...plain];
    default:
      return plain;
  }
}

/**
 * @param {boolean} isSecretWrong
 * @param {NonNullable<Mutation['grantType']>['how'] | undefined} how
 * @returns {Expectation}
 */
function expectationOf(isSecretWrong, how) {
  const error = how === undefined ? [] : [how === 'unknown' ? 'unsupported_grant_type' : 'invalid_request'];
  if (isSecretWrong)
    return { clause: how === undefined ? 'OA-05' : 'OA-15', errors: ['invalid_client', ...error] };
  return { clause: how === 'unknown' ? 'OA-07' : 'OA-08', errors: error };
}
