import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expireDate } from '../../src/provider/esignon/answer.js';
import { createServer } from '../../src/provider/server.js';
import { assertSound } from './support/answers.js';
import { ESIGNON_PROFILES, JOON, loginDocument, MINA, postLogin } from './support/requests.js';

const MESSAGES = {
  'esignon-startsimple': '성공적으로 로그인되었습니다.',
  'esignon-login': '成功裏にログインされました。',
};

for (const profile of ESIGNON_PROFILES) {
  describe(`${profile}: a login with right credentials`, () => {
    const now = new Date('2026-03-04T05:06:07.890Z');
    const app = createServer({ now: () => now });

    test('is answered with the documented envelope, member by member (ES-01 to ES-08)', async () => {
      const answer = await postLogin(app, profile, loginDocument(profile));
      assert.equal(answer.status, 200);
      assertSound(answer, [MINA.password]);
      const { header, body } = answer.json();
      assert.deepEqual(header, {
        response_code: '1001A',
        result_code: '00',
        result_msg: MESSAGES[profile],
        session_id: '',
      });
      assert.match(body.access_token, /^[0-9a-f]{32}$/);
      assert.deepEqual(
        { ...body, access_token: '' },
        {
          access_token: '',
          comp_id: 'acme',
          device_id: '',
          expire_date: '2026-04-03T14:06:07+09:00',
          memb_email: MINA.email,
        },
      );
    });

    test('gets a token of its own each time, whoever asks (ES-24)', async () => {
      const tokens = new Set<string>();
      for (const who of [MINA, JOON, MINA]) {
        tokens.add((await postLogin(app, profile, loginDocument(profile, who))).json().body.access_token);
      }
      assert.equal(tokens.size, 3);
    });

    test('sixteen at once each get their own answer (ES-25)', async () => {
      const people = Array.from({ length: 16 }, (_, index) => (index % 2 ? MINA : JOON));
      const answers = await Promise.all(
        people.map((who) => postLogin(app, profile, loginDocument(profile, who))),
      );
      assert.deepEqual(
        answers.map((answer) => answer.json().body.memb_email),
        people.map(({ email }) => email),
      );
      assert.equal(new Set(answers.map((answer) => answer.json().body.access_token)).size, 16);
    });

    test('may not be cached', async () => {
      const answer = await postLogin(app, profile, loginDocument(profile));
      assert.equal(answer.headers['cache-control'], 'no-store');
    });
  });
}

describe('expire_date', () => {
  test('is the instant thirty days on, across the ends of months and years (SS-01)', () => {
    for (const now of ['2026-01-31T23:59:59Z', '2028-02-01T00:00:00Z', '2026-12-31T15:00:00Z']) {
      const days = (Date.parse(expireDate(new Date(now))) - Date.parse(now)) / 86_400_000;
      assert.equal(days, 30, now);
    }
  });
});
