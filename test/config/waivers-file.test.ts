import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { Waiver } from '../../src/config/run-config.js';
import { userFile } from '../../src/config/text-file.js';
import { type KnownClause, loadWaivers } from '../../src/config/waivers-file.js';
import { assertSays, refusal } from './support/refusal.js';
import { tempFolder } from './support/temp-folder.js';

const CLAUSES: readonly KnownClause[] = [
  { id: 'ES-03', level: 'MUST' },
  { id: 'ES-03', level: 'SHOULD' },
  { id: 'ES-18', level: 'MUST' },
];
const WAIVER: Waiver = { clause: 'ES-18', reason: 'known', until: '2027-03-31' };

async function load(context: TestContext, content: unknown): Promise<readonly Waiver[]> {
  const cwd = await tempFolder(context, { 'w.json': JSON.stringify(content) });
  return loadWaivers(userFile('w.json', cwd), CLAUSES, ['esignon-login', 'esignon-startsimple']);
}

describe('a waivers file', () => {
  const accepted: readonly (readonly [name: string, waivers: readonly Waiver[]])[] = [
    ['may be empty', []],
    ['may name a ticket', [{ ...WAIVER, ticket: 'GATE-118' }]],
    ['may have a waiver that is past', [{ ...WAIVER, until: '2001-01-01' }]],
    ['may end on a leap day', [{ ...WAIVER, until: '2028-02-29' }]],
    [
      'may waive both levels of a clause, each for a reason of its own',
      [
        { ...WAIVER, clause: 'ES-03', level: 'MUST' },
        { ...WAIVER, clause: 'ES-03', level: 'SHOULD' },
      ],
    ],
  ];
  for (const [name, waivers] of accepted) {
    test(name, async (context) => assert.deepEqual(await load(context, waivers), waivers));
  }

  const narrowed: Waiver = { ...WAIVER, profile: 'esignon-login', finding: 'ES-18.a-valid-login.html' };
  test('may narrow a waiver to a profile and a finding, beside one of the whole clause', async (context) => {
    const waivers = [WAIVER, narrowed, { ...narrowed, finding: 'another' }];
    assert.deepEqual(await load(context, waivers), waivers);
  });

  const refused: readonly (readonly [content: unknown, ...parts: string[]])[] = [
    [{}, 'w.json: the top level must be an array, not an object'],
    [['ES-18'], 'waiver 1: must be an object, not a string'],
    [[{ clause: 'ES-18', until: '2027-03-31' }], 'waiver 1 (ES-18): reason is missing; give why'],
    [[WAIVER, { clause: 'ES-03', reason: 'x' }], 'waiver 2 (ES-03): until is missing; give the last day'],
    [[{ reason: 'x', until: '2027-03-31' }], 'waiver 1: clause is missing; give the id of the clause'],
    [[{ ...WAIVER, reason: '' }], 'waiver 1 (ES-18): reason is empty'],
    [[{ ...WAIVER, reason: ' \n' }], 'waiver 1 (ES-18): reason must be a sentence'],
    [
      [{ ...WAIVER, until: '2027-02-30' }],
      'waiver 1 (ES-18): until must be a day of the calendar',
      'yyyy-MM-dd',
    ],
    [[{ ...WAIVER, until: '31.03.2027' }], 'until must be a day of the calendar'],
    [[{ ...WAIVER, until: '2027-03-31T00:00:00Z' }], 'until must be a day of the calendar'],
    [[{ ...WAIVER, until: 20270331 }], 'until must be a string, not a number'],
    [[{ ...WAIVER, untill: 'x' }], 'untill is not a known member', 'did you mean "until"?'],
    [[{ ...WAIVER, level: 'MAY' }], 'level must be one of "MUST", "SHOULD"'],
    [[{ ...WAIVER, level: 'SHOULD' }], 'waiver 1: level must be MUST, since ES-18 has no SHOULD part'],
    [
      [{ ...WAIVER, clause: 'es-18' }],
      'waiver 1: clause "es-18" is not in the contract; did you mean ES-18?',
    ],
    [[{ ...WAIVER, clause: 'SAML-2000' }], 'clause "SAML-2000" is not in the contract; --list shows'],
    [[{ ...WAIVER, profile: 'esignon' }], 'profile "esignon" is not known; known profiles: esignon-login, '],
    [[{ ...WAIVER, finding: '' }], 'waiver 1 (ES-18): finding is empty'],
    [[narrowed, narrowed], 'waiver 2: clause ES-18 is already waived by waiver 1'],
    [[WAIVER, { ...WAIVER, reason: 'y' }], 'waiver 2: clause ES-18 is already waived by waiver 1'],
    [
      [
        { ...WAIVER, clause: 'ES-03' },
        { ...WAIVER, clause: 'ES-03', level: 'SHOULD' },
      ],
      'waiver 2: clause ES-03 is already waived by waiver 1',
    ],
  ];
  for (const [content, ...parts] of refused) {
    test(`is refused: ${JSON.stringify(content)}`, async (context) => {
      const error = await refusal(load(context, content));
      assert.equal(error.code, 'ASSAY_FILE_CONTENT');
      assertSays(error.message, ['w.json', ...parts], ['undefined']);
    });
  }
});
