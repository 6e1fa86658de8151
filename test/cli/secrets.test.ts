import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { assertNoSecret, PASSWORDS, runAgainst } from './support/marked-target.js';
import { readVerdict, violatedClauses } from './support/run-main.js';
import { formsOf, leaksIn } from './support/secret-forms.js';

/** Scenarios whose requests bear credentials as text, as escapes, in a query, in a form. */
const EVERY_ENCODING =
  '--tags=not @fuzzing and not @pacts and (@ES-09 or @ES-19 or @ES-22 or @ES-31 or @CK-12 or @CK-15 or @CK-22 or @CK-24)';

/** The same JSON without escapes that it does not need. */
function canonical(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return 'no JSON';
  }
}

describe('no secret in any report, nor on the console', () => {
  test('of a target that repeats every request, and its tokens, in body and headers', async (context) => {
    const { ended, signatures } = await runAgainst(context, ['--fuzz-runs=5', '--seed=7', '--strict'], {
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
