import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clausesOfTags, levelOfTags } from '../../src/engine/scenario-tags.js';
import { ScenarioTally } from '../../src/engine/scenario-tally.js';
import { type Envelope, planScenarios } from '../../src/engine/scenarios.js';
import { SuiteError } from '../../src/errors/suite-error.js';
import type { ScenarioRef } from '../../src/verdict/check.js';
import { profileOf } from '../support/profiles.js';

const LOGIN = profileOf('esignon-login');
const TOKEN = profileOf('ckstack-token');

describe('the tags of a scenario', () => {
  const tags = ['@esignon-login', '@should', '@ES-16', '@LG-02', '@fuzzing'];
  test('name clauses and a level', () => {
    assert.deepEqual(clausesOfTags(tags), ['ES-16', 'LG-02']);
    assert.equal(levelOfTags(tags), 'SHOULD');
    assert.equal(levelOfTags(['@must']), 'MUST');
  });
});

describe('the plan of a run', () => {
  test('holds the scenarios of the profiles, and of the tags among them', async () => {
    const whole = await planScenarios([LOGIN, TOKEN], null);
    const [login, token] = await Promise.all([planScenarios([LOGIN], null), planScenarios([TOKEN], null)]);
    assert.equal(whole.total, login.total + token.total);
    assert.ok(login.parts.every(({ profile, path }) => profile === LOGIN.name && !path.includes(TOKEN.name)));
    assert.deepEqual(
      whole.pickles.map(({ profile }) => profile),
      [...login.pickles, ...token.pickles].map(({ profile }) => profile),
    );
    const some = await planScenarios([LOGIN], '@LG-03');
    assert.ok(some.total > 0 && some.total < login.total);
    assert.match(some.parts.map(({ path }) => path).join(), /^features\/esignon\/blocked-company\.feature/);
  });

  test('is empty without a profile, and where no scenario has the tags', async () => {
    assert.equal((await planScenarios([], null)).total, 0);
    assert.equal((await planScenarios([LOGIN], '@nothing')).total, 0);
    assert.equal((await planScenarios([LOGIN], '@LG-01 and @CK-01')).total, 0);
  });

  test('an alternative of the user does not reach beyond the profiles', async () => {
    const [wide, own] = await Promise.all(
      ['@CK-01 or @LG-03', '@LG-03'].map((tags) => planScenarios([LOGIN], tags)),
    );
    assert.equal(wide?.total, own?.total);
  });
});

/** The messages of a scenario whose steps end with these statuses. */
function messages(id: string, statuses: readonly string[]): readonly Envelope[] {
  const location = { line: 4, column: 3 };
  const scenario = { id: `s${id}`, name: `Scenario ${id}`, location, examples: [] };
  const all = [
    {
      gherkinDocument: {
        uri: 'f.feature',
        feature: { name: 'F', children: [{ rule: { name: 'R', children: [{ scenario }] } }] },
      },
    },
    {
      pickle: {
        id: `p${id}`,
        uri: 'f.feature',
        name: `Scenario ${id}`,
        astNodeIds: [`s${id}`],
        tags: [],
        steps: [],
      },
    },
    { testCase: { id: `c${id}`, pickleId: `p${id}`, testSteps: [] } },
    { testCaseStarted: { id: `r${id}`, testCaseId: `c${id}` } },
    ...statuses.map((status) => ({
      testStepFinished: { testCaseStartedId: `r${id}`, testStepResult: { status } },
    })),
    { testCaseFinished: { testCaseStartedId: `r${id}` } },
  ];
  return all as unknown as readonly Envelope[];
}

describe('the tally of scenarios', () => {
  const ENDS: readonly (readonly [statuses: readonly string[], end: string, fault: boolean])[] = [
    [['PASSED', 'PASSED'], 'passed', false],
    [['PASSED', 'SKIPPED', 'SKIPPED'], 'skipped', false],
    [['PASSED', 'FAILED', 'SKIPPED'], 'failed', false],
    [['SKIPPED', 'FAILED'], 'failed', false],
    [['PASSED', 'UNDEFINED'], 'failed', true],
    [['AMBIGUOUS'], 'failed', true],
    [['PENDING'], 'failed', true],
  ];
  for (const [statuses, end, fault] of ENDS) {
    test(`${statuses.join(', ')}: ${end}`, () => {
      const seen: string[] = [];
      const tally = new ScenarioTally({
        started: ({ name }: ScenarioRef, profile) => seen.push(`${name} of ${profile}`),
        finished: (status) => seen.push(status),
      });
      for (const envelope of messages('1', statuses)) tally.onEnvelope(envelope, LOGIN.name);
      assert.deepEqual(seen, ['Scenario 1 of esignon-login', end]);
      assert.deepEqual(tally.counts, { run: 1, passed: 0, failed: 0, skipped: 0, [end]: 1 });
      assert.equal(tally.suiteFaults.length, fault ? 1 : 0);
      if (fault) assert.match(tally.suiteFaults[0] ?? '', /a step of "Scenario 1" \(f\.feature:4\) is \w+/);
    });
  }

  test('scenarios that run at once are told apart', () => {
    const tally = new ScenarioTally();
    // Two parts of one feature: each brings the document, and its scenarios right behind.
    const [one, other] = [messages('1', ['PASSED']), messages('2', ['FAILED'])];
    for (const envelope of one.slice(0, 2)) tally.onEnvelope(envelope, LOGIN.name);
    for (const envelope of other.slice(0, 2)) tally.onEnvelope(envelope, TOKEN.name);
    for (const at of [2, 3, 4, 5]) {
      if (one[at]) tally.onEnvelope(one[at], LOGIN.name);
      if (other[at]) tally.onEnvelope(other[at], TOKEN.name);
    }
    assert.deepEqual(tally.counts, { run: 2, passed: 1, failed: 1, skipped: 0 });
    assert.deepEqual(
      tally.scenarios.map(({ profile, scenario: { name, rule, feature, location } }) => [
        profile,
        name,
        rule,
        feature,
        location,
      ]),
      [
        [LOGIN.name, 'Scenario 1', 'R', 'F', 'f.feature:4'],
        [TOKEN.name, 'Scenario 2', 'R', 'F', 'f.feature:4'],
      ],
    );
  });
});

test('a fault of the suite ends a run without a verdict', () => {
  assert.equal(SuiteError.exitCode, 3);
});
