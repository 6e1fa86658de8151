import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CKSTACK_STAGES } from '../../src/provider/ckstack/stages.js';
import { LOGIN_STAGES, STARTSIMPLE_STAGES } from '../../src/provider/esignon/stages.js';
import { Refusal } from '../../src/provider/http/refusal.js';
import { createServer } from '../../src/provider/server.js';
import { assertEsignonRefusal, assertSound } from './support/answers.js';
import {
  JOON,
  loginDocument,
  MINA,
  postLogin,
  postToken,
  ROOT,
  send,
  tokenDocument,
} from './support/requests.js';

const login = (app: ReturnType<typeof createServer>, who = MINA) =>
  postLogin(app, 'esignon-login', loginDocument('esignon-login', who));

describe('variants of the reference provider', () => {
  test('a comparison is replaced for one profile, the others stay', async () => {
    const app = createServer({
      stages: { 'esignon-login': () => ({ samePassword: (a, b) => a.slice(0, 8) === b.slice(0, 8) }) },
    });
    const who = { ...MINA, password: `${MINA.password.slice(0, 8)}-anything` };
    assert.equal((await login(app, who)).json().header.result_code, '00');
    const document = loginDocument('esignon-startsimple', who);
    assertEsignonRefusal(await postLogin(app, 'esignon-startsimple', document), ['10']);
  });

  test('a stage is wrapped around the reference’s own', async () => {
    const app = createServer({
      stages: {
        'esignon-login': (reference) => ({
          succeed: (...call) => {
            const answer = reference.succeed(...call);
            return { ...answer, header: { ...answer.header, result_code: 0 } };
          },
        }),
      },
    });
    assert.equal((await login(app)).json().header.result_code, 0);
  });

  test('a row of the refusals is replaced', async () => {
    const app = createServer({
      stages: {
        'ckstack-token': ({ refusals }) => ({
          refusals: { ...refusals, credentials: { ...refusals.credentials, status: 200 } },
        }),
      },
    });
    const answer = await postToken(app, { document: tokenDocument(ROOT.userId, 'wrong') });
    assert.deepEqual([answer.status, answer.json().ckError], [200, 'E000401']);
  });

  test('authentication may wait, so that simultaneous logins can race', async () => {
    let last = '';
    const waiting: (() => void)[] = [];
    const app = createServer({
      stages: {
        'esignon-login': (reference) => ({
          authenticate: async (...call) => {
            const identity = await reference.authenticate(...call);
            last = identity.email;
            await new Promise<void>((resolve) => {
              waiting.push(resolve);
              if (waiting.length === 2) for (const resume of waiting) resume();
            });
            return { ...identity, email: last };
          },
        }),
      },
    });
    const answers = await Promise.all([login(app, MINA), login(app, JOON)]);
    assert.deepEqual(
      answers.map((answer) => answer.json().body.memb_email),
      [last, last],
    );
  });

  test('onReply has the last word on status, headers and bytes of every answer', async () => {
    const app = createServer({
      onReply: (reply, call) => ({
        status: call.profile === null ? 410 : reply.status,
        headers: { ...reply.headers, 'x-profile': String(call.profile) },
        body: Buffer.from([0xff]),
      }),
    });
    const found = await send(app, { method: 'GET', url: '/api/acme/login' });
    assert.deepEqual([found.status, found.headers['x-profile']], [405, 'esignon-login']);
    const unknown = await send(app, { method: 'GET', url: '/elsewhere' });
    assert.deepEqual([unknown.status, unknown.headers['x-profile']], [410, 'null']);
    assert.equal(unknown.bytes.toString('hex'), 'ff');
  });

  test('onReply sees the call with its body', async () => {
    const bodies: string[] = [];
    const app = createServer({
      onReply: (reply, { body }) => {
        bodies.push(Buffer.from(body).toString());
        return reply;
      },
    });
    await send(app, { method: 'POST', url: '/api/acme/login', payload: '{"a":1}' });
    assert.deepEqual(bodies, ['{"a":1}']);
  });

  test('further methods are answered like POST', async () => {
    const app = createServer({ methods: ['POST', 'PUT'] });
    const payload = JSON.stringify(loginDocument('esignon-login'));
    const headers = { 'content-type': 'application/json' };
    const answer = await send(app, { method: 'PUT', url: '/api/acme/login', headers, payload });
    assert.equal(answer.json().header.result_code, '00');
  });

  test('a defect is HTTP 500 and tells nothing', async () => {
    for (const defect of [new Error('secret detail'), new Refusal('date')]) {
      const app = createServer({
        stages: {
          'esignon-login': () => ({
            parse: () => {
              throw defect;
            },
          }),
        },
      });
      const answer = await login(app);
      assert.equal(answer.status, 500);
      assertSound(answer, ['secret detail', 'date']);
    }
  });

  test('accounts and clock can be others', async () => {
    const app = createServer({
      accounts: {
        esignon: {
          clientId: 'c',
          companies: [{ id: 'sole', blocked: false, members: [{ email: 'a@example.com', password: 'p' }] }],
        },
        ckstack: { apiKey: 'k', service: 's', secret: 'x', users: [] },
      },
      now: () => new Date(0),
    });
    const document = loginDocument('esignon-login', { email: 'a@example.com', password: 'p' });
    const { body } = (await postLogin(app, 'esignon-login', document, 'sole')).json();
    assert.deepEqual([body.comp_id, body.expire_date], ['sole', '1970-01-31T09:00:00+09:00']);
    assertEsignonRefusal(await login(app), ['10']);
  });
});

describe('the tables of refusals', () => {
  test('use the codes of the documents alone (SS-02, LG-02)', () => {
    const codes = (table: object) => [...new Set(Object.values(table).map(({ code }) => code))].sort();
    assert.deepEqual(codes(STARTSIMPLE_STAGES.refusals), ['10', '12', '99']);
    assert.deepEqual(codes(LOGIN_STAGES.refusals), ['10', '12', '95', '99']);
  });

  test('never use the code of success, an empty message or a status of 5xx (CK-18, CK-23)', () => {
    for (const { refusals } of [STARTSIMPLE_STAGES, LOGIN_STAGES, CKSTACK_STAGES]) {
      for (const { code, message, status } of Object.values(refusals)) {
        assert.ok(!['00', 'S000001'].includes(code) && message !== '' && status < 500);
      }
    }
  });

  test('give each ckstack reason a code of its own', () => {
    const codes = Object.values(CKSTACK_STAGES.refusals).map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
  });
});
