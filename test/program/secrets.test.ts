import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, type TestContext, test } from 'node:test';
import type { Fixtures } from '../../src/contract/fixtures.js';
import { ACCOUNTS } from '../../src/provider/accounts.js';
import type { AppOptions } from '../../src/provider/app-options.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { headerOf } from '../../src/provider/http/call.js';
import { startProvider } from '../../src/provider/listen.js';
import { type Ended, readVerdict, runMain, violatedClauses } from './support/run-main.js';
import { filesBelow, formsOf, leaksIn } from './support/secret-forms.js';

const { esignon, ckstack } = EMBEDDED_FIXTURES;
const HMAC = ckstack?.signature && 'secret' in ckstack.signature ? ckstack.signature.secret : '';

/** Every password of the fixtures, and what is left of it when its last or its first character is taken. */
const PASSWORDS = [
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

/** Scenarios whose requests bear credentials as text, as escapes, in a query, in a form. */
const EVERY_ENCODING =
  '--tags=not @fuzzing and not @pacts and (@ES-09 or @ES-19 or @ES-22 or @ES-31 or @CK-12 or @CK-15 or @CK-22 or @CK-24)';

/** In every token that a target issues: wherever a part of a token stands, this does. */
const TOKEN_MARK = 'Marble7Falcon';

/** The same JSON without escapes that it does not need. */
function canonical(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return 'no JSON';
  }
}

/** Runs against a target whose tokens bear the mark; what it was sent as a signature is known afterwards. */
async function runAgainst(context: TestContext, argv: readonly string[], options: AppOptions = {}) {
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
function assertNoSecret({ cwd, stdout, stderr }: Ended, signatures: ReadonlySet<string>): void {
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

describe('no secret in any report, nor on the console', () => {
  test('of a target that conforms', async (context) => {
    const { ended, signatures } = await runAgainst(context, ['--tags=not @fuzzing and not @pacts']);
    assert.equal(ended.code, 0, ended.stdout);
    assertNoSecret(ended, signatures);
  });

  test('of a target that repeats every request, and its tokens, in body and headers', async (context) => {
    const { ended, signatures } = await runAgainst(context, ['--fuzz-runs=5', '--strict'], {
      onReply: (reply, call) => {
        const sent = Buffer.from(call.body).toString();
        const own = JSON.parse(String(reply.body));
        const token = own.body?.access_token ?? own.token?.token ?? '';
        const echo = { sent, again: encodeURIComponent(sent), headers: call.headers, target: call.target };
        const said = `${sent} ${call.target} ${token}`;
        const answer = own.header
          ? { ...own, header: { ...own.header, result_msg: said }, echo }
          : { ...own, ckMessage: said, echo };
        const headers = {
          ...reply.headers,
          'x-echo': encodeURIComponent(sent).slice(0, 4000),
          'x-base64': Buffer.from(canonical(sent)).toString('base64').slice(0, 4000),
          'x-target': call.target.slice(0, 4000),
          'x-token': token,
          'x-signature': String(call.headers['h-authorization'] ?? 'none'),
        };
        return { ...reply, headers, body: JSON.stringify(answer) };
      },
    });
    assert.equal(ended.code, 1, ended.stdout);
    const violated = violatedClauses(await readVerdict(ended));
    assert.ok(violated.includes('ES-23') && violated.includes('CK-11'), violated.join());
    assertNoSecret(ended, signatures);
  });

  test('of a target that repeats every request in a page of HTML', async (context) => {
    const { ended, signatures } = await runAgainst(context, [EVERY_ENCODING], {
      onReply: (reply, call) => {
        if (call.profile === null) return reply;
        const sent = Buffer.from(call.body).toString();
        const fields = Object.entries(call.headers).map(([name, value]) => `${name}: ${String(value)}`);
        const escaped = sent.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
        const page = [
          '<html><pre>',
          ...fields,
          call.target,
          sent,
          escaped,
          String(reply.body),
          '</pre></html>',
        ];
        return { status: 200, headers: { 'content-type': 'text/html' }, body: page.join('\n') };
      },
    });
    assert.equal(ended.code, 1, ended.stdout);
    assertNoSecret(ended, signatures);
  });
});

describe('how secrets are looked for', () => {
  const [password = ''] = PASSWORDS;
  let forms: readonly string[];
  before(() => {
    forms = formsOf(password);
  });

  test('every form is found, in other text too', () => {
    for (const form of forms) {
      assert.equal(leaksIn([{ path: 'a', text: `x${form}y` }], [password]).length > 0, true, form);
    }
    const wrapped = Buffer.from(`{"a":"${password}"}`).toString('base64');
    assert.ok(leaksIn([{ path: 'a', text: wrapped }], [password]).length > 0);
  });

  test('what is masked is not found', () => {
    assert.deepEqual(leaksIn([{ path: 'a', text: '*** Mossy-Kestrel' }], [password]), []);
  });
});
