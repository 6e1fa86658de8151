import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { NotChecked } from '../../src/errors/not-checked.js';
import { isCkstackRun } from '../../src/profiles/ckstack/profile.js';
import { isNotApplicable, type ProfileRun, type TestUser } from '../../src/profiles/profile.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { tempFolder } from '../config/support/temp-folder.js';
import { type Fixtures, openProfile, secretsOf } from '../support/profiles.js';

const { esignon = {}, ckstack = {} } = EMBEDDED_FIXTURES;
const AT = 'features/x.feature:12';
const BLOCKED = 'user of a blocked company';

function runOf(profile: string, fixtures: Fixtures = EMBEDDED_FIXTURES): ProfileRun {
  return openProfile(profile, fixtures).run;
}

function withoutRole(fixtures: Fixtures = EMBEDDED_FIXTURES, scenario = AT): TestUser {
  return runOf('ckstack-token', fixtures).userAs('user without a role', scenario);
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

describe('a fixture that is missing is named', () => {
  const { user, company } = esignon;
  const rows: readonly (readonly [what: string, named: string, work: () => unknown])[] = [
    ['the company', 'esignon.company', () => runOf('esignon-login', { esignon: { user: user! } }).users(AT)],
    ['everything', 'esignon.company', () => runOf('esignon-login', {}).users(AT)],
    ['the user', 'esignon.user', () => runOf('esignon-login', { esignon: { company: company! } }).users(AT)],
    [
      'the client id',
      'esignon.clientId',
      () => runOf('esignon-startsimple', { esignon: { company: company!, user: user! } }).users(AT),
    ],
    ['the blocked company', 'esignon.blockedCompany', () => runOf('esignon-login', {}).userAs(BLOCKED, AT)],
    ['the users', 'ckstack.users', () => runOf('ckstack-token', { ckstack: {} }).users(AT)],
    ['a user', 'ckstack.users.no-role', () => withoutRole({})],
    [
      'several companies',
      'ckstack.users.several-companies',
      () => {
        const run = runOf('ckstack-token', {});
        assert.ok(isCkstackRun(run));
        run.accounts.companyRoles();
      },
    ],
    ...(['apiKey', 'service', 'signature'] as const).map((name) => {
      const { [name]: _, ...rest } = ckstack;
      return [name, `ckstack.${name}`, () => withoutRole({ ckstack: rest })] as const;
    }),
  ];
  for (const [what, named, work] of rows) {
    test(`${what}: ${named}`, () =>
      assert.ok(reasonOf(work).endsWith(`: put ${named} into the fixtures file`)));
  }
});

describe('what test users send', () => {
  test('the paths of the fixtures, and the other password of their company', async () => {
    const fixtures: Fixtures = { esignon: { ...esignon, paths: { 'esignon-login': '/v2/{company}/auth' } } };
    const [mina] = runOf('esignon-login', fixtures).users(AT);
    assert.equal((await mina?.plain())?.path, '/v2/acme/auth');
    const other = await mina?.vary('with the password of another user');
    assert.ok(other && !isNotApplicable(other));
    const { body } = JSON.parse(Buffer.from(other.body ?? []).toString());
    assert.equal(body.memb_pwd, esignon.secondUser?.password);
  });

  test('who shares the password of the other has no wrong one of theirs', async () => {
    const shared = { ...esignon, secondUser: { ...esignon.secondUser!, password: esignon.user!.password } };
    const [mina] = runOf('esignon-login', { esignon: shared }).users(AT);
    const other = await mina?.vary('with the password of another user');
    assert.ok(other && isNotApplicable(other));
  });

  test('a blocked company is another account, and no good login restores it', async () => {
    const blocked = runOf('esignon-login').userAs(BLOCKED, AT);
    assert.equal(blocked.canLogIn, false);
    assert.equal(blocked.account, 'esignon blocked bora@example.com');
    const { path, facts } = await blocked.plain();
    assert.equal(path, '/api/blocked/login');
    assert.deepEqual([facts?.account, facts?.valid], [null, false], 'the right password is no failed login');
    const wrong = await blocked.vary('with a completely different password');
    assert.ok('facts' in wrong);
    assert.equal(wrong.facts?.account, blocked.account);
  });

  test('somebody who is called again in a scenario goes on counting transaction ids', async () => {
    const run = runOf('ckstack-token');
    const paths = await Promise.all(
      ['user without a role', 'user without a role', 'general user'].map(
        async (role) => (await run.userAs(role, AT).plain()).path,
      ),
    );
    assert.equal(new Set(paths).size, 3, paths.join());
  });

  test('each ckstack login has a transaction id of its own, made from the scenario', async () => {
    const ids = async (scenario: string) => {
      const testUser = withoutRole(EMBEDDED_FIXTURES, scenario);
      return [(await testUser.plain()).facts?.sent?.tid, (await testUser.plain()).facts?.sent?.tid];
    };
    const [one, other] = [await ids('features/a.feature:3'), await ids('features/a.feature:4')];
    assert.equal(new Set([...one, ...other]).size, 4);
    assert.deepEqual(await ids('features/a.feature:3'), one);
  });

  test('a phrase or a role that nobody knows is a fault of the suite', async () => {
    for (const profile of ['esignon-login', 'ckstack-token']) {
      const run = runOf(profile);
      const [testUser] = run.users(AT);
      await assert.rejects(
        testUser?.vary('with a smile') ?? Promise.resolve(),
        /no .* login is known as "with a smile"/,
      );
      assert.throws(() => run.userAs('king', AT), /knows no "king"/);
    }
  });
});

describe("the user's signer", () => {
  /** Fixtures whose signer is a module of this code. */
  const signedBy = async (context: TestContext, code: string): Promise<Fixtures> => {
    const folder = await tempFolder(context, { 'signer.mjs': code });
    return { ckstack: { ...ckstack, signature: { module: join(folder, 'signer.mjs') } } };
  };

  test('that makes no signature leaves the login unchecked, with its reason', async (context) => {
    const testUser = withoutRole(
      await signedBy(context, 'export default () => { throw new Error("no key"); }'),
    );
    for (const work of [() => testUser.plain(), () => testUser.vary('without a password')]) {
      await assert.rejects(
        work,
        (error) =>
          error instanceof NotChecked && error.skipCause === 'fixture' && /no key/.test(error.message),
      );
    }
  });

  test('that gives the same to every request makes no wrong signature of another', async () => {
    const testUser = withoutRole({ ckstack: { ...ckstack, signature: { fixed: 'c2lnbmF0dXJl' } } });
    for (const what of ['minute', 'transaction id']) {
      const built = await testUser.vary(`with a signature made for another ${what}`);
      assert.ok(isNotApplicable(built));
      assert.match(built.notApplicable, /does not cover/);
    }
  });

  test('that covers the path, but no date, makes one of them', async (context) => {
    const code = 'export default async ({ path }) => Buffer.from(path).toString("base64")';
    const testUser = withoutRole(await signedBy(context, code));
    assert.ok(isNotApplicable(await testUser.vary('with a signature made for another minute')));
    assert.ok(!isNotApplicable(await testUser.vary('with a signature made for another transaction id')));
  });
});

test('the secrets of fixtures are every password, key, signature and client id in them', () => {
  const secrets = secretsOf(EMBEDDED_FIXTURES);
  const passwords = [
    ...[esignon.user, esignon.secondUser, esignon.blockedCompany].map((one) => one?.password),
    ...Object.values(ckstack.users ?? {}).map((one) => one?.password),
  ];
  for (const secret of [...passwords, esignon.clientId, ckstack.apiKey])
    assert.ok(secrets.includes(secret ?? ''));
  assert.ok(ckstack.signature && 'secret' in ckstack.signature && secrets.includes(ckstack.signature.secret));
  assert.deepEqual(secretsOf({ ckstack: { signature: { fixed: 'fixed-1' } } }), ['fixed-1']);
  assert.deepEqual(secretsOf({}), []);
});
