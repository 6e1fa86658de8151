import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { loadFixtures } from '../../src/config/fixtures-file.js';
import { userFile } from '../../src/config/text-file.js';
import { BUILT_IN_PROFILES } from '../../src/profiles/built-in.js';
import type { Fixtures } from '../support/profiles.js';
import { load } from './support/load-fixtures.js';
import { assertSays, refusal } from './support/refusal.js';
import { tempFolder } from './support/temp-folder.js';

const SECRET = 'hush-hush-4711';

describe('a fixtures file', () => {
  const accepted: readonly (readonly [name: string, fixtures: Fixtures])[] = [
    ['may be empty', {}],
    ['may give a part', { esignon: { company: 'acme' }, ckstack: {} }],
    ['may have another language', { esignon: { company: '주식회사 가나' } }],
    ['may have white space in a password', { esignon: { user: { email: 'a', password: ' a b ' } } }],
    ['names a date format', { esignon: { expireDateFormat: "d MMM yyyy 'at' HH:mm" } }],
    [
      'names paths',
      { esignon: { paths: { 'esignon-login': '/v2/{company}/login;x=1' } }, ckstack: { path: '/' } },
    ],
    ['has a fixed signature', { ckstack: { signature: { fixed: 'abc=' } } }],
    ['has an HMAC without further settings', { ckstack: { signature: { hmac: 'SHA512', secret: 's' } } }],
    [
      'has an HMAC over a message of its own',
      {
        ckstack: {
          signature: { hmac: 'sha1', secret: 's', encoding: 'hex', message: '{apiKey}|{body}{ {date}\n' },
        },
      },
    ],
    [
      'lists roles, also none',
      {
        ckstack: {
          users: {
            'several-companies': {
              userId: 'u',
              password: 'p',
              roles: { 'Company A': ['system-administrator', 'general-user'], B: [] },
            },
          },
        },
      },
    ],
  ];
  for (const [name, fixtures] of accepted) {
    test(name, async (context) => assert.deepEqual(await load(context, fixtures), fixtures));
  }

  test('may begin with a byte order mark and name its schema for editors', async (context) => {
    const text = `\ufeff${JSON.stringify({ $schema: './fixtures.schema.json', esignon: {} })}`;
    assert.deepEqual(await load(context, text), { esignon: {} });
  });

  test('has its signer module made absolute, from the folder of the file', async (context) => {
    const cwd = await tempFolder(context);
    await mkdir(join(cwd, 'conf'));
    await writeFile(join(cwd, 'conf', 'f.json'), '{"ckstack":{"signature":{"module":"./sign it.mjs"}}}');
    await writeFile(join(cwd, 'conf', 'sign it.mjs'), 'export default async () => "s"');
    const fixtures: Fixtures = await loadFixtures(userFile('conf/f.json', cwd), {}, BUILT_IN_PROFILES);
    assert.deepEqual(fixtures.ckstack?.signature, { module: join(cwd, 'conf', 'sign it.mjs') });
  });
});

describe('references to the environment', () => {
  test('are replaced inside any string, once', async (context) => {
    const env = { COMPANY: 'acme', PASSWORD: `$&"\\\n{}\${env:COMPANY}`, A: '1', B: '2' };
    const user = { email: `\${env:A}-\${env:B}@example.com`, password: `\${env:PASSWORD}` };
    const fixtures = await load(context, { esignon: { company: `\${env:COMPANY}`, user } }, env);
    assert.deepEqual(fixtures, {
      esignon: { company: 'acme', user: { email: '1-2@example.com', password: env.PASSWORD } },
    });
  });

  test('leave other dollars alone', async (context) => {
    const user = { email: 'a', password: `$PASSWORD \${PASSWORD} $\{env` };
    assert.deepEqual((await load(context, { esignon: { user } })).esignon?.user, user);
  });

  test('that are missing are named, every one with its member', async (context) => {
    const user = { email: `\${env:MAIL}`, password: `x\${env:WORD}` };
    const error = await refusal(
      load(context, { esignon: { company: `\${env:COMPANY}`, user } }, { WORD: '' }),
    );
    assert.equal(error.code, 'ASSAY_ENVIRONMENT_MISSING');
    assert.equal(
      error.message,
      `f.json has 3 problems:
  esignon.company needs the environment variable COMPANY, which is not set or empty; set it.
  esignon.user.email needs the environment variable MAIL, which is not set or empty; set it.
  esignon.user.password needs the environment variable WORD, which is not set or empty; set it.`,
    );
  });

  test('that are malformed are named by their member', async (context) => {
    for (const password of [`\${env:}`, `\${env:A B}`, `\${env:1}`, `\${env:${SECRET}`]) {
      const error = await refusal(load(context, { esignon: { user: { email: 'a', password } } }, { A: '1' }));
      assertSays(error.message, ['f.json: esignon.user.password has a ${env:'], [SECRET]);
    }
  });

  test('bring in values that are checked like others', async (context) => {
    const error = await refusal(load(context, { esignon: { company: `\${env:C}` } }, { C: ` ${SECRET}` }));
    assert.equal(error.code, 'ASSAY_FILE_CONTENT');
    assertSays(error.message, ['esignon.company must be one line of text'], [SECRET]);
  });
});

describe('a fixtures file is refused', () => {
  test('with a member named __proto__', async (context) => {
    const error = await refusal(load(context, '{ "__proto__": { "esignon": {} } }'));
    assertSays(error.message, ['__proto__ is not a known member']);
  });

  test('with five problems and a count of the rest, a line each', async (context) => {
    const error = await refusal(load(context, { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: `\${env:NONE}` }));
    const lines = error.message.split('\n');
    assert.equal(lines.length, 7);
    assert.equal(lines[0], 'f.json has 8 problems:');
    assert.equal(lines[6], '  … and 3 more.');
  });

  test('where a variable is missing in the place of an object', async (context) => {
    const error = await refusal(load(context, { esignon: { user: `\${env:NONE}` } }));
    assertSays(error.message, [
      'esignon.user must be an object',
      'esignon.user needs the environment variable NONE',
    ]);
  });

  test('with problems of shape and missing variables together', async (context) => {
    const error = await refusal(load(context, { esignon: { company: `\${env:NONE}`, clientId: '' } }));
    assert.equal(error.code, 'ASSAY_FILE_CONTENT');
    assertSays(error.message, [
      'esignon.clientId is empty',
      'esignon.company needs the environment variable NONE',
    ]);
  });

  const modules = [
    ['export const sign = 1;', 'has no function as its default export'],
    [`throw new RangeError('${SECRET}');`, 'cannot be loaded (it throws RangeError)'],
    [`export default ${SECRET} (`, 'cannot be loaded (it throws SyntaxError)'],
  ] as const;
  for (const [code, part] of modules) {
    test(`with the signer module ${code}`, async (context) => {
      const text = '{"ckstack":{"signature":{"module":"signer.mjs"}}}';
      const cwd = await tempFolder(context, { 'f.json': text, 'signer.mjs': code });
      const error = await refusal(loadFixtures(userFile('f.json', cwd), {}, BUILT_IN_PROFILES));
      assertSays(error.message, ['f.json: ckstack.signature.module', part], [SECRET]);
    });
  }
});
