import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  EQUIVALENT_LOGINS,
  LOGINS_WITH_CHARSET,
  LOGINS_WITH_UNKNOWN_MEMBERS,
} from '../../../../src/profiles/esignon/requests/equivalents.js';
import {
  type Envelope,
  envelopeOf,
  headersOf,
  plainLogin,
} from '../../../../src/profiles/esignon/requests/login.js';
import { ESIGNON_VARIATIONS } from '../../../../src/profiles/esignon/requests/variations.js';
import { isNotApplicable } from '../../../../src/profiles/profile.js';
import {
  EMAIL,
  ESIGNON_PROFILES,
  esignonLogin,
  esignonRequest,
  headerOf,
  NONCE,
  PASSWORD,
  strictJson,
  textOf,
} from '../../login/sample-logins.js';

const ACCOUNT = `esignon acme ${EMAIL}`;

for (const profile of ESIGNON_PROFILES) {
  const login = esignonLogin(profile);
  const plain = envelopeOf(login);
  const request = (phrase: string) => esignonRequest(phrase, login);

  describe(`${profile}: the same login otherwise (ES-19)`, () => {
    for (const { phrase } of EQUIVALENT_LOGINS) {
      test(phrase, () => {
        const other = request(phrase);
        assert.deepEqual(strictJson(other), plain);
        assert.equal(other.facts?.valid, true);
        const names = (headers: readonly (readonly [string, string])[]) =>
          headers.map(([name, value]) => `${name.toLowerCase()}: ${value}`);
        assert.deepEqual(names(other.headers), names(headersOf(profile)));
        const { body, headers } = plainLogin(login);
        const same =
          textOf(other) === textOf({ body }) && JSON.stringify(other.headers) === JSON.stringify(headers);
        assert.equal(same, false, 'it is the plain login to the byte');
      });
    }

    test('each is written as its phrase says', () => {
      const text = (phrase: string) => textOf(request(phrase));
      assert.ok(text('written with its members in reverse order').startsWith('{"body":{'));
      assert.doesNotMatch(text('written with \\u escapes in its values'), /1001Q|example/);
      assert.doesNotMatch(text('written with \\u escapes in its member names'), /memb_pwd|header/);
      const spaced = text('written with white space between all tokens');
      for (const space of [' ', '\t', '\n', '\r']) assert.ok(spaced.includes(space));
    });
  });

  describe(`${profile}: more than the document asks for (ES-20, ES-21)`, () => {
    for (const { phrase } of LOGINS_WITH_UNKNOWN_MEMBERS) {
      test(phrase, () => {
        const { header, body } = strictJson(request(phrase)) as Envelope;
        assert.deepEqual({ ...header, ...plain.header }, header);
        assert.deepEqual({ ...body, ...plain.body }, body);
        assert.notDeepEqual(strictJson(request(phrase)), plain);
        assert.equal(request(phrase).facts?.valid, true);
      });
    }
    for (const { phrase } of LOGINS_WITH_CHARSET) {
      test(phrase, () => {
        assert.match(headerOf(request(phrase), 'content-type') ?? '', /^application\/json; ?charset=utf-8$/i);
        assert.deepEqual(strictJson(request(phrase)), plain);
        assert.equal(request(phrase).facts?.valid, true);
      });
    }
  });

  describe(`${profile}: other methods and media types (ES-22, ES-31)`, () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'QUERY', 'SEARCH', 'PROPFIND', 'LOCK']) {
      test(`with the method ${method}`, () => {
        const other = request(`with the method ${method}`);
        assert.equal(other.method, method);
        assert.deepEqual(strictJson(other), plain);
        assert.equal(other.facts?.account, ACCOUNT);
        const query = new URL(other.path, 'http://h').searchParams;
        assert.equal(query.get('memb_pwd'), ['GET', 'HEAD'].includes(method) ? PASSWORD : null);
      });
    }

    test('sent as text/plain', () => {
      assert.equal(headerOf(request('sent as text/plain'), 'content-type'), 'text/plain');
      assert.deepEqual(strictJson(request('sent as text/plain')), plain);
    });

    test('sent as a form', () => {
      const form = request('sent as a form');
      assert.equal(headerOf(form, 'content-type'), 'application/x-www-form-urlencoded');
      const fields = Object.fromEntries(new URLSearchParams(textOf(form)));
      for (const [name, value] of Object.entries(plain.header)) {
        assert.deepEqual([fields[name], fields[`header[${name}]`]], [value, value]);
      }
      for (const [name, value] of Object.entries(plain.body)) {
        assert.deepEqual([fields[name], fields[`body[${name}]`]], [value, value]);
      }
    });

    test('sent as a form in several parts', async () => {
      const form = request('sent as a form in several parts');
      const type = headerOf(form, 'content-type') ?? '';
      const read = await new Response(textOf(form), { headers: { 'content-type': type } }).formData();
      assert.equal(read.get('memb_pwd'), PASSWORD);
      assert.equal(read.get('body[memb_email]'), EMAIL);
    });

    test('another method while POST is named', () => {
      const named = (words: string) => request(`with the method SEARCH and ${words}`);
      for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
        const other = named(`POST in ${name}`);
        assert.equal(other.method, 'SEARCH');
        assert.equal(headerOf(other, name.toLowerCase()), 'POST');
        assert.deepEqual(strictJson(other), plain);
        assert.equal(other.facts?.account, ACCOUNT);
      }
      assert.match(named('_method=POST in the query').path, /\?_method=POST$/);
      const form = named('_method=POST in a form');
      assert.equal(headerOf(form, 'content-type'), 'application/x-www-form-urlencoded');
      assert.equal(new URLSearchParams(textOf(form)).get('_method'), 'POST');
      assert.deepEqual(strictJson(named('_method=POST in the JSON')), { _method: 'POST', ...plain });
      assert.match(
        request('with the method GET and _method=POST in the query').path,
        /memb_pwd=.*&_method=POST$/,
      );
    });

    test('sent as JSON with the content type of a form', () => {
      const form = request('sent as JSON with the content type of a form');
      assert.equal(headerOf(form, 'content-type'), 'application/x-www-form-urlencoded');
      assert.deepEqual(strictJson(form), plain);
    });
  });

  describe(`${profile}: companies that do not exist (ES-29)`, () => {
    const companies = {
      'to a company that does not exist': `nowhere-${NONCE}`,
      'with extra text appended to a known company name': `acme-${NONCE}`,
      'with a known company name minus its last letter': 'acm',
      'to a company named %': '%',
      "to a company named ' OR '1'='1": "' OR '1'='1",
      'to a company whose name is 300 letters long': NONCE.padStart(300, 'nowhere-'),
      'to a company whose name is Korean': `없는회사-${NONCE}`,
    };
    for (const [phrase, company] of Object.entries(companies)) {
      test(phrase, () => {
        const other = request(phrase);
        assert.match(other.path, /^\/api\/[\w%.~-]+\/(?:startsimple|login)$/);
        assert.equal(decodeURIComponent(other.path.split('/')[2] ?? ''), company);
        const { body } = strictJson(other) as Envelope;
        assert.equal(body.comp_id, profile === 'esignon-startsimple' ? company : undefined);
        assert.equal(other.facts?.account, ACCOUNT, 'some count failed logins by e-mail alone');
        assert.equal(other.facts.mayLeadNowhere ?? false, !/^[a-z0-9-]{1,40}$/.test(company));
      });
    }

    test('a name of one letter lacks none', () => {
      const phrase = 'with a known company name minus its last letter';
      const built = ESIGNON_VARIATIONS.get(phrase)?.build({ ...login, company: 'a' });
      assert.ok(built && isNotApplicable(built));
    });
  });
}

