import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadFixtures } from '../../src/config/fixtures-file.js';
import { environmentName } from '../../src/config/option-table.js';
import { userFile } from '../../src/config/text-file.js';
import { loadWaivers } from '../../src/config/waivers-file.js';
import { BUILT_IN_PROFILES } from '../../src/profiles/built-in.js';
import { CKSTACK_USER_KEYS } from '../../src/profiles/ckstack/fixtures.js';
import { PROFILE_NAMES } from '../../src/profiles/documents.js';
import { CLAUSES, type Fixtures } from '../support/profiles.js';
import { OPTION_NAMES } from './support/options.js';
import { refusal } from './support/refusal.js';
import { tempFolder } from './support/temp-folder.js';

const EXAMPLES = fileURLToPath(new URL('../../../examples/', import.meta.url));
const FIXTURES = userFile('assay.fixtures.json', EXAMPLES);

async function variablesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(join(EXAMPLES, file), 'utf8');
  return [...text.matchAll(/\$\{env:(\w+)\}/g)].map(([, name = '']) => name);
}

describe('the examples', () => {
  test('fixtures load once their variables are set, and give every fixture', async () => {
    const names = await variablesOf('assay.fixtures.json');
    const { esignon, ckstack }: Fixtures = await loadFixtures(
      FIXTURES,
      Object.fromEntries(names.map((name) => [name, `value-of-${name}`])),
      BUILT_IN_PROFILES,
    );
    assert.equal(esignon?.user?.password, 'value-of-ASSAY_ESIGNON_PASSWORD');
    assert.ok(esignon?.company && esignon.clientId && esignon.secondUser && esignon.blockedCompany);
    assert.ok(ckstack?.apiKey && ckstack.service && ckstack.signature);
    for (const key of CKSTACK_USER_KEYS) assert.ok(ckstack.users?.[key], key);
  });

  test('fixtures have no secret in them', async () => {
    const { code, message } = await refusal(loadFixtures(FIXTURES, {}, BUILT_IN_PROFILES));
    assert.equal(code, 'ASSAY_ENVIRONMENT_MISSING');
    const text = await readFile(FIXTURES.path, 'utf8');
    for (const [, value = ''] of text.matchAll(/"(?:password|secret|apiKey|clientId)": "(.*?)"/g)) {
      assert.match(value, /^\$\{env:\w+\}$/);
    }
    for (const name of await variablesOf('assay.fixtures.json')) assert.ok(message.includes(name), name);
  });

  test('waivers load, against the catalogue', async () => {
    assert.ok(
      (await loadWaivers(userFile('assay.waivers.json', EXAMPLES), CLAUSES, PROFILE_NAMES)).length > 0,
    );
  });

  test('the signer module is taken by a fixtures file, and signs', async (context) => {
    const cwd = await tempFolder(context, {
      'f.json': JSON.stringify({ ckstack: { signature: { module: join(EXAMPLES, 'signer.mjs') } } }),
    });
    const fixtures = await loadFixtures(userFile('f.json', cwd), {}, BUILT_IN_PROFILES);
    const { ckstack }: Fixtures = fixtures;
    assert.ok(ckstack?.signature && 'module' in ckstack.signature);
    const { default: sign } = await import(pathToFileURL(ckstack.signature.module).href);
    const request = { method: 'POST', path: '/token', date: 'd', service: 's', body: '{}', apiKey: 'k' };
    const before = process.env.ASSAY_CKSTACK_SECRET;
    context.after(() => {
      if (before === undefined) delete process.env.ASSAY_CKSTACK_SECRET;
      else process.env.ASSAY_CKSTACK_SECRET = before;
    });
    delete process.env.ASSAY_CKSTACK_SECRET;
    assert.throws(() => sign(request), /ASSAY_CKSTACK_SECRET/);
    process.env.ASSAY_CKSTACK_SECRET = 'hush';
    assert.match(sign(request), /^[A-Za-z0-9+/]{43}=$/);
    assert.notEqual(sign(request), sign({ ...request, path: '/token?tid=1' }));
  });

  for (const file of ['github-actions.yml', 'gitlab-ci.yml']) {
    test(`${file} names options and variables that there are`, async () => {
      const text = await readFile(join(EXAMPLES, file), 'utf8');
      const command = text.split('\n').filter((line) => line.includes('npx token-assay'));
      const options = command.flatMap((line) => [...line.matchAll(/--([a-z-]+)/g)].map(([, name]) => name));
      assert.ok(options.length > 0);
      for (const option of options)
        assert.ok(
          OPTION_NAMES.some((name) => name === option),
          `--${option}`,
        );

      const known = [...(await variablesOf('assay.fixtures.json')), ...OPTION_NAMES.map(environmentName)];
      for (const [variable] of text.matchAll(/ASSAY_[A-Z_]+/g)) assert.ok(known.includes(variable), variable);
    });
  }

  test('the workflow hands over every variable of the fixtures', async () => {
    const text = await readFile(join(EXAMPLES, 'github-actions.yml'), 'utf8');
    for (const name of await variablesOf('assay.fixtures.json')) {
      assert.ok(text.includes(`${name}: \${{ secrets.${name} }}`), name);
    }
  });
});
