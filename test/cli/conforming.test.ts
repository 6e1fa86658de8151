import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PROFILE_NAMES } from '../../src/profiles/documents.js';
import { startProvider } from '../../src/provider/listen.js';
import type { Verdict } from '../../src/verdict/verdict.js';
import { SELF_SIGNED } from '../provider/support/self-signed.js';
import { clausesOf } from '../support/profiles.js';
import { startTargets } from './support/child.js';
import { FailedLogins } from './support/failed-logins.js';
import { assertNoSecret, runAgainst } from './support/marked-target.js';
import { FIXTURES_FILE, judge, readVerdict, runMain } from './support/run-main.js';

/** A few scenarios of each profile: enough for a verdict of 0. */
const FEW = '--tags=@ES-01 or @CK-01';

let targets: Awaited<ReturnType<typeof startTargets>>;
before(async () => {
  targets = await startTargets();
});
after(() => targets.stop());

/** Holds that every clause of the profiles held. */
function assertAllHeld({ clauses }: Verdict): void {
  const wrong = clauses.filter(({ outcome }) => outcome !== 'held');
  assert.deepEqual(
    wrong.map(({ id, level, profile, outcome, reason }) => `${id} ${level} ${profile}: ${outcome} ${reason}`),
    [],
  );
  const expected = PROFILE_NAMES.reduce((sum, name) => sum + clausesOf(name).length, 0);
  assert.equal(clauses.length, expected);
}

describe('a target that conforms', () => {
  test('the embedded one: every clause held, strictly and completely', async (context) => {
    const { code, verdict, stdout, cwd } = await judge(
      context,
      ['--strict', '--complete', '--fuzz-runs=10', '--seed=7'],
      { files: {} },
    );
    assert.equal(code, 0, stdout);
    assertAllHeld(verdict);
    assert.deepEqual(
      [verdict.conformant, verdict.target, verdict.seed, verdict.strict, verdict.reason],
      [true, 'embedded', 7, true, null],
    );
    assert.deepEqual([verdict.warnings, verdict.waivers], [[], []]);
    // Some near texts need a fixture of a form that no account has: a number, a date, 255 characters.
    const others = verdict.skipped.filter(
      ({ reason }) => !/nothing that this would confuse|allowed [EC][SK]-26 to be evaluated/.test(reason),
    );
    assert.deepEqual(others, []);
    assert.deepEqual([verdict.scenarios.failed, verdict.scenarios.skipped], [0, verdict.skipped.length]);
    assert.match(stdout, /Conformant in \d+ of \d+ MUST clauses|Conformant\b/);
    const har = JSON.parse(await readFile(join(cwd, 'reports/exchanges.har'), 'utf8'));
    assert.equal(har.log.entries.length, verdict.exchanges);
  });

  test('behind a path prefix: no account near to being locked, no secret in any report', async (context) => {
    const failed = new FailedLogins();
    const { ended, signatures } = await runAgainst(
      context,
      ['--fuzz-runs=5', '--seed=7', '--tags=not @pacts'],
      { prefix: '/gateway/v1', onReply: (reply, call) => failed.note(reply, call) },
    );
    assert.equal(ended.code, 0, ended.stdout);
    const verdict = await readVerdict(ended);
    assertAllHeld(verdict);
    assert.match(verdict.target, /\/gateway\/v1$/);
    assertNoSecret(ended, signatures);
    assert.equal(failed.accounts.size, 8);
    for (const [account, { inARow, worst }] of failed.accounts) {
      const isBlocked = account.endsWith('bora@example.com');
      assert.ok(worst <= 2, `${account}: ${worst} failed logins in a row`);
      if (!isBlocked) assert.equal(inARow, 0, `${account} is left with a failed login as its last`);
    }
  });

  for (const status of [429, 503]) {
    test(`that answers each refused login ${status} at first: what is sent again counts as well`, async (context) => {
      const failed = new FailedLogins();
      const seen = new Set<string>();
      const { ended } = await runAgainst(context, ['--fuzz-runs=5', '--seed=7', '--tags=not @pacts'], {
        onReply: (reply, call) => {
          failed.note(reply, call);
          const sent = `${call.method} ${call.target} ${Buffer.from(call.body).toString('latin1')}`;
          if (/"00"|S000001/.test(String(reply.body)) || seen.has(sent)) return reply;
          seen.add(sent);
          return { status, headers: { 'retry-after': '0' }, body: '' };
        },
      });
      assert.equal(ended.code, 0, ended.stdout);
      for (const [account, { worst }] of failed.accounts) {
        assert.ok(worst <= 2, `${account}: ${worst} failed logins in a row`);
      }
    });
  }

  test('in another process, its profile pinned: that profile alone', async (context) => {
    const target = `--target=${targets.urls.conforming}`;
    const { code, verdict, stdout } = await judge(context, [target, '--profile=esignon-login', FEW]);
    assert.equal(code, 0, stdout);
    assert.deepEqual(
      verdict.profiles.map(({ name, served }) => [name, served]),
      [['esignon-login', true]],
    );
    assert.ok(verdict.clauses.every(({ profile }) => profile === 'esignon-login'));
    assert.equal(verdict.complete, false);
    assert.match(stdout, /not checked/);
  });

  test('without fixtures of one family: no verdict, and it says what is missing', async (context) => {
    const { esignon } = FIXTURES_FILE['assay.fixtures.json'] ?? {};
    const files = { 'assay.fixtures.json': { esignon } };
    const { code, verdict } = await judge(context, [`--target=${targets.urls.conforming}`, FEW], { files });
    assert.equal(code, 3);
    assert.match(verdict.reason ?? '', /good login of ckstack-token was not checked: .*ckstack\.users/);
  });

  test('without a second user: 0, what was left out is named; 3 with --complete', async (context) => {
    const { esignon } = FIXTURES_FILE['assay.fixtures.json'] ?? {};
    const { secondUser: _, ...alone } = esignon ?? {};
    const files = { 'assay.fixtures.json': { esignon: alone } };
    const argv = [
      `--target=${targets.urls.conforming}`,
      '--profile=esignon-login',
      '--tags=@ES-01 or @ES-24',
    ];
    const { code, verdict } = await judge(context, argv, { files });
    assert.equal(code, 0);
    const tokens = verdict.clauses.find(({ id }) => id === 'ES-24');
    assert.equal(tokens?.outcome, 'not-checked');
    assert.match(
      tokens.reason ?? '',
      /^only one user is given: put another one into esignon.secondUser of the fixtures file/,
    );
    assert.ok(verdict.skipped.some(({ clauses }) => clauses.includes('ES-24')));
    const complete = await judge(context, [...argv, '--complete'], { files });
    assert.deepEqual([complete.code, complete.verdict.conformant], [3, true]);
  });
});

