import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixtureSecrets } from '../../src/engine/fixture-secrets.js';
import { TestUsers } from '../../src/engine/test-users.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import { PROFILE_NAMES, type ProfileName } from '../../src/profiles/built-in.js';
import { SignerError } from '../../src/profiles/ckstack/signer-error.js';
import type { Fixtures } from '../../src/profiles/fixtures.js';
import { isNotApplicable } from '../../src/profiles/login/variation.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { callerSources, callersOf } from './sample-run.js';

const { esignon = {}, ckstack = {} } = EMBEDDED_FIXTURES;
const AT = 'features/x.feature:12';

function names(
  profile: ProfileName,
  fixtures: Fixtures = EMBEDDED_FIXTURES,
  scenario = AT,
): readonly string[] {
  return callersOf(fixtures)
    .usable(profile, scenario)
    .map(({ fixture }) => fixture);
}

/** The reason why something is not checked. */
function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof NotChecked, String(error));
    assert.equal(error.skipCause, 'fixture');
    return error.message;
  }
  return assert.fail('nothing is missing');
}

describe('the people of a run', () => {
  test('are everybody whom the fixtures give', () => {
    const all = (profile: ProfileName) =>
      callersOf()
        .all(profile, AT)
        .map(({ fixture }) => fixture);
    assert.deepEqual(all('esignon-login'), ['esignon.user', 'esignon.secondUser']);
    assert.deepEqual(all('esignon-startsimple'), ['esignon.user', 'esignon.secondUser']);
    assert.deepEqual(all('ckstack-token'), [
      'ckstack.users.system-administrator',
      'ckstack.users.intermediate-administrator',
      'ckstack.users.general-user',
      'ckstack.users.no-role',
      'ckstack.users.several-companies',
    ]);
  });

  for (const profile of PROFILE_NAMES) {
    test(`${profile}: who has a turn depends on the scenario alone`, () => {
      const orders = Array.from({ length: 20 }, (_, line) => `features/x.feature:${line}`).map((scenario) => {
        const order = names(profile, EMBEDDED_FIXTURES, scenario);
        assert.deepEqual(names(profile, EMBEDDED_FIXTURES, scenario), order);
        return order;
      });
      const everybody = orders[0]?.length ?? 0;
      assert.ok(orders.every((order) => new Set(order).size === everybody));
      assert.equal(
        new Set(orders.map(([first]) => first)).size,
        everybody,
        'the turns spread over everybody',
      );
    });
  }

  test('who is not let in has no turn, in that profile alone', () => {
    const testUsers = callersOf();
    const [mina] = testUsers.all('esignon-login', AT);
    assert.ok(mina);
    testUsers.markUnusable(mina);
    const fixtures = (profile: ProfileName) => testUsers.usable(profile, AT).map(({ fixture }) => fixture);
    assert.deepEqual(fixtures('esignon-login'), ['esignon.secondUser']);
    assert.equal(fixtures('esignon-startsimple').length, 2);
  });

  test('when nobody is let in, nothing is built on them', () => {
    const testUsers = callersOf();
    for (const testUser of testUsers.all('ckstack-token', AT)) testUsers.markUnusable(testUser);
    assert.throws(
      () => testUsers.usable('ckstack-token', AT),
      (error) =>
        error instanceof NotChecked && error.skipCause === 'precondition' && /CK-01/.test(error.message),
    );
  });
});

describe('a fixture that is missing is named', () => {
  const { user, secondUser, company, clientId } = esignon;
  const rows: readonly (readonly [what: string, named: string, work: () => unknown])[] = [
    [
      'the company',
      'esignon.company',
      () => callersOf({ esignon: { user: user! } }).all('esignon-login', AT),
    ],
    ['everything', 'esignon.company', () => callersOf({}).all('esignon-login', AT)],
    [
      'the user',
      'esignon.user',
      () => callersOf({ esignon: { company: company! } }).all('esignon-login', AT),
    ],
    [
      'the client id',
      'esignon.clientId',
      () => callersOf({ esignon: { company: company!, user: user! } }).all('esignon-startsimple', AT),
    ],
    ['the blocked company', 'esignon.blockedCompany', () => callersOf({}).blocked('esignon-login')],
    ['the users', 'ckstack.users', () => callersOf({ ckstack: {} }).all('ckstack-token', AT)],
    ['a user', 'ckstack.users.no-role', () => callersOf({}).ckstackUser('no-role', AT)],
    ['several companies', 'ckstack.users.several-companies', () => callersOf({}).companyRoles()],
    ...(['apiKey', 'service', 'signature'] as const).map((name) => {
      const { [name]: _, ...rest } = ckstack;
      return [
        name,
        `ckstack.${name}`,
        () => callersOf({ ckstack: rest }).ckstackUser('no-role', AT),
      ] as const;
    }),
  ];
  for (const [what, named, work] of rows) {
    test(`${what}: ${named}`, () =>
      assert.ok(reasonOf(work).endsWith(`: put ${named} into the fixtures file`)));
  }

  test('login needs no client id, and one user will do', () => {
    assert.deepEqual(names('esignon-login', { esignon: { company: company!, user: user! } }), [
      'esignon.user',
    ]);
    assert.ok(clientId && secondUser);
  });
});

