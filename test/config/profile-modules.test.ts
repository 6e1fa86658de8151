import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { parseConfig } from '../../src/config/parse-config.js';
import { BUILT_IN_PROFILES } from '../../src/profiles/built-in.js';
import { PROFILE_FILES, profileModule } from './support/profile-module.js';
import { assertSays, refusal } from './support/refusal.js';
import { runConfig } from './support/run-config.js';
import { tempFolder } from './support/temp-folder.js';

const MODULE = '--profile-module=profile.mjs';

/** A folder with a profile module, its feature and further files. */
function folder(context: TestContext, files: Readonly<Record<string, string>> = {}): Promise<string> {
  return tempFolder(context, { ...PROFILE_FILES, ...files });
}

describe('a profile module', () => {
  test('gives a profile after the built-in ones', async (context) => {
    const cwd = await folder(context);
    for (const [argv, env] of [
      [[MODULE], {}] as const,
      [[], { ASSAY_PROFILE_MODULE: 'profile.mjs' }] as const,
    ]) {
      const { knownProfiles, profileModules } = await runConfig(argv, env, cwd);
      assert.deepEqual(knownProfiles.slice(0, -1), BUILT_IN_PROFILES);
      assert.equal(knownProfiles.at(-1)?.name, 'pin-login');
      assert.deepEqual(knownProfiles.at(-1)?.features, [join(cwd, '*.feature')]);
      assert.deepEqual(profileModules, ['profile.mjs']);
    }
  });

  test('may be of a class, and one of several', async (context) => {
    const more = `
      const { name, open, ...rest } = profile;
      class Other { get name() { return 'pin-2'; } open() { return this; } }
      const other = Object.assign(new Other(), rest);`;
    const feature = `${PROFILE_FILES['pin.feature']}`.replace('@pin-login', '@pin-login @pin-2');
    const cwd = await folder(context, {
      'profile.mjs': profileModule(more, '[profile, other]'),
      'pin.feature': feature,
      'third.mjs': profileModule(`
        const ids = { 'PIN-01': 'P3-001', 'PIN-02': 'P3-002' };
        Object.assign(profile, {
          name: 'third',
          family: 'third',
          clauses: profile.clauses.map((clause) => ({ ...clause, id: ids[clause.id] })),
          roles: { goodLogin: 'P3-001', loginAfterRefusals: 'P3-001', crash: 'P3-001', distinctTokens: 'P3-001' },
          statements: [['the answer is short', 'P3-002']],
          features: ['third/*.feature'],
        });`),
      'third/third.feature': `${PROFILE_FILES['pin.feature']}`.replace('@pin-login', '@third'),
    });
    const { knownProfiles } = await runConfig([MODULE, '--profile-module=third.mjs'], {}, cwd);
    assert.deepEqual(
      knownProfiles.slice(BUILT_IN_PROFILES.length).map(({ name }) => name),
      ['pin-login', 'pin-2', 'third'],
    );
  });

  test('makes its profile one that options, fixtures and waivers know', async (context) => {
    const cwd = await folder(context, {
      'fixtures.json': '{ "pin": { "users": ["${env:PIN}"] }, "esignon": { "company": "acme" } }',
      'waivers.json': '[{ "clause": "PIN-02", "reason": "known", "until": "2999-01-01" }]',
    });
    const argv = [MODULE, '--profile=pin-login', '--fixtures=fixtures.json', '--waivers=waivers.json'];
    const { profiles, fixtures, waivers } = await runConfig(argv, { PIN: '4711' }, cwd);
    assert.deepEqual(profiles, ['pin-login']);
    assert.deepEqual(fixtures, { esignon: { company: 'acme' }, pin: { users: ['4711'] } });
    assert.equal(waivers[0]?.clause, 'PIN-02');
  });

  const refused: readonly (readonly [what: string, argv: readonly string[], ...parts: string[]])[] = [
    ['an unknown profile', ['--profile=pin-logon'], 'did you mean pin-login?', 'ckstack-token, pin-login'],
    ['a header of its own', ['--header=X-Pin: 1'], '"X-Pin"', 'from pin in the fixtures file'],
    ['an unknown member', ['--fixtures=f.json'], 'pin.user is not a known member; did you mean "users"?'],
    ['an unknown family', ['--fixtures=g.json'], 'pins is not a known member; did you mean "pin"?'],
    ['an empty value', ['--fixtures=h.json'], 'pin.users[0] is empty; give the PIN of a user'],
    ['an unknown clause', ['--waivers=w.json'], '"PIN-09" is not in the contract; did you mean PIN-0'],
  ];
  for (const [what, argv, ...parts] of refused) {
    test(`has ${what} refused with what it says`, async (context) => {
      const cwd = await folder(context, {
        'f.json': '{ "pin": { "user": 1 } }',
        'g.json': '{ "pins": {} }',
        'h.json': '{ "pin": { "users": [""] } }',
        'w.json': '[{ "clause": "PIN-09", "reason": "known", "until": "2999-01-01" }]',
      });
      assertSays((await refusal(parseConfig([MODULE, ...argv], {}, cwd))).message, parts);
    });
  }

  test('is not loaded for --help and --version', async (context) => {
    const cwd = await tempFolder(context);
    for (const flag of ['--help', '--version']) await parseConfig([MODULE, flag], {}, cwd);
  });
});