describe('esignon-startsimple: company and client (SS-03, SS-04, SS-05)', () => {
  const login = esignonLogin('esignon-startsimple');
  const plain = envelopeOf(login);
  const CHANGED: Readonly<Record<string, object>> = {
    'whose body names a different company than the path': { comp_id: `nowhere-${NONCE}` },
    'with an unknown client id': { client_id: `unknown-${NONCE}` },
    'without a company in its body': { comp_id: undefined },
    'without a client id': { client_id: undefined },
    'with an empty company in its body': { comp_id: '' },
    'with null as the company in its body': { comp_id: null },
    'with an empty client id': { client_id: '' },
    'with null as the client id': { client_id: null },
    'with the client id minus its last letter': { client_id: 'client-' },
    'with the client id in a different letter case': { client_id: 'CLIENT-1' },
  };
  for (const [phrase, changes] of Object.entries(CHANGED)) {
    test(phrase, () => {
      const request = esignonRequest(phrase, login);
      const wanted = JSON.parse(JSON.stringify({ ...plain, body: { ...plain.body, ...changes } }));
      assert.deepEqual(strictJson(request), wanted);
      assert.equal(request.path, '/api/acme/startsimple');
      assert.deepEqual([request.facts?.valid, request.facts?.account], [false, ACCOUNT]);
    });
  }

  test('a client id that is nearly right is as secret as the right one, and cannot be made of every one', () => {
    const secrets = (phrase: string) => esignonRequest(phrase, login).secrets;
    assert.ok(secrets('with the client id minus its last letter').includes('client-'));
    assert.ok(secrets('with the client id in a different letter case').includes('CLIENT-1'));
    const reason = (phrase: string, clientId: string) => {
      const built = ESIGNON_VARIATIONS.get(phrase)?.build({ ...login, clientId });
      return built && isNotApplicable(built) ? built.notApplicable : null;
    };
    assert.match(reason('with the client id in a different letter case', '1234-5') ?? '', /no letter/);
    assert.match(reason('with the client id minus its last letter', 'c') ?? '', /one character/);
    assert.equal(reason('with the client id in a different letter case', 'CLIENT'), null);
  });

  test('whose body names another existing company', () => {
    const phrase = 'whose body names another existing company';
    const request = esignonRequest(phrase, { ...login, otherCompany: 'other' });
    assert.deepEqual(strictJson(request), { ...plain, body: { ...plain.body, comp_id: 'other' } });
    assert.equal(request.path, '/api/acme/startsimple');
    assert.deepEqual([request.facts?.valid, request.facts?.account], [false, ACCOUNT]);
  });

  test('whose path names a different company than the body', () => {
    const request = esignonRequest('whose path names a different company than the body', login);
    assert.deepEqual(strictJson(request), plain);
    assert.equal(request.path, `/api/nowhere-${NONCE}/startsimple`);
    assert.equal(request.facts?.account, ACCOUNT, 'the body names a real company and a real account');
  });
});
