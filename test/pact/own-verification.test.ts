import './support/no-tracking.js';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { ownInteractions } from '../../src/pact/own-contracts.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { type RunningProvider, startProvider } from '../../src/provider/listen.js';
import { type ProgramRun, program } from './support/cli.js';
import { contractProfiles } from './support/contract-profiles.js';
import { CODE_ZERO, HTML_ON_MALFORMED, NO_EXPIRE_DATE } from './support/defects.js';
import { byOutcome, run, violated } from './support/run.js';
import { tempPacts } from './support/temp-pacts.js';

const OPTIONS = ['--tags=@pacts', '--seed=11'];

async function everyInteraction(): Promise<readonly string[]> {
  const interactions = (await Promise.all(contractProfiles().map(ownInteractions))).flat();
  return interactions.map(({ provider, description }) => `${provider}: ${description}`).sort();
}

/** The program against a provider of ours with a defect, which to it is in another process. */
async function programAgainst(context: TestContext, provider: RunningProvider): Promise<ProgramRun> {
  const folder = await tempPacts(context, {});
  const fixtures = join(folder, 'fixtures.json');
  await writeFile(fixtures, JSON.stringify(EMBEDDED_FIXTURES));
  return program(context, [...OPTIONS, `--target=${provider.url}`, `--fixtures=${fixtures}`]);
}

describe('the own contracts', () => {
  test('are kept by the embedded provider, interaction by interaction', async () => {
    const verdict = await run(OPTIONS);
    assert.deepEqual([...byOutcome(verdict, 'verified')].sort(), await everyInteraction());
    assert.equal(verdict.contracts.length, (await everyInteraction()).length);
    assert.deepEqual(verdict.scenarios, { run: 12, passed: 12, failed: 0, skipped: 0 });
    assert.equal(verdict.exitCode, 0);
  });

  test('are kept by the same provider under a path prefix, in another process than the run', async (context) => {
    const provider = await startProvider({ prefix: '/base/v2' });
    context.after(() => provider.close());
    const { verdict, exitCode, stdout, stderr, junit } = await programAgainst(context, provider);
    assert.ok(verdict);
    assert.deepEqual([...byOutcome(verdict, 'verified')].sort(), await everyInteraction());
    assert.equal(exitCode, 0);
    assert.match(junit, /a login to a company that may not call the API/);
    // The native core writes to its stdout; none of it is ours.
    assert.doesNotMatch(stdout + stderr, /Verifying a pact|returns a response|pact-core/);
  });

  test('are left out where the fixtures do not fill a state, never verified with examples', async () => {
    const { blockedCompany: _, ...esignon } = EMBEDDED_FIXTURES.esignon ?? {};
    const verdict = await run(OPTIONS, { fixtures: { ...EMBEDDED_FIXTURES, esignon } });
    assert.deepEqual(byOutcome(verdict, 'not-verified'), [
      'esignon-login: a login to a company that may not call the API',
    ]);
    const [skipped] = verdict.skipped;
    assert.deepEqual(skipped?.clauses, ['LG-01', 'ES-16']);
    assert.match(skipped?.reason ?? '', /esignon\.blockedCompany/);
    assert.equal(verdict.exitCode, 0);
  });

  test('of a profile that is not served are not asked about', async (context) => {
    const provider = await startProvider({ profiles: ['ckstack-token'] });
    context.after(() => provider.close());
    const verdict = await run([...OPTIONS, `--target=${provider.url}`]);
    assert.deepEqual([...new Set(verdict.contracts.map(({ provider: name }) => name))], ['ckstack-token']);
  });
});

