import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createServer } from '../../src/provider/server.js';
import { assertEsignonRefusal, assertSound } from './support/answers.js';
import { BORA, ESIGNON_PROFILES, JOON, loginDocument, MINA, postLogin } from './support/requests.js';

const WRONG_PASSWORDS: Readonly<Record<string, string>> = {
  'far from the right one': 'Nothing-Like-It-00',
  'a prefix of it': MINA.password.slice(0, -1),
  'its first eight characters': MINA.password.slice(0, 8),
  'an extension of it': `${MINA.password}x`,
  'in lower case': MINA.password.toLowerCase(),
  'in upper case': MINA.password.toUpperCase(),
  'with a space before it': ` ${MINA.password}`,
  'with a line end after it': `${MINA.password}\n`,
  'ended by NUL': `${MINA.password}\0`,
  "another user's": JOON.password,
  'of 64 KiB': 'p'.repeat(65_536),
  'the right one, then 64 KiB': MINA.password + 'p'.repeat(65_536),
  'an injection': "' OR '1'='1",
  'a wildcard': '*',
  'in full-width letters': MINA.password.replace('M', 'Ｍ'),
  'a lone surrogate': '\ud800',
};

const UNKNOWN_EMAILS = [
  'nobody@example.com',
  'MINA@EXAMPLE.COM',
  ' mina@example.com',
  "mina@example.com' --",
  '*',
  '__proto__',
  'constructor',
  'bora@example.com',
];

for (const profile of ESIGNON_PROFILES) {
  describe(`${profile}: credentials that prove nothing`, () => {
    const app = createServer();
    const login = (email: string, password: string, company = 'acme') =>
      postLogin(app, profile, loginDocument(profile, { email, password }, company), company);

    for (const [name, password] of Object.entries(WRONG_PASSWORDS)) {
      test(`a password ${name} is refused by 10 (ES-09, ES-26)`, async () => {
        assertEsignonRefusal(await login(MINA.email, password), ['10']);
      });
    }

    for (const email of UNKNOWN_EMAILS) {
      test(`the unknown e-mail ${JSON.stringify(email)} is refused by 10 (ES-10)`, async () => {
        assertEsignonRefusal(await login(email, MINA.password), ['10']);
      });
    }

    for (const value of [{ $ne: null }, { $gt: '' }, [MINA.password], [], 0, true, { length: 1 }]) {
      test(`the operator ${JSON.stringify(value)} gets nothing in either member (ES-26)`, async () => {
        for (const member of ['memb_email', 'memb_pwd']) {
          const document = loginDocument(profile);
          document.body[member] = value;
          assertEsignonRefusal(await postLogin(app, profile, document), ['99']);
        }
      });
    }

    test('a wrong password and an unknown e-mail are answered by the same bytes (ES-11)', async () => {
      const [wrong, unknown] = [await login(MINA.email, 'x-wrong-one'), await login('no@example.com', 'x')];
      assert.equal(wrong.text, unknown.text);
      assert.equal(wrong.status, unknown.status);
    });

    for (const company of ['nowhere', 'ACME', 'acme%20', 'acm', '__proto__', 'constructor', 'a%2Fb', '%00']) {
      test(`the company ${company} does not exist: 10 (ES-29)`, async () => {
        const document = loginDocument(profile, MINA, decodeURIComponent(company));
        assertEsignonRefusal(await postLogin(app, profile, document, company), ['10']);
      });
    }

    test('the company may be percent-encoded', async () => {
      const answer = await postLogin(app, profile, loginDocument(profile), '%61cm%65');
      assert.equal(answer.json().body.comp_id, 'acme');
    });

    test('after refusals the right password still gets in (ES-30)', async () => {
      for (let count = 0; count < 20; count++) await login(MINA.email, `wrong-password-${count}`);
      assert.equal((await login(MINA.email, MINA.password)).json().header.result_code, '00');
    });

    test('no refusal repeats what was sent (ES-23)', async () => {
      const answer = await login(MINA.email, 'Distinctive-Wrong-91');
      assertSound(answer, ['Distinctive-Wrong-91', MINA.email]);
    });
  });
}

describe('esignon-login: a blocked company', () => {
  const app = createServer();
  const login = (who: typeof MINA) =>
    postLogin(app, 'esignon-login', loginDocument('esignon-login', who), 'blocked');

  test('is refused by 95 with right credentials (LG-01)', async () => {
    const answer = await login(BORA);
    assertEsignonRefusal(answer, ['95']);
    assert.match(answer.json().header.result_msg, /^APIを呼び出せない会社です/);
  });

  test('is refused by 10 with wrong ones: that it is blocked is not told to strangers (LG-03)', async () => {
    assertEsignonRefusal(await login({ ...BORA, password: 'Wrong-Password-1' }), ['10']);
    assertEsignonRefusal(await login(MINA), ['10']);
  });
});

describe('esignon-startsimple: comp_id and client_id', () => {
  const app = createServer();
  const post = (change: object, company = 'acme') => {
    const document = loginDocument('esignon-startsimple');
    return postLogin(
      app,
      'esignon-startsimple',
      { ...document, body: { ...document.body, ...change } },
      company,
    );
  };

  test('a comp_id other than that of the path is refused by 10 (SS-03)', async () => {
    assertEsignonRefusal(await post({ comp_id: 'blocked' }), ['10']);
    assertEsignonRefusal(await post({ comp_id: 'acme' }, 'nowhere'), ['10']);
    assertEsignonRefusal(await post({ comp_id: 'nowhere' }), ['10']);
  });

  test('an unknown client_id is refused by 10 (SS-04)', async () => {
    assertEsignonRefusal(await post({ client_id: 'client-2' }), ['10']);
    assertEsignonRefusal(await post({ client_id: 'client-11' }), ['10']);
  });

  test('either missing, null, empty or no string is refused by 99 (SS-05)', async () => {
    for (const member of ['comp_id', 'client_id']) {
      for (const value of [undefined, null, '', 7, ['acme'], {}]) {
        assertEsignonRefusal(await post({ [member]: value }), ['99']);
      }
    }
  });

  test('a blocked company gets 10, for the document has no code 95 (SS-02)', async () => {
    const document = loginDocument('esignon-startsimple', BORA, 'blocked');
    assertEsignonRefusal(await postLogin(app, 'esignon-startsimple', document, 'blocked'), ['10']);
  });
});
