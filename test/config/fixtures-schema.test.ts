import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { fixturesProblems } from '../../src/config/fixtures-schema.js';
import { BUILT_IN_PROFILES } from '../../src/profiles/built-in.js';
import { CKSTACK_USER_KEYS } from '../../src/profiles/ckstack/fixtures.js';
import { ROLES } from '../../src/profiles/ckstack/roles.js';
import { DOCUMENTS } from '../../src/profiles/documents.js';
import { problemSentence } from '../../src/schema/problem.js';

const schema = JSON.parse(
  await readFile(new URL('../../../schemas/fixtures.schema.json', import.meta.url), 'utf8'),
);

describe('the schema of the fixtures', () => {
  test('knows the users, roles and profiles of the contract', () => {
    const { users } = schema.$defs.ckstack.properties;
    assert.deepEqual(Object.keys(users.properties), CKSTACK_USER_KEYS);
    const { roles } = users.properties['several-companies'].properties;
    assert.deepEqual(roles.additionalProperties.items.enum, ROLES);
    const families = DOCUMENTS.filter(({ family }) => family === 'esignon').map(({ name }) => name);
    assert.deepEqual(Object.keys(schema.$defs.esignon.properties.paths.properties), families);
  });

  test('accepts the default path of every profile', () => {
    const [startsimple, login, token] = DOCUMENTS.map(({ defaultPath }) => defaultPath);
    const paths = { 'esignon-startsimple': startsimple, 'esignon-login': login };
    assert.deepEqual(
      fixturesProblems({ esignon: { paths }, ckstack: { path: token } }, BUILT_IN_PROFILES),
      [],
    );
  });

  test('says of every member that can be missing or empty what to give', () => {
    const undescribed: string[] = [];
    function walk(inside: unknown, path: string): void {
      if (typeof inside !== 'object' || inside === null) return;
      if ('minLength' in inside && !('description' in inside)) undescribed.push(path);
      for (const [name, each] of Object.entries(inside)) walk(each, `${path}/${name}`);
    }
    walk(schema, '');
    assert.deepEqual(undescribed, []);
  });

  test('has the same problems in the same words whenever it is asked', () => {
    const sentences = () =>
      fixturesProblems({ esignon: { user: {} } }, BUILT_IN_PROFILES).map(problemSentence);
    assert.equal(sentences().length, 2);
    assert.deepEqual(sentences(), sentences());
  });
});
