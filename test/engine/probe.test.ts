import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { probe } from '../../src/engine/probe.js';
import { TargetSession } from '../../src/engine/target-session.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import type { OutgoingRequest } from '../../src/http/exchange.js';
import { PROFILE_NAMES, type ProfileName } from '../../src/profiles/documents.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { ckstackRefusal, esignonRefusal } from '../profiles/login/sample-exchanges.js';
import { evaluateExchange, type Fixtures, openProfiles } from '../support/profiles.js';
import { FakeSender, type Reply } from './fake-sender.js';

const NONCE = 'q1w2e3r4';

/** What a fake target answers. */
type Target = (request: OutgoingRequest) => Reply;

/** Which profiles a target is found to serve, and how. */
async function probed(target: Target, fixtures: Fixtures = EMBEDDED_FIXTURES) {
  const sender = new FakeSender(target);
  const session = new TargetSession({
    client: sender,
    evaluate: evaluateExchange,
    goodLogin: async () => undefined,
    maxFailedLogins: 1,
    reconnectWaits: [],
  });
  const candidates = openProfiles(fixtures, { nonce: NONCE });
  const found = await Promise.all(candidates.map((open) => probe(open, session)));
  return { found, sent: sender.sent, served: found.filter(({ served }) => served).map(({ name }) => name) };
}

const NOT_FOUND: Reply = { status: 404, body: { error: 'not found' } };
const HTML: Reply = { body: '<html></html>', headers: [['Content-Type', 'text/html']] };
const REFUSALS: Readonly<Record<ProfileName, Reply>> = {
  'esignon-startsimple': { body: esignonRefusal() },
  'esignon-login': { body: esignonRefusal() },
  'ckstack-token': { status: 401, body: ckstackRefusal() },
};

function profileAt({ path }: OutgoingRequest): ProfileName | null {
  const bare = path.split('?')[0] ?? '';
  if (bare.endsWith('/startsimple')) return 'esignon-startsimple';
  if (bare.endsWith('/login')) return 'esignon-login';
  return bare.endsWith('/token') ? 'ckstack-token' : null;
}

/** A target that answers the endpoints of some profiles so, and everything else otherwise. */
function serving(
  profiles: readonly ProfileName[],
  endpoint: (profile: ProfileName, request: OutgoingRequest) => Reply = (profile) => REFUSALS[profile],
  elsewhere: Reply = NOT_FOUND,
): Target {
  return (request) => {
    const profile = profileAt(request);
    return profile !== null && profiles.includes(profile) ? endpoint(profile, request) : elsewhere;
  };
}

/** Whether the request is the good login of the fixtures: it has facts, a stranger's has none. */
const isGood = ({ facts }: OutgoingRequest) => facts !== undefined;

const ALL = [...PROFILE_NAMES];
const TARGETS: readonly (readonly [what: string, target: Target, served: readonly ProfileName[]])[] = [
  ['every profile, all logins refused', serving(ALL), ALL],
  ['one profile alone', serving(['esignon-login']), ['esignon-login']],
  ['the token service alone', serving(['ckstack-token']), ['ckstack-token']],
  ['nothing but 404 in JSON', () => NOT_FOUND, []],
  ['nothing but 404 in HTML', () => ({ ...(HTML as object), status: 404 }), []],
  ['a page for everything, with status 200', () => HTML, []],
  ['an envelope of its own for everything', () => ({ body: { code: 404, message: 'no' } }), []],
  ['the eSignon envelope for everything unknown', () => ({ body: esignonRefusal('99') }), []],
  ['the ckstack envelope for everything unknown', () => ({ status: 404, body: ckstackRefusal('E404') }), []],
  ['a gateway that asks everybody for a password', () => ({ status: 401, body: '' }), []],
  ['a redirect of everything', () => ({ status: 308, headers: [['Location', '/new/']] }), []],
  ['405 for every POST', () => ({ status: 405, body: '' }), []],
  ['500 at the endpoints alone', serving(ALL, () => ({ status: 500, body: 'oops' })), ALL],
  ['a redirect at the endpoints alone', serving(ALL, () => ({ status: 302, body: '' })), ALL],
  ['a page at the endpoints alone', serving(ALL, () => HTML), ALL],
  [
    'the eSignon envelope for all, with "10" at its endpoints',
    serving(['esignon-login', 'esignon-startsimple'], (name) => REFUSALS[name], {
      body: esignonRefusal('99'),
    }),
    ['esignon-startsimple', 'esignon-login'],
  ],
  [
    '500 for good logins alone',
    serving(ALL, (name, request) => (isGood(request) ? { status: 500, body: 'oops' } : REFUSALS[name])),
    ALL,
  ],
  [
    '500 for unknown users alone',
    serving(ALL, (name, request) => (isGood(request) ? REFUSALS[name] : { status: 500, body: 'oops' })),
    ALL,
  ],
  [
    'refusals by 404 with the envelope',
    serving(ALL, (name) => ({ ...(REFUSALS[name] as object), status: 404 })),
    ALL,
  ],
  ['no POST at the endpoints', serving(ALL, () => ({ status: 405, body: '' })), []],
];