describe('what callers send', () => {
  test('the paths of the fixtures, and the other password of their company', async () => {
    const fixtures: Fixtures = { esignon: { ...esignon, paths: { 'esignon-login': '/v2/{company}/auth' } } };
    const [mina] = callersOf(fixtures).all('esignon-login', AT);
    assert.equal((await mina?.plain())?.path, '/v2/acme/auth');
    const other = await mina?.vary('with the password of another user');
    assert.ok(other && !isNotApplicable(other));
    const { body } = JSON.parse(Buffer.from(other.body ?? []).toString());
    assert.equal(body.memb_pwd, esignon.secondUser?.password);
  });

  test('who shares the password of the other has no wrong one of theirs', async () => {
    const shared = { ...esignon, secondUser: { ...esignon.secondUser!, password: esignon.user!.password } };
    const [mina] = callersOf({ esignon: shared }).all('esignon-login', AT);
    const other = await mina?.vary('with the password of another user');
    assert.ok(other && isNotApplicable(other));
  });

  test('a blocked company is another account, and no good login restores it', async () => {
    const blocked = callersOf().blocked('esignon-login');
    assert.equal(blocked.canLogIn, false);
    const { path, facts } = await blocked.plain();
    assert.equal(path, '/api/blocked/login');
    assert.deepEqual([facts?.account, facts?.valid], ['esignon blocked bora@example.com', false]);
  });

  test('somebody who is called again in a scenario goes on counting transaction ids', async () => {
    const testUsers = callersOf();
    const paths = await Promise.all(
      ['no-role', 'no-role', 'general-user'].map(async (key) => {
        const testUser = testUsers.ckstackUser(key as 'no-role', AT);
        return (await testUser.plain()).path;
      }),
    );
    assert.equal(new Set(paths).size, 3, paths.join());
  });

  test('each ckstack login has a transaction id of its own, made from the scenario', async () => {
    const ids = async (scenario: string) => {
      const testUser = callersOf().ckstackUser('no-role', scenario);
      return [(await testUser.plain()).facts?.tid, (await testUser.plain()).facts?.tid];
    };
    const [one, other] = [await ids('features/a.feature:3'), await ids('features/a.feature:4')];
    assert.equal(new Set([...one, ...other]).size, 4);
    assert.deepEqual(await ids('features/a.feature:3'), one);
  });

  test('a phrase that nobody knows is a fault of the suite', async () => {
    for (const profile of ['esignon-login', 'ckstack-token'] as const) {
      const [testUser] = callersOf().all(profile, AT);
      await assert.rejects(
        testUser?.vary('with a smile') ?? Promise.resolve(),
        /no .* login is known as «with a smile»/,
      );
    }
  });
});

describe("the user's signer", () => {
  test('that makes no signature leaves the login unchecked, with its reason', async () => {
    const signer = async () => {
      throw new SignerError('the module of ckstack.signature threw: no key');
    };
    const testUser = new TestUsers({ ...callerSources(), signer }).ckstackUser('no-role', AT);
    for (const work of [() => testUser.plain(), () => testUser.vary('without a password')]) {
      await assert.rejects(
        work,
        (error) =>
          error instanceof NotChecked && error.skipCause === 'fixture' && /no key/.test(error.message),
      );
    }
  });

  test('that gives the same to every request makes no wrong signature of another', async () => {
    const testUser = callersOf().ckstackUser('no-role', AT);
    for (const what of ['minute', 'transaction']) {
      const built = await testUser.vary(`with the signature of another ${what}`);
      assert.ok(isNotApplicable(built));
      assert.match(built.notApplicable, /does not cover/);
    }
  });

  test('that covers the path, but no date, makes one of them', async () => {
    const signer = async ({ path }: { path: string }) => Buffer.from(path).toString('base64');
    const testUser = new TestUsers({ ...callerSources(), signer }).ckstackUser('no-role', AT);
    assert.ok(isNotApplicable(await testUser.vary('with a signature made for another minute')));
    assert.ok(!isNotApplicable(await testUser.vary('with a signature made for another transaction id')));
  });
});

test('the secrets of fixtures are every password, key, signature and client id in them', () => {
  const secrets = fixtureSecrets(EMBEDDED_FIXTURES);
  const passwords = [
    ...[esignon.user, esignon.secondUser, esignon.blockedCompany].map((one) => one?.password),
    ...Object.values(ckstack.users ?? {}).map((one) => one?.password),
  ];
  for (const secret of [...passwords, esignon.clientId, ckstack.apiKey])
    assert.ok(secrets.includes(secret ?? ''));
  assert.ok(ckstack.signature && 'secret' in ckstack.signature && secrets.includes(ckstack.signature.secret));
  assert.deepEqual(fixtureSecrets({ ckstack: { signature: { fixed: 'fixed-1' } } }), ['fixed-1']);
  assert.deepEqual(fixtureSecrets({}), []);
});
