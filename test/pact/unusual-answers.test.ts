import './support/no-tracking.js';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Reply } from '../../src/provider/http/reply.js';
import { startProvider } from '../../src/provider/listen.js';
import type { ProviderOptions } from '../../src/provider/provider-options.js';
import { byOutcome, run, violated } from './support/run.js';

/** The answer as JSON, changed. */
function json(change: (answer: Record<string, never>) => unknown): ProviderOptions {
  return onReply((reply) => ({ ...reply, body: JSON.stringify(change(JSON.parse(String(reply.body)))) }));
}

function onReply(change: (reply: Reply) => Reply): ProviderOptions {
  return { onReply: change };
}

const isRefusal = (text: string) => !/"(?:00|S000001)"/.test(text);
const inCompany = (menus: readonly string[]) => ({
  id: 'c',
  name: 'Company B',
  groups: [
    { id: 'g', name: 'Empty', menus: [] },
    { id: 'h', name: 'Full', menus: menus.map((name) => ({ name })) },
  ],
});

const UNUSUAL: readonly (readonly [what: string, options: ProviderOptions])[] = [
  [
    'refuses eSignon logins by 400, ckstack logins by 409',
    onReply((reply) => {
      const text = String(reply.body);
      return isRefusal(text) ? { ...reply, status: text.includes('ckError') ? 409 : 400 } : reply;
    }),
  ],
  [
    'begins its answers with a byte order mark',
    onReply((reply) => ({ ...reply, body: `\ufeff${reply.body}` })),
  ],
  [
    'announces its answers otherwise',
    onReply((reply) => ({ ...reply, headers: { ...reply.headers, 'content-type': 'text/plain' } })),
  ],
  [
    'compresses its answers, asked or not',
    onReply((reply) => ({
      ...reply,
      headers: { ...reply.headers, 'content-encoding': 'gzip' },
      body: gzipSync(reply.body),
    })),
  ],
  [
    'writes its answers over several lines, numbers with a fraction, letters as escapes',
    onReply((reply) => ({
      ...reply,
      body: JSON.stringify(JSON.parse(String(reply.body)), null, 3)
        .replace(/"expireDate": (\d+)/, '"expireDate": $1.0')
        .replaceAll('result_code', '\\u0072esult_code'),
    })),
  ],
  [
    'says more than was asked',
    json((answer) => ({ ...answer, more: { of: [1, null, 'it'] }, half: 'a\ud83d' })),
  ],
  [
    'says little on refusals',
    json((answer) => {
      if (!isRefusal(JSON.stringify(answer)) || !('header' in answer)) return answer;
      const { session_id: _, ...header } = answer.header as Record<string, unknown>;
      return { header, body: null };
    }),
  ],
  [
    'gives the end of a token as a number of seconds in text',
    {
      stages: {
        'esignon-login': () => ({
          expireDate: (now) => String(Math.floor(now.getTime() / 1000) + 2_592_000),
        }),
        'esignon-startsimple': () => ({ expireDate: (now) => String(now.getTime() + 2_592_000_000) }),
      },
    },
  ],
  [
    'gives roles in other letters, further down the list',
    {
      stages: {
        'ckstack-token': ({ succeed }) => ({
          succeed: (...login) => {
            const answer = succeed(...login);
            const isRoot =
              (answer.company as readonly unknown[]).length === 1 &&
              JSON.stringify(answer.company).includes('"Root"');
            const company = isRoot
              ? [inCompany([]), inCompany(['Help', 'rOOT', 'Dashboard'])]
              : answer.company;
            return { ...answer, company } as ReturnType<typeof succeed>;
          },
        }),
      },
    },
  ],
  [
    'refuses with a code near to the one of success, without words',
    json((answer) =>
      'ckError' in answer && answer.ckError !== 'S000001'
        ? { ...(answer as object), ckError: 'S0000010', ckMessage: '' }
        : answer,
    ),
  ],
];

describe('the own contracts are kept by a provider that', () => {
  for (const [what, options] of UNUSUAL) {
    test(what, async (context) => {
      const provider = await startProvider(options);
      context.after(() => provider.close());
      const verdict = await run([`--target=${provider.url}`, '--tags=@pacts', '--seed=2']);
      assert.deepEqual(byOutcome(verdict, 'failed'), []);
      assert.deepEqual(violated(verdict), []);
      assert.equal(byOutcome(verdict, 'verified').length, 12);
      assert.equal(verdict.exitCode, 0);
    });
  }
});
