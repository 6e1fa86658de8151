import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { type RunningProvider, startProvider } from '../../src/provider/listen.js';
import { FIXTURES_FILE, judge } from './support/run-main.js';

/** Says another Content-Type than JSON (ES-18 SHOULD), and dates in milliseconds (CK-06 MUST). */
let target: RunningProvider;
before(async () => {
  target = await startProvider({
    onReply: (reply, { profile }) =>
      profile === 'esignon-login'
        ? { ...reply, headers: { ...reply.headers, 'content-type': 'text/plain' } }
        : reply,
    stages: {
      'ckstack-token': ({ expireDate }) => ({ expireDate: (now) => expireDate(now) * 1000 }),
    },
  });
});
after(() => target.close());

const SHOULD = ['--profile=esignon-login', '--tags=@ES-01'];
const MUST = ['--profile=ckstack-token', '--tags=@CK-01'];

function run(context: TestContext, argv: readonly string[], waivers?: unknown) {
  const files = waivers === undefined ? FIXTURES_FILE : { ...FIXTURES_FILE, 'assay.waivers.json': waivers };
  return judge(context, [`--target=${target.url}`, '--seed=7', ...argv], { files });
}

const waived = (changes: object = {}) => [
  { clause: 'CK-06', reason: 'known to the vendor', until: '2999-12-31', ticket: 'T-17', ...changes },
];

describe('--strict', () => {
  test('without it a violated SHOULD does not count, and is shown', async (context) => {
    const { code, verdict, stdout } = await run(context, SHOULD);
    assert.equal(code, 0);
    assert.equal(verdict.counts.SHOULD.violated, 1);
    assert.match(stdout, /ES-18/);
  });

  test('with it a violated SHOULD counts', async (context) => {
    const { code, verdict } = await run(context, [...SHOULD, '--strict']);
    assert.deepEqual([code, verdict.conformant, verdict.strict], [1, false, true]);
    const entry = verdict.clauses.find(({ id, level }) => id === 'ES-18' && level === 'SHOULD');
    assert.match(entry?.evidence?.[0]?.replay ?? '', /--seed=7 .*--strict/);
  });
});

describe('waivers', () => {
  test('without one the violation counts', async (context) => {
    const { code, verdict } = await run(context, MUST);
    assert.deepEqual([code, verdict.counts.MUST.violated], [1, 1]);
  });

  test('one that holds makes it count no more, and is named', async (context) => {
    const { code, verdict, stdout } = await run(context, MUST, waived());
    assert.equal(code, 0, stdout);
    const entry = verdict.clauses.find(({ id }) => id === 'CK-06');
    assert.equal(entry?.outcome, 'waived');
    assert.ok((entry.evidence?.length ?? 0) > 0);
    assert.deepEqual(verdict.waivers, [{ ...waived()[0], status: 'applied' }]);
    assert.match(stdout, /waive/i);
    assert.match(stdout, /known to the vendor/);
  });

  test('one that is over holds no more, and is named', async (context) => {
    const { code, verdict, stdout } = await run(context, MUST, waived({ until: '2020-12-31' }));
    assert.equal(code, 1);
    assert.equal(verdict.waivers[0]?.status, 'expired');
    assert.match(stdout, /2020-12-31/);
  });

  test('one of a clause that held is named as no longer needed', async (context) => {
    const waivers = [...waived(), ...waived({ clause: 'CK-05' }), ...waived({ clause: 'CK-22' })];
    const { code, verdict, stdout } = await run(context, MUST, waivers);
    assert.equal(code, 0);
    assert.deepEqual(
      verdict.waivers.map(({ status }) => status),
      ['applied', 'not-needed', 'unused'],
    );
    assert.match(stdout, /CK-05/);
  });

  test('a file of another name is given by --waivers', async (context) => {
    const files = { ...FIXTURES_FILE, 'mine.json': waived() };
    const argv = [`--target=${target.url}`, ...MUST, '--waivers=mine.json'];
    assert.equal((await judge(context, argv, { files })).code, 0);
  });
});

/** Generated requests, shared ones, signed ones, and those with transaction ids. */
const SOME = '--tags=not @pacts and (@fuzzing or @ES-09 or @ES-16 or @ES-19 or @CK-02 or @CK-12 or @CK-18)';

describe('--seed', () => {
  interface Entry {
    readonly comment?: string;
    readonly request: {
      readonly method: string;
      readonly url: string;
      readonly postData?: { readonly text: string };
    };
  }

  /**
   * The requests of a run and its outcomes. Left out is what is not of the seed: the port, which login of a
   * scenario came first (the end of a transaction id), good logins between failed ones, and the time.
   */
  const requestsOf = async (context: TestContext, seed: number, tags = SOME) => {
    const argv = [`--seed=${seed}`, '--fuzz-runs=5', '--profile=esignon-login,ckstack-token', tags];
    const { cwd, verdict } = await judge(context, argv, { files: {} });
    const har = JSON.parse(await readFile(join(cwd, 'reports/exchanges.har'), 'utf8'));
    const lines = (har.log.entries as readonly Entry[]).map(({ comment, request }) => {
      const { pathname, search } = new URL(request.url);
      const query = search.replace(/(tid=assay-[a-z0-9]{8})-[^&]*/, '$1');
      return [comment, request.method, pathname, query, request.postData?.text].join(' ');
    });
    const outcomes = verdict.clauses.map(({ id, level, profile, outcome }) =>
      [id, level, profile, outcome].join(' '),
    );
    return { requests: [...new Set(lines)].sort(), outcomes };
  };

  test('twice the same makes the same requests and the same outcomes', async (context) => {
    const [one, again] = [await requestsOf(context, 11), await requestsOf(context, 11)];
    assert.deepEqual(again, one);
  });

  test('another makes other requests and the same outcomes', async (context) => {
    const few = '--tags=@ES-10 or @CK-13';
    const [one, other] = [await requestsOf(context, 11, few), await requestsOf(context, 12, few)];
    assert.notDeepEqual(other.requests, one.requests);
    assert.deepEqual(other.outcomes, one.outcomes);
  });
});