describe('a module is refused', () => {
  test('that is not there, by its name', async (context) => {
    const error = await refusal(parseConfig([MODULE], {}, await tempFolder(context)));
    assert.equal(error.code, 'ASSAY_FILE_UNREADABLE');
    assert.equal(error.message, '--profile-module: profile.mjs cannot be read: no such file.');
  });

  test('that is named by an empty value', async (context) => {
    const error = await refusal(parseConfig(['--profile-module='], {}, await tempFolder(context)));
    assert.equal(error.code, 'ASSAY_OPTION_VALUE');
  });

  const CASES: readonly (readonly [what: string, module: string, ...parts: string[]])[] = [
    [
      'that throws',
      "throw new RangeError('out of luck');\n",
      'it throws RangeError: out of luck',
      'try node on it',
    ],
    ['that throws something else', 'throw 1;', 'it throws a value that is not an error'],
    ['that is not JavaScript', 'export default {', 'it throws SyntaxError'],
    ['that imports what is not there', "import 'no-such-package';", "Cannot find package 'no-such-package'"],
    ['without a default export', 'export const profile = {};', 'it has no profile as its default export'],
    ['with an empty list', 'export default [];', 'it has no profile as its default export'],
    [
      'that exports a function',
      'export default () => {};',
      'its default export must be an object, not a function',
    ],
    ['that exports an empty object', 'export default {};', 'profile.mjs has 13 problems', 'name is missing'],
    [
      'with a member of a wrong type',
      profileModule('profile.title = 7;'),
      'title must be a string, not a number',
    ],
    ['without a function', profileModule('profile.open = {};'), 'profile.mjs: open must be a function.'],
    [
      'with a name of another form',
      profileModule("profile.name = 'Pin';"),
      'name must be lower case, digits',
    ],
    [
      'with a name that is taken',
      profileModule("profile.name = 'esignon-login';"),
      'name: "esignon-login" is taken',
    ],
    [
      'with the name of a level',
      profileModule("profile.name = 'must';"),
      'name: "must" is the tag of a level',
    ],
    [
      'with a family that is taken',
      profileModule("profile.family = 'ckstack';"),
      'family: "ckstack" is that of ckstack-token',
    ],
    [
      'with two profiles of one name',
      profileModule('', '[profile, profile]'),
      'profile 2: name: "pin-login" is taken',
    ],
    ['without clauses', profileModule('profile.clauses = [];'), 'clauses must have at least 1'],
    [
      'with an id of another form',
      profileModule("profile.clauses[0].id = 'pin1';"),
      'clauses[0].id must be two or more capital',
    ],
    [
      'with an unknown level',
      profileModule("profile.clauses[1].level = 'MAY';"),
      'clauses[1].level must be one of "MUST", "SHOULD"',
    ],
    [
      'with a clause twice',
      profileModule('profile.clauses.push(profile.clauses[0]);'),
      'clauses[2]: PIN-01 MUST is there twice',
    ],
    [
      'with the clause of another',
      profileModule("profile.clauses.push({ ...profile.clauses[0], id: 'ES-01' });"),
      'clauses[2]: ES-01 is a clause of esignon-startsimple',
    ],
    [
      'with a role for an unknown clause',
      profileModule("profile.roles.goodLogin = 'PIN-1';"),
      'roles.goodLogin: "PIN-1" is not one of the clauses; did you mean PIN-01?',
    ],
    [
      'with a role for a SHOULD',
      profileModule("profile.roles.distinctTokens = 'PIN-02';"),
      'roles.distinctTokens: "PIN-02" has no MUST part',
    ],
    [
      'with a statement on an unknown clause',
      profileModule("profile.statements[0][1] = 'PIN-7';"),
      'statements[0]: "PIN-7" is not one of the clauses',
    ],
    [
      'with a statement that no step has',
      profileModule("profile.statements[0][0] = 'it is short';"),
      'statements[0]: "it is short" does not begin with "the answer"',
    ],
    [
      'with half a statement',
      profileModule("profile.statements = [['the answer is short']];"),
      'statements[0] must have at least 2',
    ],
    [
      'with a faulty property',
      profileModule("profile.properties = [{ kind: 'odd logins' }];"),
      'properties[0].mutations is missing',
    ],
    [
      'with a property on an unknown clause',
      profileModule(
        "const f = () => {}; const one = { kind: 'odd logins', generated: { clause: 'PIN-3', instances: ['PIN-4'] }, meantToSucceed: false, mutations: { generate: f, shrink: f }, evaluate: f, isSame: f }; profile.properties = [one, one];",
      ),
      'properties[0].generated.clause: "PIN-3"',
      'properties[1].generated.instances: "PIN-4"',
      'properties: "odd logins" is there twice',
    ],
    [
      'with a faulty schema',
      profileModule("profile.fixtures.schema = { type: 'objet' };"),
      'fixtures.schema is not a JSON Schema (draft 2020-12): ',
    ],
    [
      'with a pattern that matches nothing',
      profileModule("profile.features.push('more/*.feature');"),
      'features: "more/*.feature" matches no scenario',
    ],
    [
      'without a scenario of its own',
      profileModule("profile.name = 'pin-2';"),
      'features: no scenario is tagged @pin-2',
    ],
  ];
  for (const [what, module, ...parts] of CASES) {
    test(what, async (context) => {
      const error = await refusal(
        parseConfig([MODULE], {}, await folder(context, { 'profile.mjs': module })),
      );
      assert.equal(error.code, 'ASSAY_PROFILE_MODULE');
      assertSays(error.message, ['profile.mjs', ...parts]);
    });
  }

  test('with a feature that cannot be parsed', async (context) => {
    const cwd = await folder(context, {
      'bad.feature': 'Feature: x\n  Scenario: y\n    Given z\n    Perhaps\n',
    });
    const error = await refusal(parseConfig([MODULE], {}, cwd));
    assertSays(error.message, ['profile.mjs: bad.feature:4 cannot be parsed: (4:5): expected:']);
  });
});
