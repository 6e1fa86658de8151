import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ckstackRequestFactory } from '../../../src/profiles/ckstack/generated-requests.js';
import { signDraft } from '../../../src/profiles/ckstack/requests/login.js';
import { esignonRequestFactory } from '../../../src/profiles/esignon/generated-requests.js';
import { PLAIN_HEADERS } from '../../../src/profiles/login/arbitraries/header-style.js';
import { nodeOf, withValue } from '../../../src/profiles/login/arbitraries/json-node.js';
import { writeJson } from '../../../src/profiles/login/arbitraries/json-writer.js';
import type { Mutation } from '../../../src/profiles/login/arbitraries/mutation.js';
import { ATTACK_TEXTS } from '../../../src/profiles/login/attack-texts.js';
import type { RequestFactory, TestUser } from '../../../src/profiles/profile.js';
import { ckstackLogin, esignonLogin, PASSWORD, SIGNER } from './sample-logins.js';

const testUser = {} as TestUser;
const FACTORIES: Readonly<Record<string, RequestFactory>> = {
  'esignon-login': esignonRequestFactory(testUser, esignonLogin('esignon-login')),
  'ckstack-token': ckstackRequestFactory(testUser, ckstackLogin(), (draft) => signDraft(draft, SIGNER, '')),
};

/** A login with that text in place of the password. */
const withPassword = (text: string): Mutation => ({
  stranger: false,
  headers: PLAIN_HEADERS,
  body: ({ document, password }) => ({
    words: [text],
    bytes: Buffer.from(writeJson(withValue(document, password, () => nodeOf(text)))),
  }),
});

describe('generated logins with an attack text for a password', () => {
  for (const [profile, factory] of Object.entries(FACTORIES)) {
    test(`${profile}: the text is no secret; another password is`, async () => {
      for (const text of [...ATTACK_TEXTS, 'Mossy-Kestrel-42']) {
        const { request } = await factory.prepare(withPassword(text), 'key').build();
        const isOurs = text !== 'Mossy-Kestrel-42';
        assert.equal(request.secrets.includes(text), !isOurs, text);
        assert.equal(request.facts?.passwords.includes(text), !isOurs, text);
        assert.ok(request.secrets.includes(PASSWORD) && request.facts?.passwords.includes(PASSWORD), text);
      }
    });
  }
});