describe('a target with https', () => {
  let secure: Awaited<ReturnType<typeof startProvider>>;
  before(async () => {
    secure = await startProvider({ tls: SELF_SIGNED });
  });
  after(() => secure.close());
  const files = { ...FIXTURES_FILE, 'ca.pem': SELF_SIGNED.cert };

  test('whose certificate --ca vouches for is reached', async (context) => {
    const { code, verdict, stdout } = await judge(context, [`--target=${secure.url}`, '--ca=ca.pem', FEW], {
      files,
    });
    assert.equal(code, 0, stdout);
    assert.deepEqual(verdict.warnings, []);
  });

  test('whose certificate nobody vouches for is not', async (context) => {
    const { code, verdict, stdout } = await judge(context, [`--target=${secure.url}`, FEW], { files });
    assert.equal(code, 3);
    assert.match(verdict.reason ?? '', /cannot be reached: .*certificate/);
    assert.match(stdout, /certificate/);
  });

  test('whose certificate --insecure does not look at is reached, with a warning', async (context) => {
    const { code, verdict, stdout } = await judge(context, [`--target=${secure.url}`, '--insecure', FEW], {
      files,
    });
    assert.equal(code, 0, stdout);
    assert.match(verdict.warnings.join(), /certificates were not verified \(--insecure\)/);
    assert.match(stdout, /--insecure/);
  });

  test('--ca and --insecure contradict each other', async (context) => {
    const argv = [`--target=${secure.url}`, '--ca=ca.pem', '--insecure'];
    const { code, stderr } = await runMain(context, argv, { files });
    assert.equal(code, 2);
    assert.match(stderr, /--ca and --insecure cannot be used together/);
  });
});
