import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { ACCOUNTS } from '../../../src/provider/accounts.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import { headerOf } from '../../../src/provider/http/call.js';
import { startProvider } from '../../../src/provider/listen.js';
import type { ProviderOptions } from '../../../src/provider/provider-options.js';
import type { Fixtures } from '../../support/profiles.js';
import { type Ended, runMain } from './run-main.js';
import { filesBelow, leaksIn } from './secret-forms.js';

const { esignon, ckstack } = EMBEDDED_FIXTURES;
const HMAC = ckstack?.signature && 'secret' in ckstack.signature ? ckstack.signature.secret : '';

/** Every password of the fixtures, and what is left of it when its last or its first character is taken. */
export const PASSWORDS = [
  ...[esignon?.user, esignon?.secondUser, esignon?.blockedCompany].map((user) => user?.password ?? ''),
  ...Object.values(ckstack?.users ?? {}).map((user) => user?.password ?? ''),
].flatMap((password) => [password, password.slice(0, -1), password.slice(1)]);

/** Client id and key of the fixtures, so long that they stand nowhere by chance. */
const CLIENT_ID = 'client-Opal-9377-Birch';
const API_KEY = 'key-Slate-4821-Finch';
const FIXTURES: Fixtures = {
  esignon: { ...esignon, clientId: CLIENT_ID },
  ckstack: { ...ckstack, apiKey: API_KEY },
};
const KNOWN = [...PASSWORDS, CLIENT_ID, API_KEY, HMAC];
const ACCOUNTS_WITH_THEM = {
  esignon: { ...ACCOUNTS.esignon, clientId: CLIENT_ID },
  ckstack: { ...ACCOUNTS.ckstack, apiKey: API_KEY },
};

/** In every token that a target issues: wherever a part of a token stands, this does. */
const TOKEN_MARK = 'Marble7Falcon';

/** Runs against a target whose tokens bear the mark; what it was sent as a signature is known afterwards. */
export async function runAgainst(
  context: TestContext,
  argv: readonly string[],
  options: ProviderOptions = {},
) {
  const signatures = new Set<string>();
  let count = 0;
  const newToken = () => {
    count += 1;
    return `tok.${TOKEN_MARK}.${count}.${'x'.repeat(20)}`;
  };
  const provider = await startProvider({
    accounts: ACCOUNTS_WITH_THEM,
    ...options,
    stages: {
      'esignon-startsimple': () => ({ newToken }),
      'esignon-login': () => ({ newToken }),
      'ckstack-token': () => ({ newToken }),
    },
    onReply: (reply, call) => {
      const signature = /:(.{20,})$/.exec(headerOf(call, 'h-authorization'))?.[1];
      if (signature !== undefined) signatures.add(signature);
      return options.onReply?.(reply, call) ?? reply;
    },
  });
  context.after(provider.close);
  const ended = await runMain(context, [`--target=${provider.url}`, ...argv], {
    files: { 'assay.fixtures.json': FIXTURES },
    // Without Java the HTML of cucumber is written, which has all that the Allure report has.
    env: { PATH: '' },
  });
  assert.ok(count > 0 && signatures.size > 0);
  return { ended, signatures };
}

/** Holds that no secret stands in any report or on the console. */
export function assertNoSecret({ cwd, stdout, stderr }: Ended, signatures: ReadonlySet<string>): void {
  const files = [
    ...filesBelow(join(cwd, 'reports')),
    { path: 'stdout', text: Buffer.from(stdout, 'utf8').toString('latin1') },
    { path: 'stderr', text: Buffer.from(stderr, 'utf8').toString('latin1') },
  ];
  for (const name of ['verdict.json', 'junit.xml', 'exchanges.har', 'summary.md', 'cucumber.html']) {
    assert.ok(
      files.some(({ path }) => path.endsWith(name)),
      `there is no ${name}`,
    );
  }
  assert.ok(files.some(({ path }) => path.includes('allure-results')));
  assert.deepEqual(leaksIn(files, [...KNOWN, TOKEN_MARK]), []);
  const everything = files.map(({ text }) => text).join('\n');
  const shown = [...signatures].filter(
    (signature) => everything.includes(signature) || everything.includes(encodeURIComponent(signature)),
  );
  assert.deepEqual(shown, []);
}
