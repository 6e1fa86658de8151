import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ESIGNON_ATTACKS } from '../../../../src/profiles/esignon/requests/attacks.js';
import { type Envelope, envelopeOf } from '../../../../src/profiles/esignon/requests/login.js';
import { ODD_TEXT_CREDENTIALS } from '../../../../src/profiles/esignon/requests/odd-texts.js';
import { ESIGNON_VARIATIONS } from '../../../../src/profiles/esignon/requests/variations.js';
import {
  ESIGNON_WRONG_PASSWORDS,
  PASSWORDS_WITH_CONTROLS,
} from '../../../../src/profiles/esignon/requests/wrong-passwords.js';
import { isNotApplicable } from '../../../../src/profiles/profile.js';
import {
  EMAIL,
  ESIGNON_PROFILES,
  esignonLogin,
  esignonRequest,
  NONCE,
  OTHER_PASSWORD,
  PASSWORD,
  strictJson,
  textOf,
} from '../../login/sample-logins.js';

/** What each wrong password is, said apart from the code. */
const WRONG: Readonly<Record<string, string>> = {
  'with a completely different password': `Far-${NONCE}-9`,
  'with the right password minus its last character': 'Zephyr}Quartz{81"Lagoo',
  'with the right password minus its first character': 'ephyr}Quartz{81"Lagoon',
  'with the right password plus one more character': 'Zephyr}Quartz{81"Lagoon7',
  'with a wrong password that starts with the same 8 characters': `Zephyr}Q${NONCE.slice(0, 4)}`,
  'with the right password in upper case': 'ZEPHYR}QUARTZ{81"LAGOON',
  'with the right password in lower case': 'zephyr}quartz{81"lagoon',
  'with the right password, the case of its first letter swapped': 'zephyr}Quartz{81"Lagoon',
  'with a leading space before the right password': ` ${PASSWORD}`,
  'with a trailing space after the right password': `${PASSWORD} `,
  'with the password of another user': OTHER_PASSWORD,
  'with the right password, its last character replaced': 'Zephyr}Quartz{81"Lagooe',
  'with a line feed after the right password': `${PASSWORD}\n`,
  'with a tab before the right password': `\t${PASSWORD}`,
};

