import { describe, test } from 'node:test';
import { createServer } from '../../src/provider/server.js';
import { assertEsignonRefusal, type Json } from './support/answers.js';
import { ESIGNON_PROFILES, loginDocument, postLogin } from './support/requests.js';

/** A valid request's text → bytes that are no JSON. */
const NOT_JSON: Readonly<Record<string, (valid: string) => string | Buffer>> = {
  empty: () => '',
  'white space alone': () => ' \n ',
  truncated: (valid) => valid.slice(0, -1),
  'cut in the middle': (valid) => valid.slice(0, valid.length / 2),
  'plain text': () => 'hello',
  'single quotes': (valid) => valid.replaceAll('"', "'"),
  'a trailing comma': (valid) => valid.replace(/\}\}$/, ',}}'),
  'an unbalanced bracket': (valid) => `${valid}]`,
  'a second document': (valid) => valid + valid,
  'a comment': (valid) => `/* */${valid}`,
  'a byte that is no UTF-8': (valid) =>
    Buffer.concat([Buffer.from(valid.slice(0, -1)), Buffer.from([0xff, 0x7d])]),
  'an overlong encoding': (valid) => Buffer.from(valid.replace('@', '\u00c1\u0080'), 'latin1'),
  'a lone surrogate in CESU form': (valid) => Buffer.from(valid.replace('@', '\u00ed\u00a0\u0080'), 'latin1'),
  'UTF-16': (valid) => Buffer.from(valid, 'utf16le'),
  'NUL after it': (valid) => `${valid}\0`,
  NaN: () => '{"header":NaN,"body":{}}',
  'depth 100,000, unclosed': () => '['.repeat(100_000),
};

type Change = (document: Json) => unknown;
const BODY_FAULTS: Readonly<Record<string, Change>> = {
  'body missing': ({ header }) => ({ header }),
  'body null': (document) => ({ ...document, body: null }),
  'body a string': (document) => ({ ...document, body: JSON.stringify(document.body) }),
  'body an array': (document) => ({ ...document, body: [document.body] }),
  'body a number': (document) => ({ ...document, body: 1 }),
  'Body in upper case': ({ header, body }) => ({ header, Body: body }),
  'body only in __proto__': (document) => JSON.parse(`{"__proto__":${JSON.stringify(document)}}`),
};
const HEADER_FAULTS: Readonly<Record<string, Change>> = {
  'header missing': ({ body }) => ({ body }),
  'header null': ({ body }) => ({ header: null, body }),
  'header an array': ({ body }) => ({ header: ['1001Q'], body }),
  'header a string': ({ body }) => ({ header: '1001Q', body }),
  'request_code missing': ({ body }) => ({ header: {}, body }),
  'request_code of another operation': ({ body }) => ({ header: { request_code: '1002Q' }, body }),
  'request_code in lower case': ({ body }) => ({ header: { request_code: '1001q' }, body }),
  'request_code with a space': ({ body }) => ({ header: { request_code: '1001Q ' }, body }),
  'request_code an array': ({ body }) => ({ header: { request_code: ['1001Q'] }, body }),
  'request_code null': ({ body }) => ({ header: { request_code: null }, body }),
};
const TOP_LEVELS = ['null', '[]', '"text"', '0', 'true', `${'['.repeat(60_000)}${']'.repeat(60_000)}`];
const BAD_MEMBERS = [undefined, null, '', 0, 1, true, false, [], {}, ['mina@example.com'], { $ne: '' }];

for (const profile of ESIGNON_PROFILES) {
  describe(`${profile}: malformed requests`, () => {
    const app = createServer();

    for (const [name, spoil] of Object.entries(NOT_JSON)) {
      test(`not JSON (${name}) is refused by 12 (ES-12)`, async () => {
        const spoilt = spoil(JSON.stringify(loginDocument(profile)));
        assertEsignonRefusal(await postLogin(app, profile, spoilt), ['12']);
      });
    }

    for (const [name, change] of Object.entries(BODY_FAULTS)) {
      test(`${name} is refused by 12 (ES-13)`, async () => {
        const document = change(loginDocument(profile));
        assertEsignonRefusal(await postLogin(app, profile, document), ['12']);
      });
    }

    for (const [name, change] of Object.entries(HEADER_FAULTS)) {
      test(`${name} is refused by 99 (ES-15)`, async () => {
        const document = change(loginDocument(profile));
        assertEsignonRefusal(await postLogin(app, profile, document), ['99']);
      });
    }

    for (const text of TOP_LEVELS) {
      test(`a top level of ${text.slice(0, 10)} is refused by 12 (ES-15)`, async () => {
        assertEsignonRefusal(await postLogin(app, profile, text), ['12']);
      });
    }

    for (const member of ['memb_email', 'memb_pwd']) {
      for (const value of BAD_MEMBERS) {
        test(`${member} ${JSON.stringify(value) ?? 'missing'} is refused by 99 (ES-14)`, async () => {
          const document = loginDocument(profile);
          document.body[member] = value;
          assertEsignonRefusal(await postLogin(app, profile, document), ['99']);
        });
      }
    }

    test('a member in another case does not stand for it (ES-14)', async () => {
      const { header, body } = loginDocument(profile);
      const { memb_pwd: password, ...others } = body;
      const document = { header, body: { ...others, MEMB_PWD: password } };
      assertEsignonRefusal(await postLogin(app, profile, document), ['99']);
    });

    test('the example of the login document, with its trailing commas, is refused by 12 (LG-04)', async () => {
      const { body } = loginDocument(profile);
      const text = `{"header":{"request_code":"1001Q",},"body":{"memb_email":"${body.memb_email}","memb_pwd":"${body.memb_pwd}",}}`;
      assertEsignonRefusal(await postLogin(app, profile, text), ['12']);
    });

    test('a password of 64 KiB nested deep is refused, not crashed on (ES-26)', async () => {
      const document = loginDocument(profile);
      const text = JSON.stringify(document).replace(
        JSON.stringify(document.body.memb_pwd),
        `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
      );
      assertEsignonRefusal(await postLogin(app, profile, text), ['99']);
    });
  });
}
