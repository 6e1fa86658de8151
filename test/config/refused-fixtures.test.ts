import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from './support/load-fixtures.js';
import { assertSays, refusal } from './support/refusal.js';

const SECRET = 'hush-hush-4711';
const USER = { email: 'mina@example.com', password: SECRET };

/** Content refused, with the parts of the message; no message has the secret. */
const REFUSED: readonly (readonly [content: unknown, ...parts: string[]])[] = [
  [[], 'f.json: the top level must be an object, not an array.'],
  [null, 'must be an object, not null'],
  [{ esginon: {} }, 'esginon is not a known member; did you mean "esignon"?'],
  [{ saml: {} }, 'saml is not a known member', 'known are esignon, ckstack'],
  [{ esignon: [] }, 'esignon must be an object, not an array'],
  [{ esignon: { user: { password: SECRET } } }, 'esignon.user.email is missing; give the e-mail of a user'],
  [{ esignon: { user: { email: 'a' } } }, 'esignon.user.password is missing; give the password of that user'],
  [{ esignon: { user: { email: '', password: SECRET } } }, 'esignon.user.email is empty; give the e-mail'],
  [{ esignon: { user: { email: 'a', password: '' } } }, 'esignon.user.password is empty; give the password'],
  [
    { esignon: { user: { email: 'a', password: 4711 } } },
    'esignon.user.password must be a string, not a number',
  ],
  [
    { esignon: { user: { ...USER, email: ' a' } } },
    'esignon.user.email must be one line of text without white space',
  ],
  [{ esignon: { user: { ...USER, email: 'a\nb' } } }, 'esignon.user.email must be one line'],
  [
    { esignon: { user: { ...USER, passwd: SECRET } } },
    'esignon.user.passwd is not a known member',
    'did you mean "password"?',
  ],
  [
    { esignon: { secondUser: {} } },
    'esignon.secondUser.email is missing',
    'esignon.secondUser.password is missing',
  ],
  [
    { esignon: { blockedCompany: USER } },
    'esignon.blockedCompany.company is missing; give the id of a company',
  ],
  [{ esignon: { companyId: 'a' } }, 'esignon.companyId is not a known member', 'did you mean "company"?'],
  [
    { esignon: { paths: { 'esignon-login': 'api/{company}/login' } } },
    'esignon.paths.esignon-login must be a path',
  ],
  [{ esignon: { paths: { 'esignon-login': '/api/acme/login' } } }, 'must be a path', 'holds {company}'],
  [{ esignon: { paths: { 'esignon-login': '/{companyId}/login' } } }, 'holds {company}'],
  [{ esignon: { paths: { 'esignon-login': '/{company}/{id}' } } }, 'must be a path'],
  [{ esignon: { paths: { 'esignon-login': '/{company}?x=1' } } }, 'must be a path', 'no blanks, ? or #'],
  [{ esignon: { paths: { 'esignon-login': '//{company}' } } }, 'begins with one /'],
  [{ esignon: { paths: { 'esignon-login': '/{company}/lo gin' } } }, 'no blanks'],
  [{ esignon: { paths: { 'ckstack-token': '/' } } }, 'esignon.paths.ckstack-token is not a known member'],
  [
    { esignon: { expireDateFormat: 'QQQ, d MMM yyyy' } },
    'esignon.expireDateFormat',
    '"QQQ"',
    'yyyy MM M MMM',
  ],
  [{ esignon: { expireDateFormat: 'HH:mm' } }, 'esignon.expireDateFormat is not a date format'],
  [{ esignon: { expireDateFormat: '' } }, 'esignon.expireDateFormat is empty'],
  [{ ckstack: { path: 'token' } }, 'ckstack.path must be a path that begins with one /'],
  [{ ckstack: { path: '/{company}' } }, 'ckstack.path must be a path', 'braces'],
  [{ ckstack: { apiKey: `${SECRET} x` } }, 'ckstack.apiKey must be text that fits into a header'],
  [{ ckstack: { service: `${SECRET}\n` } }, 'ckstack.service must be text that fits into a header'],
  [{ ckstack: { passwordEncoding: 'HEX' } }, 'ckstack.passwordEncoding must be one of "hex", "base64"'],
  [
    { ckstack: { signature: SECRET } },
    'ckstack.signature must be exactly one of {hmac, secret',
    '{fixed}',
    '{module}',
  ],
  [{ ckstack: { signature: {} } }, 'ckstack.signature must be exactly one of'],
  [{ ckstack: { signature: { fixed: SECRET, hmac: 'sha256' } } }, 'ckstack.signature must be exactly one of'],
  [{ ckstack: { signature: { fixed: '' } } }, 'ckstack.signature.fixed is empty'],
  [{ ckstack: { signature: { fixed: `${SECRET}\n` } } }, 'ckstack.signature.fixed must be text that fits'],
  [
    { ckstack: { signature: { hmac: 'sha256' } } },
    'ckstack.signature.secret is missing; give the key of the HMAC',
  ],
  [{ ckstack: { signature: { hmac: 'sha256', secret: '' } } }, 'ckstack.signature.secret is empty'],
  [{ ckstack: { signature: { hmac: 'HS256', secret: SECRET } } }, 'ckstack.signature.hmac', 'such as sha256'],
  [
    { ckstack: { signature: { hmac: SECRET, secret: 's' } } },
    'ckstack.signature.hmac must be the name of a digest',
  ],
  [{ ckstack: { signature: { hmac: 'shake128', secret: 's' } } }, 'ckstack.signature.hmac must be the name'],
  [
    { ckstack: { signature: { hmac: 'sha256', secret: 's', encoding: 'base64url' } } },
    'ckstack.signature.encoding must be one of "base64", "hex"',
  ],
  [
    { ckstack: { signature: { hmac: 'sha256', secret: 's', message: '{metod}' } } },
    'ckstack.signature.message may have the placeholders {method} {path}',
    'did you mean {method}?',
  ],
  [{ ckstack: { signature: { hmac: 'sha256', secrte: 's' } } }, 'did you mean "secret"?'],
  [{ ckstack: { signature: { module: './none.mjs' } } }, 'ckstack.signature.module does not name a file'],
  [{ ckstack: { signature: { module: '.' } } }, 'ckstack.signature.module does not name a file'],
  [
    { ckstack: { users: { admin: USER } } },
    'ckstack.users.admin is not a known member',
    'system-administrator',
  ],
  [{ ckstack: { users: { 'general-user': { userid: 'a' } } } }, 'did you mean "userId"?'],
  [
    { ckstack: { users: { 'no-role': { userId: 'a' } } } },
    'password is missing; give the password',
    'not its SHA-256',
  ],
  [
    { ckstack: { users: { 'several-companies': { userId: 'a', password: SECRET } } } },
    "ckstack.users.several-companies.roles is missing; give the user's roles by company name",
  ],
  [
    {
      ckstack: {
        users: { 'several-companies': { userId: 'a', password: 'p', roles: { 'Company A': ['root'] } } },
      },
    },
    'roles["Company A"][0] must be one of "system-administrator", "intermediate-administrator", "general-user"',
  ],
  [
    {
      ckstack: {
        users: {
          'several-companies': { userId: 'a', password: 'p', roles: { B: ['general-user', 'general-user'] } },
        },
      },
    },
    'roles.B must not name the same twice',
  ],
  [
    { ckstack: { users: { 'several-companies': { userId: 'a', password: 'p', roles: {} } } } },
    'roles must have at least 1',
  ],
];

describe('content of a fixtures file is refused', () => {
  for (const [content, ...parts] of REFUSED) {
    test(JSON.stringify(content), async (context) => {
      const error = await refusal(load(context, content));
      assert.equal(error.code, 'ASSAY_FILE_CONTENT');
      assertSays(error.message, ['f.json', ...parts], [SECRET, 'undefined']);
    });
  }
});