for (const profile of ESIGNON_PROFILES) {
  const login = esignonLogin(profile);
  const parsed = (phrase: string) => strictJson(esignonRequest(phrase, login)) as Envelope;
  const plain = envelopeOf(login);

  describe(`${profile}: wrong passwords (ES-09)`, () => {
    test('all are known', () => {
      assert.deepEqual(
        [...ESIGNON_WRONG_PASSWORDS, ...PASSWORDS_WITH_CONTROLS].map(({ phrase }) => phrase),
        Object.keys(WRONG),
      );
    });

    for (const [phrase, wrong] of Object.entries(WRONG)) {
      test(phrase, () => {
        const { facts, secrets } = esignonRequest(phrase, login);
        assert.deepEqual(parsed(phrase), { ...plain, body: { ...plain.body, memb_pwd: wrong } });
        assert.equal(facts?.valid, false);
        assert.equal(facts.account, `esignon acme ${EMAIL}`);
        assert.deepEqual(facts.passwords, [wrong, PASSWORD]);
        assert.ok(secrets.includes(wrong) && secrets.includes(PASSWORD));
      });
    }
  });

  describe(`${profile}: e-mails that nobody has (ES-10)`, () => {
    const WRONG_EMAILS = {
      'with an e-mail that nobody has': `nobody-${NONCE}@example.com`,
      'with extra text appended to a known e-mail': `${EMAIL}.qbwc`,
      'with extra text in front of a known e-mail': `${NONCE}.${EMAIL}`,
      'with a known e-mail, one letter replaced by _': 'm_na@example.com',
    };
    for (const [phrase, email] of Object.entries(WRONG_EMAILS)) {
      test(phrase, () => {
        const { facts } = esignonRequest(phrase, login);
        assert.deepEqual(parsed(phrase), { ...plain, body: { ...plain.body, memb_email: email } });
        const sent = { company: 'acme', email };
        const wrong = { valid: false, wrongCredentials: true };
        assert.deepEqual(facts, { ...wrong, account: null, passwords: [PASSWORD], sent });
      });
    }
  });

  describe(`${profile}: odd text (ES-26, ES-17)`, () => {
    const nobody = `nobody-${NONCE}@example.com`;
    const wrong = `Far-${NONCE}-9`;
    const ODD: Readonly<Record<string, (text: string, plain: string) => boolean>> = {
      'contains an emoji': (text, plain) => text === `no😀body-${plain}`,
      'ends with a backslash': (text, plain) => text === `${plain}\\`,
      'is 300 characters long': (text, plain) => text.length === 300 && text.endsWith(plain),
      'is 4000 characters long': (text, plain) => text.length === 4000 && text.endsWith(plain),
    };

    test('all are known', () => {
      const phrases = ['an e-mail', 'a wrong password'].flatMap((what) =>
        Object.keys(ODD).map((words) => `with ${what} that ${words}`),
      );
      assert.deepEqual(
        ODD_TEXT_CREDENTIALS.map(({ phrase }) => phrase),
        phrases,
      );
    });

    for (const [words, isSo] of Object.entries(ODD)) {
      test(`an e-mail that ${words}`, () => {
        const { header, body } = parsed(`with an e-mail that ${words}`);
        assert.ok(isSo(String(body.memb_email), nobody));
        assert.deepEqual({ header, body: { ...body, memb_email: EMAIL } }, plain);
        assert.equal(esignonRequest(`with an e-mail that ${words}`, login).facts?.account, null);
      });

      test(`a wrong password that ${words}`, () => {
        const phrase = `with a wrong password that ${words}`;
        const { header, body } = parsed(phrase);
        assert.ok(isSo(String(body.memb_pwd), wrong));
        assert.deepEqual({ header, body: { ...body, memb_pwd: PASSWORD } }, plain);
        const { facts } = esignonRequest(phrase, login);
        assert.equal(facts?.account, `esignon acme ${EMAIL}`);
        assert.deepEqual(facts.passwords, [body.memb_pwd, PASSWORD]);
      });
    }
  });

  describe(`${profile}: attacks (ES-26)`, () => {
    for (const { phrase } of ESIGNON_ATTACKS) {
      test(phrase, () => {
        const request = esignonRequest(phrase, login);
        const { header, body } = strictJson(request) as Envelope;
        assert.deepEqual(header, plain.header);
        const right =
          body.memb_email === EMAIL && Object.hasOwn(body, 'memb_pwd') && body.memb_pwd === PASSWORD;
        assert.equal(right, false, 'it is the plain login');
        assert.equal(
          request.facts?.account,
          textOf(request).includes(EMAIL) ? `esignon acme ${EMAIL}` : null,
        );
      });
    }

    test('each value is what its phrase says', () => {
      const password = (words: string) => parsed(`whose password is ${words}`).body.memb_pwd;
      assert.deepEqual(password('the operator {"$ne":null}'), { $ne: null });
      assert.deepEqual(password('the right one in an array'), [PASSWORD]);
      assert.equal(password("the SQL text ' OR '1'='1"), "' OR '1'='1");
      assert.equal(password('the right one followed by a NUL'), `${PASSWORD}\0`);
      assert.equal(String(password('64 KiB long')).length, 65_536);
      const hostile = password('the object {"__proto__":{}}') as object;
      assert.deepEqual(Object.keys(hostile), ['__proto__']);
      const email = parsed('whose e-mail is the right one followed by a NUL and more text').body.memb_email;
      assert.equal(email, `${EMAIL}\0more`);
      let depth = 0;
      for (let inner = password('an array nested 1000 levels deep'); Array.isArray(inner); inner = inner[0]) {
        depth += 1;
      }
      assert.equal(depth, 1000);
    });

    test('a text that everybody may read is no secret', () => {
      for (const words of ['the text __proto__', 'the text constructor', 'the wildcard *']) {
        const { facts, secrets } = esignonRequest(`whose password is ${words}`, login);
        assert.deepEqual(facts?.passwords, [PASSWORD]);
        assert.ok(!secrets.includes('*') && !secrets.includes('__proto__') && secrets.includes(PASSWORD));
      }
    });

    test('the password that hides stands in __proto__ and nowhere else', () => {
      const body = parsed('whose password is inside a __proto__ member').body;
      assert.equal(Object.hasOwn(body, 'memb_pwd'), false);
      assert.deepEqual(Object.entries(body).find(([name]) => name === '__proto__')?.[1], {
        memb_pwd: PASSWORD,
      });
    });

    test('a password with what a replacement text understands comes out as it is', () => {
      const password = "Cash$$-in-$&-and-$'1";
      const odd = esignonLogin(profile, { password });
      const hidden = strictJson(
        esignonRequest('whose password is inside a __proto__ member', odd),
      ) as Envelope;
      assert.ok(JSON.stringify(Object.entries(hidden.body)).includes(JSON.stringify(password)));
      const listed = strictJson(
        esignonRequest('whose password is the right one in an array', odd),
      ) as Envelope;
      assert.deepEqual(listed.body.memb_pwd, [password]);
    });
  });
}

