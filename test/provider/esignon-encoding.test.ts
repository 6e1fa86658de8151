import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createServer } from '../../src/provider/server.js';
import { assertEsignonRefusal, type Json } from './support/answers.js';
import { ESIGNON_PROFILES, loginDocument, MINA, postLogin } from './support/requests.js';

const escaped = (text: string) =>
  text.replace(/[^"{}:,[\]]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A valid document → other texts of the same request. */
const EQUIVALENT: Readonly<Record<string, (document: Json) => string>> = {
  'body before header': ({ header, body }) => JSON.stringify({ body, header }),
  'members in reverse': ({ header, body }) =>
    JSON.stringify({ header, body: Object.fromEntries(Object.entries(body).reverse()) }),
  'white space of every kind': (document) => ` \r\n\t${JSON.stringify(document, null, '\t')}\r\n `,
  'every character escaped': (document) => escaped(JSON.stringify(document)),
  'unknown members at every level': ({ header, body }) =>
    JSON.stringify({ a: [null], header: { ...header, b: {} }, body: { ...body, c: '토큰', version: 2 } }),
  'a BOM before it': (document) => `\ufeff${JSON.stringify(document)}`,
};

const CONTENT_TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'Application/JSON ; charset="utf-8"',
  'application/json; odd=yes; profile="a;b"',
];

for (const profile of ESIGNON_PROFILES) {
  describe(`${profile}: encodings of one request`, () => {
    const app = createServer();

    for (const [name, encode] of Object.entries(EQUIVALENT)) {
      test(`${name} changes nothing (ES-19, ES-20, ES-28)`, async () => {
        const answer = await postLogin(app, profile, encode(loginDocument(profile)));
        assert.equal(answer.json().header.result_code, '00');
        assert.equal(answer.json().body.memb_email, MINA.email);
      });
    }

    for (const type of CONTENT_TYPES) {
      test(`Content-Type ${type} is JSON (ES-21)`, async () => {
        const headers = { 'Content-TYPE': type };
        const answer = await postLogin(app, profile, loginDocument(profile), 'acme', headers);
        assert.equal(answer.json().header.result_code, '00');
      });
    }

    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'json', '']) {
      test(`Content-Type ${JSON.stringify(type)} gets HTTP 415 and no token (ES-31)`, async () => {
        const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
        const document = JSON.stringify(loginDocument(profile));
        assertEsignonRefusal(await postLogin(app, profile, document, 'acme', headers), ['99'], 415);
      });
    }

    test('a coded body gets HTTP 415', async () => {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      assertEsignonRefusal(
        await postLogin(app, profile, loginDocument(profile), 'acme', headers),
        ['99'],
        415,
      );
    });
  });
}