describe('which profiles a target serves', () => {
  for (const [what, target, served] of TARGETS) {
    test(`${what}: ${served.join(', ') || 'none'}`, async () => {
      assert.deepEqual((await probed(target)).served, served);
    });
  }

  for (const [what, target, served] of TARGETS.filter(([name]) => !name.includes('good logins'))) {
    test(`without fixtures, ${what}: ${served.join(', ') || 'none'}`, async () => {
      assert.deepEqual((await probed(target, {})).served, served);
    });
  }

  test('a good login that is accepted tells by itself, and nothing else is sent', async () => {
    const accepted = serving(ALL, (name) => ({
      body: name === 'ckstack-token' ? { ckError: 'S000001' } : esignonRefusal('00'),
    }));
    const { found, sent } = await probed(accepted);
    assert.deepEqual(
      found.map(({ how }) => how),
      ALL.map(() => 'accepts the login of the fixtures'),
    );
    assert.equal(sent.length, ALL.length);
  });

  test('how it was found is said in words that can be acted on', async () => {
    const { found } = await probed(serving(['ckstack-token']));
    const [startsimple, , token] = found;
    assert.equal(startsimple?.how, 'answers like a path that does not exist (HTTP 404)');
    assert.match(token?.how ?? '', /otherwise \(HTTP 401, code "E000401"\) than a path .* \(HTTP 404\)/);
  });

  test('strangers are invented, and add to the failed logins of nobody', async () => {
    const { sent } = await probed(() => NOT_FOUND, {});
    for (const { body, facts } of sent) {
      assert.equal(facts, undefined);
      assert.match(Buffer.from(body ?? []).toString(), /nobody-q1w2e3r4@example\.com/);
    }
    assert.equal(sent.length, 2 * ALL.length);
  });

  test('the paths of the fixtures are asked, and their neighbours', async () => {
    const paths = { 'esignon-login': '/v2/{company}/auth' };
    const { sent } = await probed(() => NOT_FOUND, {
      esignon: { company: 'acme', paths },
      ckstack: { path: '/t/k' },
    });
    const asked = sent.map(({ path }) => path.split('?')[0]);
    for (const path of ['/v2/acme/auth', '/v2/acme/no-such-operation-q1w2e3r4', '/t/k']) {
      assert.ok(asked.includes(path), path);
    }
  });
});

describe('a target that is not there', () => {
  for (const kind of ['refused', 'unresolved', 'tls', 'reset', 'timeout', 'not-http', 'too-large'] as const) {
    for (const fixtures of [EMBEDDED_FIXTURES, {}]) {
      test(`${kind}, ${fixtures === EMBEDDED_FIXTURES ? 'with' : 'without'} fixtures: says so`, async () => {
        await assert.rejects(
          probed(() => kind, fixtures),
          (error) => {
            assert.ok(error instanceof NotChecked, String(error));
            assert.match(error.message, /cannot be reached|gives no answer|got no answer/);
            return true;
          },
        );
      });
    }
  }

  test('one that throttles from the first request says so', async () => {
    await assert.rejects(
      probed(() => ({ status: 429 })),
      (error) => error instanceof NotChecked && error.skipCause === 'throttled',
    );
  });
});
