// @ts-check
import { describeStatus, headerValue, readJson } from 'token-assay';

/** @import { Check, EvaluatedExchange, Exchange, Level } from 'token-assay' */

/**
 * What an answer says, leniently read: an answer may be anything.
 *
 * @typedef {object} Reading
 * @property {Exchange} exchange
 * @property {Readonly<Record<string, unknown>>} members of its JSON object; empty where it is none
 * @property {string | undefined} token
 * @property {string | null} error
 * @property {boolean} accepted
 */

/** Sections 4.1.2.1 and 5.2: characters of `error` and `error_description`. */
const PRINTABLE = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;
/** A shorter secret may be in an answer by chance. */
const MIN_SECRET = 8;
/** Section 5.2. */
const ERRORS = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

/**
 * Reads an exchange with the token endpoint. Never throws, whatever the answer.
 *
 * @param {Exchange} exchange
 * @returns {EvaluatedExchange}
 */
export function evaluate(exchange) {
  const reading = read(exchange);
  const { token, error, accepted } = reading;
  /** @type {(clause: string, level: Level, held: boolean, expected: string) => Check} */
  const asked = (clause, level, held, expected) =>
    check(clause, level, held, kindOf(reading), expected, outcome(reading));
  return {
    exchange,
    isAccepted: accepted,
    isRefused: error !== null && !accepted,
    judgesCredentials: error === 'invalid_client',
    code: error,
    token,
    isBlocked: [413, 414, 431].includes(exchange.answer?.status ?? 0),
    universalChecks: () => universalChecks(reading),
    checkAccepted: (clause, level) => asked(clause, level, accepted, 'an access token'),
    checkRefused(clause, level, codes, { orAccepted = false } = {}) {
      const held = accepted ? orAccepted : error !== null && (codes.length === 0 || codes.includes(error));
      const refusal = `the error ${codes.join(' or ') || 'of a refusal'}`;
      return asked(clause, level, held, orAccepted ? `an access token, or ${refusal}` : refusal);
    },
    checkNoToken: (clause, level) => asked(clause, level, !holdsToken(reading), 'no token'),
    checkSameRefusal(clause, level, other) {
      const [one, another] = [outcome(reading), outcome(read(other.exchange))];
      const actual = `${one} and ${another}`;
      return check(
        clause,
        level,
        one === another,
        'refusals-differ',
        'two refusals that look the same',
        actual,
      );
    },
    // Nothing in the answer names the client, but its token, which is compared with those of the others.
    checkOwnAnswer: (clause, level) => asked(clause, level, accepted, 'an access token'),
  };
}

/**
 * @param {Exchange} exchange
 * @returns {Reading}
 */
function read(exchange) {
  const { answer } = exchange;
  const json = answer ? readJson(answer.body) : null;
  const value = json?.ok ? json.value : null;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  /** @type {Readonly<Record<string, unknown>>} */
  const members = isObject ? { ...value } : {};
  const { access_token: token, error } = members;
  const hasToken = typeof token === 'string' && token !== '';
  return {
    exchange,
    members,
    token: hasToken ? token : undefined,
    error: typeof error === 'string' ? error : null,
    accepted: hasToken && answer !== null && answer.status < 300,
  };
}

/**
 * The checks of every answer, whichever scenario it belongs to. What has no answer, or answers another kind of request,
 * says nothing of most clauses.
 *
 * @param {Reading} reading
 * @returns {readonly Check[]}
 */
function universalChecks(reading) {
  const { exchange, accepted, error } = reading;
  const { request, answer } = exchange;
  if (!answer) return [];
  const form = request.method === 'POST' ? (accepted ? tokenChecks(reading) : refusalChecks(reading)) : [];
  const challenge = error === 'invalid_client' && headerValue(request.headers, 'authorization') !== undefined;
  return [...form, ...(challenge ? [challengeCheck(reading)] : []), ...secretChecks(reading)];
}

/**
 * @param {Reading} reading
 * @returns {readonly Check[]}
 */
