import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ACCOUNTS } from '../../../src/provider/accounts.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import type { ProviderOptions } from '../../../src/provider/provider-options.js';
import { harEntry } from '../../../src/report/har-entry.js';
import { FUZZ_MUTANTS } from './mutants.js';
import { fuzz, kindsOf } from './support/fuzz-run.js';

const login = (
  stages: NonNullable<NonNullable<ProviderOptions['stages']>['esignon-login']>,
): ProviderOptions => ({
  profiles: ['esignon-login'],
  stages: { 'esignon-login': stages },
});
const mutant = (wrong: string) => FUZZ_MUTANTS.find((one) => one.wrong === wrong) ?? assert.fail(wrong);

/** The generated requests of a run by their numbers, without what hangs on the moment. */
async function requestsOf(
  options: Partial<Parameters<typeof fuzz>[0]>,
): Promise<ReadonlyMap<string, string>> {
  const requests = new Map<string, string>();
  await fuzz({
    profile: 'ckstack-token',
    kinds: kindsOf('ckstack-token'),
    seed: 11,
    runs: 40,
    ...options,
    onExchange: ({ request }) => {
      const [, key] = /\(generated: ([\w-]+)\)$/.exec(request.label) ?? [];
      const headers = request.headers.filter(([name]) => !/^h-(?:date|authorization)$/i.test(name));
      const body = Buffer.from(request.body ?? []).toString('base64');
      if (key) requests.set(key, JSON.stringify([request.label, request.path, headers, body]));
    },
  });
  return requests;
}

describe('generated requests', () => {
  test('are the same for the same seed, whatever is in flight at once and whatever else is generated', async () => {
    const all = await requestsOf({ concurrency: 1 });
    assert.equal(all.size, 160);
    assert.deepEqual(sorted(await requestsOf({ concurrency: 16, maxFailedLogins: 5 })), sorted(all));
    const some = await requestsOf({ kinds: ['attacks'] });
    assert.equal(some.size, 40);
    for (const [key, request] of some) assert.equal(all.get(key), request);
    assert.notDeepEqual(sorted(await requestsOf({ seed: 12 })), sorted(all));
  });

  test('lead to the same smallest case, whatever is in flight at once', async () => {
    const { profile, kind, provider } = mutant('truncated JSON is accepted');
    const labels = await Promise.all(
      [1, 16].map(async (concurrency) => {
        const { violations } = await fuzz({
          profile,
          kinds: [kind],
          seed: 4,
          runs: 100,
          provider,
          concurrency,
        });
        return violations.map(({ clause, exchanges }) => [clause, exchanges[0]?.request.label]);
      }),
    );
    assert.ok((labels[0]?.length ?? 0) > 0);
    assert.deepEqual(labels[1], labels[0]);
  });

  test('show no secret where they are reported', async () => {
    for (const profile of ['esignon-login', 'ckstack-token'] as const) {
      const shown: string[] = [];
      const { reports } = await fuzz({
        profile,
        kinds: kindsOf(profile),
        seed: 5,
        runs: 60,
        onExchange: (exchange, redactor) => shown.push(JSON.stringify(harEntry(redactor.redact(exchange)))),
      });
      const text = [...shown, ...reports].join('\n');
      const secrets = [...(ACCOUNTS.esignon.companies[0]?.members ?? []), ...ACCOUNTS.ckstack.users].map(
        ({ password }) => password,
      );
      for (const secret of secrets) assert.ok(!text.includes(secret.slice(0, 10)), secret);
    }
  });
});

function sorted(map: ReadonlyMap<string, string>): readonly string[] {
  return [...map.values()].sort();
}

/** Counts refused logins in a row by account, as a provider that locks would. */
function guard() {
  const rows = new Map<string, number>();
  let longest = 0;
  const onReply: NonNullable<ProviderOptions['onReply']> = (reply, call) => {
    const text = Buffer.from(call.body).toString();
    const named = ['mina@example.com', 'joon@example.com'].find((email) => text.includes(email));
    if (named === undefined) return reply;
    const accepted = /"result_code":"00"/.test(Buffer.from(reply.body).toString());
    rows.set(named, accepted ? 0 : (rows.get(named) ?? 0) + 1);
    longest = Math.max(longest, rows.get(named) ?? 0);
    return reply;
  };
  return { onReply, longest: () => longest };
}

test('no more logins are in flight at once than --concurrency says, over all properties of a run', async () => {
  let [inFlight, most] = [0, 0];
  const onReply: NonNullable<ProviderOptions['onReply']> = async (reply) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await sleep(2);
    inFlight -= 1;
    return reply;
  };
  const kinds = kindsOf('esignon-login');
  await fuzz({ profile: 'esignon-login', kinds, seed: 1, runs: 40, concurrency: 3, provider: { onReply } });
  assert.ok(most > 1 && most <= 3, `${most} at once`);
});