describe('a defect is a failed interaction, blamed on its clause', () => {
  const cases = [
    {
      name: 'no expire_date',
      defect: NO_EXPIRE_DATE,
      clauses: ['ES-08 esignon-login'],
      failed: ['esignon-login: a login with right credentials'],
      mismatch: ['$.body.expire_date', 'to be there', 'missing'],
    },
    {
      name: 'result_code "0"',
      defect: CODE_ZERO,
      clauses: ['ES-02 esignon-login'],
      failed: ['esignon-login: a login with right credentials'],
      mismatch: ['$.header.result_code', '"00"', '"0"'],
    },
    {
      name: 'an HTML page for what is malformed',
      defect: HTML_ON_MALFORMED,
      clauses: ['ES-18 esignon-startsimple', 'ES-18 esignon-login'],
      failed: [
        'esignon-login: a login whose credentials were lost',
        'esignon-login: a login whose envelope was lost',
        'esignon-startsimple: a login whose credentials were lost',
        'esignon-startsimple: a login whose envelope was lost',
      ],
      mismatch: ['body', 'application/json', 'text/html'],
    },
  ] as const;

  for (const { name, defect, clauses, failed, mismatch } of cases) {
    describe(name, () => {
      let provider: RunningProvider;
      before(async () => {
        provider = await startProvider(defect);
      });
      after(() => provider.close());

      test('in the verdict, in Allure and in JUnit', async (context) => {
        const { verdict, exitCode, allure, junit } = await programAgainst(context, provider);
        assert.ok(verdict);
        assert.equal(exitCode, 1);
        assert.deepEqual(violated(verdict), clauses);
        assert.deepEqual([...byOutcome(verdict, 'failed')].sort(), failed);
        const [path, expected, actual] = mismatch;
        const [contract] = verdict.contracts.filter(({ outcome }) => outcome === 'failed');
        assert.deepEqual(
          contract?.mismatches.slice(0, 1).map((each) => [each.path, each.expected, each.actual]),
          [mismatch],
        );
        assert.equal(contract?.exchanges.length, 1);
        const [clause] = clauses;
        const evidence = verdict.clauses
          .filter(({ id, outcome }) => clause.startsWith(id) && outcome === 'violated')
          .flatMap((each) => each.evidence ?? []);
        const shown = `the client's contract: ${path} ${expected}`;
        assert.ok(
          evidence.some((each) => each.expected === shown && each.actual.startsWith(`${path} ${actual}`)),
        );
        assert.ok(allure.includes(JSON.stringify(shown).slice(1, -1)), 'Allure shows what was expected');
        assert.match(junit, /type="MUST ES-\d\d"/);
      });
    });
  }
});

test('a redirect is not followed', async (context) => {
  const elsewhere = await startProvider();
  context.after(() => elsewhere.close());
  const provider = await startProvider({
    onReply: (reply, { target }) =>
      target.endsWith('/login')
        ? { ...reply, status: 307, headers: { ...reply.headers, location: elsewhere.url + target } }
        : reply,
  });
  context.after(() => provider.close());
  const verdict = await run([...OPTIONS, `--target=${provider.url}`, '--profile=esignon-login']);
  assert.equal(byOutcome(verdict, 'failed').length, 5);
  for (const { mismatches } of verdict.contracts) assert.equal(mismatches[0]?.path, 'status');
  assert.equal(verdict.exitCode, 1);
});

test('no secret of a mismatch is shown anywhere', async (context) => {
  const password = EMBEDDED_FIXTURES.esignon?.user?.password ?? '';
  const digest = createHash('sha256').update(password).digest('hex');
  const token = 'a-token-that-nobody-is-to-see';
  const provider = await startProvider({
    stages: {
      'esignon-login': ({ succeed }) => ({
        succeed: (...login) => {
          const answer = succeed(...login);
          return {
            header: { ...answer.header, result_code: `no ${password}`, result_msg: '' },
            body: {
              ...answer.body,
              access_token: token,
              expire_date: { digest, token } as unknown as string,
            },
          };
        },
      }),
    },
  });
  context.after(() => provider.close());
  const { verdict, stdout, stderr, allure, junit } = await programAgainst(context, provider);
  assert.deepEqual(byOutcome(verdict ?? assert.fail(), 'failed'), [
    'esignon-login: a login with right credentials',
  ]);
  const shown = [stdout, stderr, allure, junit, JSON.stringify(verdict)].join('\n');
  assert.match(shown, /no \*\*\*/);
  for (const secret of [password, digest, token]) assert.ok(!shown.includes(secret), secret);
});