function tokenChecks({ exchange, members }) {
  const { answer } = exchange;
  const { token_type: type, expires_in: lifetime } = members;
  const store = headerValue(answer?.headers ?? [], 'cache-control');
  const pragma = headerValue(answer?.headers ?? [], 'pragma');
  const checks = [
    check('OA-01', 'MUST', answer?.status === 200, 'status', 'HTTP 200', describeStatus(exchange)),
    check(
      'OA-02',
      'MUST',
      typeof type === 'string' && type !== '',
      'token-type',
      'token_type is a string',
      show(type),
    ),
    check('OA-03', 'SHOULD', lifetime !== undefined, 'no-lifetime', 'expires_in is there', 'missing'),
    check(
      'OA-04',
      'MUST',
      hasDirective(store, 'no-store'),
      'cache-control',
      'Cache-Control: no-store',
      show(store),
    ),
    check('OA-04', 'SHOULD', hasDirective(pragma, 'no-cache'), 'pragma', 'Pragma: no-cache', show(pragma)),
  ];
  if (typeof type === 'string')
    checks.push(
      check('OA-02', 'SHOULD', /^bearer$/i.test(type), 'not-bearer', 'token_type is "Bearer"', show(type)),
    );
  const seconds = lifetime === undefined || (Number.isInteger(lifetime) && Number(lifetime) >= 0);
  return [
    ...checks,
    check('OA-03', 'MUST', seconds, 'lifetime', 'expires_in is a whole number', show(lifetime)),
  ];
}

/**
 * @param {Reading} reading
 * @returns {readonly Check[]}
 */
function refusalChecks(reading) {
  const { exchange, members, error } = reading;
  const { error_description: description = ' ' } = members;
  const isPrintable = [error, description].every((text) => typeof text === 'string' && PRINTABLE.test(text));
  const status = exchange.answer?.status ?? 0;
  const held = isPrintable && [400, 401].includes(status) && !holdsToken(reading);
  return [
    check(
      'OA-10',
      'MUST',
      held,
      kindOf(reading),
      'HTTP 400 or 401 with a printable error, no token',
      outcome(reading),
    ),
  ];
}

/**
 * @param {Reading} reading
 * @returns {Check}
 */
function challengeCheck({ exchange }) {
  const challenge = headerValue(exchange.answer?.headers ?? [], 'www-authenticate');
  const held = exchange.answer?.status === 401 && /^(?:.*,)?\s*Basic\b/i.test(challenge ?? '');
  const actual = `${describeStatus(exchange)}, WWW-Authenticate ${show(challenge)}`;
  return check('OA-05', 'MUST', held, 'challenge', 'HTTP 401 with WWW-Authenticate: Basic', actual);
}

/**
 * @param {Reading} reading
 * @returns {readonly Check[]}
 */
function secretChecks({ exchange, members }) {
  const { request, answer } = exchange;
  const secrets = (request.facts?.passwords ?? []).filter((secret) => secret.length >= MIN_SECRET);
  if (!answer || secrets.length === 0) return [];
  const text = [
    ...answer.headers.map(([, value]) => value),
    Buffer.from(answer.body).toString(),
    ...Object.values(members).filter((value) => typeof value === 'string'),
  ].join('\n');
  const found = secrets.some((secret) => text.includes(secret));
  return [
    check(
      'OA-11',
      'MUST',
      !found,
      'secret',
      'an answer without the client secret',
      'the secret is in the answer',
    ),
  ];
}

/**
 * Whether a token is anywhere in the body, also in one that is not quite JSON.
 * @param {Reading} reading
 */
function holdsToken({ exchange, token }) {
  return (
    token !== undefined ||
    /"access_token"\s*:\s*"[^"]/.test(Buffer.from(exchange.answer?.body ?? []).toString())
  );
}

/**
 * The answer in one phrase.
 * @param {Reading} reading
 */
function outcome(reading) {
  const { exchange, error, members } = reading;
  const token = holdsToken(reading) ? ', with an access token' : '';
  const refusal = error === null ? 'no error' : `error ${show(error)}: ${show(members.error_description)}`;
  return `${describeStatus(exchange)}, ${refusal}${token}`;
}

/**
 * What kind of answer it is, in words of our own.
 * @param {Reading} reading
 */
function kindOf({ accepted, error }) {
  if (accepted) return 'accepted';
  if (error === null) return 'no-error';
  return ERRORS.includes(error) ? error.replaceAll('_', '-') : 'another-error';
}

/**
 * @param {string | undefined} value
 * @param {string} directive
 */
function hasDirective(value, directive) {
  return (value ?? '')
    .toLowerCase()
    .split(/\s*,\s*/)
    .includes(directive);
}

/**
 * @param {unknown} value
 */
function show(value) {
  return value === undefined ? 'missing' : JSON.stringify(value);
}

/**
 * @param {string} clause
 * @param {Level} level
 * @param {boolean} held
 * @param {string} kind of deviation, the same in every run: it is part of the id of the finding
 * @param {string} expected
 * @param {string} actual
 * @returns {Check}
 */
function check(clause, level, held, kind, expected, actual) {
  return { clause, level, held, kind, expected, actual };
}