describe('the budget of failed logins', () => {
  for (const budget of [1, 3]) {
    test(`${budget} in a row at most, on a provider that conforms`, async () => {
      const { onReply, longest } = guard();
      const kinds = kindsOf('esignon-login');
      await fuzz({
        profile: 'esignon-login',
        kinds,
        seed: 1,
        runs: 60,
        maxFailedLogins: budget,
        provider: { onReply },
      });
      assert.equal(longest(), budget);
    });
  }

  test('three in a row at most while a smallest case is looked for', async () => {
    const { profile, kind, provider } = mutant(
      'a regular expression reads the members in the documented order',
    );
    const { onReply, longest } = guard();
    const { violations } = await fuzz({
      profile,
      kinds: [kind],
      seed: 1,
      runs: 100,
      provider: { ...provider, onReply },
    });
    assert.ok(violations.some(({ clause }) => clause === 'ES-28'));
    assert.ok(longest() <= 3, `${longest()} in a row`);
  });
});

describe('what a campaign reports', () => {
  test('a target wrong in one way gives one finding', async () => {
    const provider = login(({ refuse }) => ({
      refuse: (row, call) => ({
        ...refuse(row, call),
        header: { ...refuse(row, call).header, result_msg: '' },
      }),
    }));
    const kinds = ['malformed logins'] as const;
    const { violations, reports } = await fuzz({
      profile: 'esignon-login',
      kinds,
      seed: 1,
      runs: 100,
      provider,
    });
    assert.deepEqual(
      violations.map(({ clause }) => clause),
      ['ES-16', 'ES-27'],
    );
    assert.equal(violations[1]?.instanceOf, 'ES-16');
    assert.equal(reports.length, 1);
  });

  test('a login refused by chance is no fault of its encoding', async () => {
    let count = 0;
    const provider = login(({ readLogin }) => ({
      readLogin: (document, call) => {
        count += 1;
        if (count === 10) throw new Refusal('credentials');
        return readLogin(document, call);
      },
    }));
    const kinds = ['equivalent logins'] as const;
    const { violations } = await fuzz({ profile: 'esignon-login', kinds, seed: 1, runs: 40, provider });
    assert.deepEqual(
      violations.map(({ clause }) => clause),
      ['ES-30'],
    );
  });

  test('a target that refuses every login is left alone after a few', async () => {
    const provider = login(({ readLogin }) => ({
      readLogin: (document, call) => {
        const login = readLogin(document, call);
        if (/\\u|\s|"body".*"header"/.test(Buffer.from(call.body).toString()))
          throw new Refusal('credentials');
        return login;
      },
    }));
    let sent = 0;
    const kinds = ['equivalent logins'] as const;
    const onExchange = () => {
      sent += 1;
    };
    const options = { profile: 'esignon-login', kinds, seed: 1, runs: 1_000, provider, onExchange } as const;
    const { violations } = await fuzz(options);
    assert.ok(violations.some(({ clause }) => clause === 'ES-28'));
    assert.ok(sent < 250, `${sent} requests`);
  });

  test('an account that is locked ends the property', async () => {
    let refused = 0;
    const provider = login(({ authenticate }) => ({
      authenticate: async (given, call, stages) => {
        try {
          if (refused > 2) throw new Refusal('credentials');
          return await authenticate(given, call, stages);
        } catch (error) {
          refused += 1;
          throw error;
        }
      },
    }));
    const kinds = ['attacks'] as const;
    const { violations, exchanges } = await fuzz({
      profile: 'esignon-login',
      kinds,
      seed: 1,
      runs: 200,
      provider,
    });
    assert.deepEqual([...new Set(violations.map(({ clause }) => clause))], ['ES-30']);
    assert.ok(exchanges < 40, `${exchanges} exchanges`);
  });

  test('a SHOULD clause is named when an addition alone is refused', async () => {
    const provider = login(({ readLogin }) => ({
      readLogin: (document, call) => {
        if (Buffer.from(call.body).toString().includes('"x')) throw new Refusal('member');
        return readLogin(document, call);
      },
    }));
    const kinds = ['equivalent logins'] as const;
    const { violations } = await fuzz({ profile: 'esignon-login', kinds, seed: 1, runs: 200, provider });
    assert.deepEqual(
      violations.map(({ clause, level }) => [clause, level]),
      [['ES-20', 'SHOULD']],
    );
  });
});
