// @ts-check
/** @import { HeaderField, NotApplicable, OutgoingRequest } from 'token-assay' */

/** A client of the fixtures file. @typedef {{ readonly id: string, readonly secret: string, readonly scope?: string }} Client */

/** A parameter of the form. @typedef {readonly [name: string, value: string]} Parameter */

/**
 * What differs from a plain request.
 *
 * @typedef {object} Changes
 * @property {string} [method]
 * @property {string} [id] another client id
 * @property {string | null} [secret] another secret; `null`: no credentials at all
 * @property {readonly Parameter[]} [parameters] all of them
 * @property {string} [scheme] of the credentials
 * @property {string} [contentType]
 */

const FORM = 'application/x-www-form-urlencoded';

/** The name of the profile, which every request has. */
export const NAME = 'oauth2-client-credentials';

/**
 * The parameters of a plain request.
 * @param {Client} client
 * @returns {readonly Parameter[]}
 */
export function plainParameters({ scope }) {
  /** @type {Parameter[]} */
  const parameters = [['grant_type', 'client_credentials']];
  if (scope !== undefined) parameters.push(['scope', scope]);
  return parameters;
}

/**
 * A request for a token, plain but for the changes.
 *
 * @param {Client} client
 * @param {string} path of the endpoint
 * @param {string} label what is special about it, for people
 * @param {boolean} valid whether anything but a token violates a clause
 * @param {Changes} [changes]
 * @returns {OutgoingRequest}
 */
export function tokenRequest(client, path, label, valid, changes = {}) {
  const { method = 'POST', id = client.id, secret = client.secret, scheme = 'Basic' } = changes;
  const { parameters = plainParameters(client), contentType = FORM } = changes;
  const form = new URLSearchParams();
  for (const [name, value] of parameters) form.append(name, value);
  /** @type {HeaderField[]} */
  const headers = [['Accept', 'application/json']];
  if (method === 'POST') headers.push(['Content-Type', contentType]);
  /** @type {string[]} */
  const secrets = [];
  if (secret !== null) {
    const credentials = basicCredentials(id, secret);
    headers.push(['Authorization', `${scheme} ${credentials}`]);
    secrets.push(secret, credentials);
  }
  const wrongSecret = id === client.id && secret !== client.secret && secret !== null;
  return {
    profile: NAME,
    method,
    path: method === 'POST' ? path : `${path}?${form}`,
    headers,
    body: method === 'POST' ? Buffer.from(form.toString()) : null,
    label,
    // Masked wherever the request is shown.
    secrets,
    facts: {
      valid,
      wrongCredentials: wrongSecret || id !== client.id,
      // What else is refused is not a failed login of this client.
      account: valid || wrongSecret ? accountOf(client) : null,
      passwords: secret === null ? [] : [secret],
    },
  };
}

/**
 * Names a client in the budget of failed logins.
 * @param {Client} client
 */
export function accountOf({ id }) {
  return `oauth2 ${id}`;
}

/**
 * A way to change a request: what it is, and whether the client still gets its token.
 *
 * @typedef {object} Variation
 * @property {boolean} valid
 * @property {(client: Client, nonce: string, others: readonly Client[]) => Changes | NotApplicable} changes
 */

/**
 * Every variation by the phrase that features name it with: "Reporting sends a request with a wrong secret".
 *
 * @type {ReadonlyMap<string, Variation>}
 */
export const VARIATIONS = new Map([
  refused('with a wrong secret', (_, nonce) => ({ secret: `Wrong-${nonce}-1` })),
  refused('with its secret minus the last character', ({ secret }) => ({ secret: secret.slice(0, -1) })),
  refused('with its secret plus one more character', ({ secret }) => ({ secret: `${secret}x` })),
  refused('with the case of its secret swapped', ({ secret }) =>
    swapped(secret) === secret ? { notApplicable: 'the secret has no letters' } : { secret: swapped(secret) },
  ),
  refused('with the secret of another client', ({ secret }, _, [other]) =>
    other === undefined || other.secret === secret
      ? { notApplicable: 'the fixtures give no other client with another secret' }
      : { secret: other.secret },
  ),
  refused('as a client that does not exist', (_, nonce) => ({
    id: `nobody-${nonce}`,
    secret: `Wrong-${nonce}-1`,
  })),
  refused('without credentials', () => ({ secret: null })),
  refused('with an unknown grant type', (_, nonce) => ({
    parameters: [['grant_type', `urn:example:${nonce}`]],
  })),
  refused('without a grant type', () => ({ parameters: [['x_nothing', 'here']] })),
  refused('with an empty grant type', () => ({ parameters: [['grant_type', '']] })),
  refused('with its grant type twice', (client) => ({
    parameters: [['grant_type', 'client_credentials'], ...plainParameters(client)],
  })),
  ...['GET', 'PUT', 'PATCH', 'DELETE'].map((method) =>
    refused(`with the method ${method}`, () => ({ method })),
  ),
  accepted('with a parameter that nobody knows', (client, nonce) => ({
    parameters: [[`x_${nonce}`, 'anything'], ...plainParameters(client)],
  })),
  accepted('with the scheme of its credentials in lower case', () => ({ scheme: 'basic' })),
  accepted('with its media type in capitals', () => ({ contentType: FORM.toUpperCase() })),
]);

/**
 * @param {string} phrase
 * @param {Variation['changes']} changes
 * @returns {[string, Variation]}
 */
function refused(phrase, changes) {
  return [phrase, { valid: false, changes }];
}

/**
 * @param {string} phrase
 * @param {Variation['changes']} changes
 * @returns {[string, Variation]}
 */
function accepted(phrase, changes) {
  return [phrase, { valid: true, changes }];
}

/**
 * Section 2.3.1: id and secret are encoded as in a form before they are joined.
 * @param {string} id
 * @param {string} secret
 */
function basicCredentials(id, secret) {
  const encoded = [id, secret].map((text) => new URLSearchParams([['', text]]).toString().slice(1));
  return Buffer.from(encoded.join(':')).toString('base64');
}

/** @param {string} text */
function swapped(text) {
  return [...text]
    .map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
    .join('');
}
