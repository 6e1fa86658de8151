import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PLAIN_HEADERS } from '../../src/arbitraries/header-style.js';
import { nodeOf, withValue } from '../../src/arbitraries/json-node.js';
import { writeJson } from '../../src/arbitraries/json-writer.js';
import type { Recipe } from '../../src/arbitraries/recipe.js';
import { ATTACK_TEXTS } from '../../src/requests/attack-texts.js';
import { signDraft } from '../../src/requests/ckstack/login.js';
import type { Caller } from '../../src/run/caller.js';
import { CkstackSpeaker } from '../../src/run/fuzz/ckstack-speaker.js';
import { EsignonSpeaker } from '../../src/run/fuzz/esignon-speaker.js';
import type { Speaker } from '../../src/run/fuzz/speaker.js';
import { ckstackLogin, esignonLogin, PASSWORD, SIGNER } from '../requests/sample-logins.js';

const caller = {} as Caller;
const SPEAKERS: Readonly<Record<string, Speaker>> = {
  'esignon-login': new EsignonSpeaker(caller, { family: 'esignon', login: esignonLogin('esignon-login') }),
  'ckstack-token': new CkstackSpeaker(caller, {
    family: 'ckstack',
    login: ckstackLogin(),
    sign: (draft) => signDraft(draft, SIGNER, ''),
  }),
};

/** A login with that text in place of the password. */
const withPassword = (text: string): Recipe => ({
  stranger: false,
  headers: PLAIN_HEADERS,
  signed: null,
  tid: null,
  body: ({ document, password }) => ({
    words: [text],
    bytes: Buffer.from(writeJson(withValue(document, password, () => nodeOf(text)))),
  }),
});

describe('generated logins with an attack text for a password', () => {
  for (const [profile, speaker] of Object.entries(SPEAKERS)) {
    test(`${profile}: the text is no secret; another password is`, async () => {
      for (const text of [...ATTACK_TEXTS, 'Mossy-Kestrel-42']) {
        const { request } = await speaker.utter(withPassword(text), 'key').now();
        const isOurs = text !== 'Mossy-Kestrel-42';
        assert.equal(request.secrets.includes(text), !isOurs, text);
        assert.equal(request.facts?.passwords.includes(text), !isOurs, text);
        assert.ok(request.secrets.includes(PASSWORD) && request.facts?.passwords.includes(PASSWORD), text);
      }
    });
  }
});
