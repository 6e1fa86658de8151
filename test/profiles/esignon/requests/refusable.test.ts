import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  BODY_FAULTS,
  CREDENTIAL_FAULTS,
  HEADER_FAULTS,
  MISPLACED_CREDENTIALS,
  RENAMED_MEMBERS,
} from '../../../../src/profiles/esignon/requests/envelope-faults.js';
import { type Envelope, envelopeOf } from '../../../../src/profiles/esignon/requests/login.js';
import {
  NOT_JSON,
  NOT_QUITE_JSON,
  TRAILING_COMMA,
} from '../../../../src/profiles/esignon/requests/malformed-json.js';
import { isObject } from '../../../../src/text/json-members.js';
import {
  EMAIL,
  ESIGNON_PROFILES,
  esignonLogin,
  esignonRequest,
  isStrictJson,
  NONCE,
  PASSWORD,
  strictJson,
  textOf,
} from '../../login/sample-logins.js';

for (const profile of ESIGNON_PROFILES) {
  const login = esignonLogin(profile);
  const parsed = (phrase: string) => strictJson(esignonRequest(phrase, login)) as Record<string, unknown>;
  const plain = envelopeOf(login);

  describe(`${profile}: bodies that are not JSON (ES-12, LG-04)`, () => {
    for (const { phrase } of [...NOT_JSON, ...NOT_QUITE_JSON, TRAILING_COMMA]) {
      test(phrase, () => {
        const request = esignonRequest(phrase, login);
        assert.equal(isStrictJson(request), false, textOf(request));
        assert.equal(request.method, 'POST');
        const isLogin = phrase === TRAILING_COMMA.phrase && profile === 'esignon-login';
        assert.equal(request.facts?.valid, isLogin);
      });
    }

    test('what a lenient reader lets be stands apart from the login, which is whole', () => {
      const apart = [
        ['with a raw line break inside a string', '"note":"a\nb",'],
        ['with a raw tab inside a string', '"note":"a\tb",'],
        ['with a // comment', '// login\n'],
        ['with a # comment', '# login\n'],
        ['with a number that has a plus sign', '"note":+1,'],
        ['with True as a value', '"urgent":True,'],
        ['with an escaped apostrophe in a string', '"note":"Mina\\\'s",'],
      ] as const;
      for (const [phrase, what] of apart) {
        const body = textOf(esignonRequest(phrase, login)).replace(what, () => '');
        const nobody = envelopeOf({ ...login, email: `nobody-${NONCE}@example.com` });
        assert.deepEqual(JSON.parse(body), nobody, phrase);
      }
    });

    test('without the commas the one with commas is the plain login', () => {
      const text = textOf(esignonRequest(TRAILING_COMMA.phrase, login));
      assert.equal(text.match(/,\}/g)?.length, 3);
      assert.deepEqual(JSON.parse(text.replaceAll(',}', '}')), plain);
    });

    test('the byte that is not UTF-8 stands behind the password, all else is the login', () => {
      const body = Buffer.from(
        esignonRequest('with an invalid UTF-8 byte in its password', login).body ?? [],
      );
      const at = body.indexOf(0xff);
      assert.deepEqual(
        JSON.parse(Buffer.concat([body.subarray(0, at), body.subarray(at + 1)]).toString()),
        plain,
      );
      assert.ok(body.subarray(0, at).toString().endsWith(JSON.stringify(PASSWORD).slice(1, -1)));
    });

    test('the overlong @ stands in the e-mail, all else is the login', () => {
      const short = esignonLogin(profile, { email: 'e@example.com' });
      const request = esignonRequest('with an overlong UTF-8 encoding of @', short);
      const body = Buffer.from(request.body ?? []).toString('latin1');
      assert.equal(body.split('\xc1\x80').length, 2);
      const mended = Buffer.from(body.replace('\xc1\x80', '@'), 'latin1').toString();
      assert.deepEqual(JSON.parse(mended), envelopeOf(short));
    });
  });

  describe(`${profile}: a body that is no object (ES-13)`, () => {
    for (const { phrase } of BODY_FAULTS) {
      test(phrase, () => {
        const envelope = parsed(phrase);
        assert.deepEqual(envelope.header, plain.header);
        assert.equal(isObject(envelope.body), false);
      });
    }

    test('three kinds of them hold the right credentials', () => {
      assert.deepEqual(parsed('whose body is an array that contains the credentials').body, [plain.body]);
      assert.deepEqual(JSON.parse(String(parsed('whose body is encoded as a JSON string').body)), plain.body);
      assert.deepEqual(parsed('that is wrapped in an array'), [plain]);
    });
  });

  describe(`${profile}: credentials that are none (ES-14)`, () => {
    for (const { phrase } of CREDENTIAL_FAULTS) {
      test(phrase, () => {
        const member = /e-mail/.test(phrase) ? 'memb_email' : 'memb_pwd';
        const { header, body } = parsed(phrase) as unknown as Envelope;
        const { [member]: value, ...rest } = body;
        const { [member]: _, ...others } = plain.body;
        assert.deepEqual({ header, rest }, { header: plain.header, rest: others });
        assert.ok(typeof value !== 'string' || value === '', `${member} is ${String(value)}`);
        assert.equal(Object.hasOwn(body, member), !phrase.startsWith('without'));
      });
    }

    test('each value is what its phrase says', () => {
      const values: Record<string, unknown> = {
        ...{ null: null, empty: '', true: true, false: false },
        ...{ 'the number 0': 0, 'the number -1.5': -1.5 },
      };
      for (const [word, value] of Object.entries(values)) {
        assert.equal((parsed(`whose e-mail is ${word}`) as unknown as Envelope).body.memb_email, value);
      }
      assert.equal(
        typeof (parsed('whose e-mail is a number') as unknown as Envelope).body.memb_email,
        'number',
      );
      assert.deepEqual(
        (parsed('whose password is an empty object') as unknown as Envelope).body.memb_pwd,
        {},
      );
      assert.deepEqual((parsed('whose password is an empty array') as unknown as Envelope).body.memb_pwd, []);
    });
  });

  describe(`${profile}: members under another name (ES-14)`, () => {
    for (const { phrase } of RENAMED_MEMBERS) {
      test(phrase, () => {
        const text = textOf(esignonRequest(phrase, login));
        const [name = ''] = /(?<=")[A-Z][a-z_]+(?=":)/.exec(text) ?? [];
        const restored = JSON.parse(text.replace(`"${name}":`, `"${name.toLowerCase()}":`));
        assert.deepEqual(restored, plain);
      });
    }
  });

  describe(`${profile}: credentials elsewhere (ES-14)`, () => {
    const { memb_email, memb_pwd, ...rest } = plain.body;

    test('in the header', () => {
      const phrase = 'with the credentials in the header instead of the body';
      assert.deepEqual(parsed(phrase), { header: { ...plain.header, memb_email, memb_pwd }, body: rest });
    });

    test('under names of other interfaces', () => {
      const { header, body } = parsed('with the credentials under the names email and password');
      assert.deepEqual({ header, body }, { ...plain, body: { ...rest, email: EMAIL, password: PASSWORD } });
    });

    test('in the query', () => {
      const phrase = 'with the credentials in the query';
      assert.deepEqual(parsed(phrase), { ...plain, body: rest });
      const { path, facts } = esignonRequest(phrase, login);
      const { pathname, searchParams } = new URL(path, 'http://h');
      assert.equal(pathname, `/api/acme/${profile.replace('esignon-', '')}`);
      assert.deepEqual(Object.fromEntries(searchParams), { memb_email: EMAIL, memb_pwd: PASSWORD });
      assert.equal(facts?.account, `esignon acme ${EMAIL}`);
    });
  });

  describe(`${profile}: a header that is wrong (ES-15)`, () => {
    for (const { phrase } of HEADER_FAULTS) {
      test(phrase, () => {
        const envelope: unknown = strictJson(esignonRequest(phrase, login));
        if (!isObject(envelope)) return;
        const { body } = isObject(envelope.request) ? envelope.request : envelope;
        assert.deepEqual(body, plain.body);
        const { header } = envelope;
        assert.ok(!isObject(header) || header.request_code !== '1001Q', JSON.stringify(header));
        if (isObject(header)) {
          const { request_code: _, ...rest } = header;
          const { request_code: __, ...others } = plain.header;
          assert.deepEqual(rest, others);
        }
      });
    }

    test('the codes that a careless comparison takes for the right one are what their phrases say', () => {
      const code = (words: string) =>
        (parsed(`whose request code is ${words}`) as unknown as Envelope).header.request_code;
      assert.equal(code('"1001", without its letter'), '1001');
      assert.equal(code('"1001Q" with a trailing line feed'), '1001Q\n');
      assert.deepEqual(code('an array that contains "1001Q"'), ['1001Q']);
      assert.equal(code('true'), true);
      assert.equal(parsed('whose header is encoded as a JSON string').header, JSON.stringify(plain.header));
    });

    test('seven of them are JSON, but no object: the login stands in an array and in a string', () => {
      const tops = HEADER_FAULTS.map(({ phrase }) => strictJson(esignonRequest(phrase, login)));
      assert.deepEqual(
        tops.filter((top) => !isObject(top)),
        [[], '1001Q', 1001, true, null, [plain], JSON.stringify(plain)],
      );
    });
  });

  describe(`${profile}: which of them count as failed logins`, () => {
    const faults = [
      ...[CREDENTIAL_FAULTS, RENAMED_MEMBERS, NOT_JSON, NOT_QUITE_JSON, BODY_FAULTS, HEADER_FAULTS].flat(),
      ...MISPLACED_CREDENTIALS.slice(0, 2),
    ];
    for (const { phrase } of faults) {
      test(phrase, () => {
        const request = esignonRequest(phrase, login);
        const named = textOf(request).includes(EMAIL.slice(0, EMAIL.indexOf('@')));
        assert.equal(request.facts?.account, named ? `esignon acme ${EMAIL}` : null);
      });
    }
  });
}
