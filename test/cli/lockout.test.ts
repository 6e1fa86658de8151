import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { startProvider } from '../../src/provider/listen.js';
import type { ProviderOptions } from '../../src/provider/provider-options.js';
import { judge, violatedClauses } from './support/run-main.js';

/** How a locked account is answered. */
const ANSWERS = {
  'like a wrong password': { status: 200, code: '10' },
  'by a code and a status of its own': { status: 423, code: '99' },
} as const;

/** Locks an account for good after so many wrong passwords. `isReset`: a good login sets the count to zero. */
function locking(
  limit: number,
  isReset: boolean,
  { status, code }: (typeof ANSWERS)[keyof typeof ANSWERS],
): ProviderOptions {
  const counts = new Map<string, number>();
  return {
    onReply: (reply, call) => {
      const email = /"memb_email":"(\w+@example\.com)"/.exec(Buffer.from(call.body).toString())?.[1];
      if (email === undefined || call.company !== 'acme' || call.method !== 'POST') return reply;
      const count = counts.get(email) ?? 0;
      const [, came] = /"result_code":"(\d\d)"/.exec(String(reply.body)) ?? [];
      if (count >= limit) {
        const header = { response_code: '1001A', result_code: code, result_msg: 'locked', session_id: '' };
        return { ...reply, status, body: JSON.stringify({ header }) };
      }
      if (came === '10') counts.set(email, count + 1);
      else if (came === '00' && isReset) counts.set(email, 0);
      return reply;
    },
  };
}

async function judged(context: TestContext, options: ProviderOptions, ...argv: string[]) {
  const { url, close } = await startProvider({ profiles: ['esignon-login'], ...options });
  context.after(close);
  const args = [`--target=${url}`, '--profile=esignon-login', '--seed=7', '--fuzz-runs=10', ...argv];
  return judge(context, args);
}

for (const [how, answer] of Object.entries(ANSWERS)) {
  describe(`an account that is locked, and answered ${how}`, () => {
    test('after two wrong passwords in a row: that alone is violated', async (context) => {
      const { code, verdict } = await judged(context, locking(2, true, answer));
      assert.equal(code, 1);
      assert.deepEqual(violatedClauses(verdict), ['ES-30']);
      const [evidence] = verdict.clauses.find(({ id }) => id === 'ES-30')?.evidence ?? [];
      assert.match(
        evidence?.actual ?? '',
        /the account of esignon\.\w+ seems locked after 2 failed logins in a row, which --max-failed-logins=2/,
      );
    });

    test('after three in a row, which three strikes allow: nothing is', async (context) => {
      const { code, verdict, stdout } = await judged(context, locking(3, true, answer), '--complete');
      assert.equal(code, 0, stdout);
      assert.deepEqual([violatedClauses(verdict), verdict.warnings], [[], []]);
    });

    for (const limit of [3, 4, 5, 10]) {
      test(`after ${limit} in all, by a counter that no good login resets: it is named`, async (context) => {
        const { code, verdict, stdout } = await judged(context, locking(limit, false, answer), '--complete');
        assert.equal(code, 3, stdout);
        assert.deepEqual(violatedClauses(verdict), []);
        assert.equal(verdict.error?.code, 'ASSAY_INCOMPLETE');
        const reason =
          /the account of esignon\.\w+ seems locked after \d+ failed logins in this run, although good/;
        assert.match(verdict.warnings.join('\n'), reason);
        const reliability = verdict.clauses.find(({ id }) => id === 'ES-30');
        assert.equal(reliability?.outcome, 'not-checked');
        assert.match(reliability?.reason ?? '', reason);
        assert.match(stdout.replaceAll(/\s+/g, ' '), /seems locked/);
      });
    }

    test('after two in all: within the budget', async (context) => {
      const { code, verdict } = await judged(context, locking(2, false, answer));
      assert.equal(code, 1);
      assert.deepEqual(violatedClauses(verdict), ['ES-30']);
    });
  });
}