describe('wrong passwords that cannot be made', () => {
  const reason = (phrase: string, changes: object) => {
    const built = ESIGNON_VARIATIONS.get(phrase)?.build(esignonLogin('esignon-login', changes));
    return built && isNotApplicable(built) ? built.notApplicable : null;
  };

  test('a prefix of a password of eight characters is too short', () => {
    const less = 'with the right password minus its last character';
    assert.match(reason(less, { password: 'Abcd12-x' }) ?? '', /shorter than 8/);
    assert.equal(reason(less, { password: 'Abcd12-xy' }), null);
  });

  test('a password without letters has no capitals', () => {
    const capitals = 'with the right password in upper case';
    assert.match(reason(capitals, { password: '1234-5678' }) ?? '', /would be the right password/);
    assert.equal(reason(capitals, { password: 'a234-5678' }), null);
  });

  test('a last character gives way to another of its kind', () => {
    const phrase = 'with the right password, its last character replaced';
    for (const [right, wrong] of [
      ['Abcd12-e', 'Abcd12-k'],
      ['abcd12-E', 'abcd12-K'],
      ['abcd-123', 'abcd-126'],
      ['abcd123?', 'abcd123!'],
      ['abcd12😀!', 'abcd12😀?'],
    ] as const) {
      const built = ESIGNON_VARIATIONS.get(phrase)?.build(esignonLogin('esignon-login', { password: right }));
      assert.ok(built && !isNotApplicable(built));
      assert.equal((strictJson(built) as Envelope).body.memb_pwd, wrong);
    }
    assert.match(reason(phrase, { password: 'Abcd12x' }) ?? '', /fewer than 8/);
  });

  test('without a second user there is no password of another', () => {
    const { otherPassword: _, ...alone } = esignonLogin('esignon-login');
    const built = ESIGNON_VARIATIONS.get('with the password of another user')?.build(alone);
    assert.ok(built && isNotApplicable(built));
    assert.match(built.notApplicable, /no second user/);
  });

  test('a character outside the basic plane is never cut in half', () => {
    const login = esignonLogin('esignon-login', { password: 'Pass-12😀34-word-😀' });
    for (const { build, phrase } of ESIGNON_WRONG_PASSWORDS) {
      const built = build(login);
      assert.ok(!isNotApplicable(built));
      assert.doesNotMatch(textOf(built), /\\ud[89a-f]/i, phrase);
    }
  });
});
