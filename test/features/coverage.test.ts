import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { clausesOfTags, levelOfTags } from '../../src/engine/scenario-tags.js';
import { BUILT_IN_PROFILES } from '../../src/profiles/built-in.js';
import { CKSTACK_VARIATIONS } from '../../src/profiles/ckstack/requests/variations.js';
import { PROFILE_NAMES, type ProfileName } from '../../src/profiles/documents.js';
import { ESIGNON_VARIATIONS } from '../../src/profiles/esignon/requests/variations.js';
import type { Clause } from '../../src/verdict/clause.js';
import { EDITIONS, sinceOf, sinceOfCheck, sinceOfScenario } from '../../src/verdict/edition.js';
import { projectFiles } from '../architecture/project-files.js';
import { clausesOf, findClause } from '../support/profiles.js';
import { type DryScenario, dryRun, scenariosInFiles } from './dry-run.js';

/** Tags that are neither profile nor level nor clause. */
const FURTHER_TAGS = ['@fuzzing', '@pacts', ...EDITIONS.map((edition) => `@since-${edition}`)];
/** What features say of every answer of a run. */
const STATEMENT = /^the answer(?:'s)? /;
/** One login, or two. */
const SENT = /^(?:\w+|one of the users) (?:sends a login|tries a login (.+), then one) (.+)$/;
const LEVELS = ['@must', '@should'];

let scenarios: readonly DryScenario[] = [];

before(async () => {
  scenarios = await dryRun();
});

/** The scenarios for which something does not hold, as they are found in an editor. */
function where(wrong: (scenario: DryScenario) => boolean): readonly string[] {
  return scenarios.filter(wrong).map(({ location, name }) => `${location} ${name}`);
}

/** The phrases of "sends a login …" that a profile's scenarios use. */
function phrasesOf(profile: ProfileName): ReadonlySet<string> {
  const own = scenarios.filter((scenario) => scenario.profile === profile);
  const phrases = own.flatMap(({ steps }) => steps.flatMap(({ text }) => SENT.exec(text)?.slice(1) ?? []));
  return new Set(phrases.filter((phrase) => phrase !== undefined));
}

/** The entries of the catalogue that a scenario of these tags checks. */
function entriesOf(profile: string, tags: readonly string[]): readonly string[] {
  const level = levelOfTags(tags);
  const since = sinceOfScenario({ tags });
  return clausesOfTags(tags).map((clause) => {
    const check = { clause, level, ...(since === undefined ? {} : { since }) };
    return `${clause} ${level} ${sinceOfCheck(check, clausesOf(profile))}`;
  });
}

function nameOf(entry: Clause): string {
  return `${entry.id} ${entry.level} ${sinceOf(entry)}`;
}

function isProfile(tag: string): boolean {
  return PROFILE_NAMES.some((name) => tag === `@${name}`);
}

function variationsOf(profile: ProfileName): ReadonlyMap<string, unknown> {
  return profile === 'ckstack-token' ? CKSTACK_VARIATIONS : ESIGNON_VARIATIONS;
}

describe('every clause has a scenario', () => {
  for (const profile of PROFILE_NAMES) {
    test(profile, () => {
      const tagged = new Set(
        scenarios
          .filter((scenario) => scenario.profile === profile)
          .flatMap(({ tags }) => entriesOf(profile, tags)),
      );
      const missing = clausesOf(profile).filter((entry) => !tagged.has(nameOf(entry)));
      assert.deepEqual(missing.map(nameOf), []);
    });
  }
});

describe('the tags of scenarios', () => {
  test('a run of all profiles selects every scenario that there is', async () => {
    assert.ok(scenarios.length > 400, `only ${scenarios.length} scenarios`);
    assert.equal(new Set(scenarios.map(({ location }) => location)).size, await scenariosInFiles());
  });

  test('every tag is known', () => {
    const known = (tag: string) =>
      isProfile(tag) ||
      findClause(tag.slice(1)) !== undefined ||
      LEVELS.includes(tag) ||
      FURTHER_TAGS.includes(tag);
    assert.deepEqual(
      where(({ tags }) => !tags.every(known)),
      [],
    );
  });

  test('every scenario is run once for each profile that it names', () => {
    assert.deepEqual(
      where(({ profile, tags }) => !tags.includes(`@${profile}`)),
      [],
    );
    const runs = scenarios.map(({ location, profile }) => `${location} ${profile}`);
    assert.equal(new Set(runs).size, runs.length);
  });

  test('every scenario has one level', () => {
    assert.deepEqual(
      where(({ tags }) => tags.filter((tag) => LEVELS.includes(tag)).length !== 1),
      [],
    );
  });

  test('every scenario has a clause, and each applies to its profile at its level', () => {
    assert.deepEqual(
      where(({ tags }) => clausesOfTags(tags).length === 0),
      [],
    );
    assert.deepEqual(
      where(({ profile, tags }) => {
        const entries = clausesOf(profile).filter(({ level }) => level === levelOfTags(tags));
        return !clausesOfTags(tags).every((id) => entries.some((entry) => entry.id === id));
      }),
      [],
    );
  });
});

describe('the steps of scenarios', () => {
  test('every step has one definition', () => {
    const wrong = scenarios.flatMap(({ location, steps }) =>
      steps
        .filter(({ definitions }) => definitions !== 1)
        .map(({ text, definitions }) => `${location} "${text}" has ${definitions} definitions`),
    );
    assert.deepEqual(wrong, []);
  });

  test('every scenario has one event and an outcome', () => {
    assert.deepEqual(
      where(({ steps }) => steps.filter(({ keyword }) => keyword === 'Action').length !== 1),
      [],
    );
    assert.deepEqual(
      where(({ steps }) => steps.at(-1)?.keyword !== 'Outcome'),
      [],
    );
  });

  for (const { name: profile, statements, clauses } of BUILT_IN_PROFILES) {
    test(`every statement on an answer of ${profile} is one of its own, on a clause of the scenario`, () => {
      const wrong = scenarios
        .filter((scenario) => scenario.profile === profile)
        .flatMap(({ location, tags, steps }) =>
          steps
            .filter(({ keyword, text }) => keyword === 'Outcome' && STATEMENT.test(text))
            .filter(
              ({ text }) =>
                !statements.some(([words, clause]) => words === text && clausesOfTags(tags).includes(clause)),
            )
            .map(({ text }) => `${location} ${text}`),
        );
      assert.deepEqual(wrong, []);
    });

    test(`every statement of ${profile} is on a clause of its own`, () => {
      assert.deepEqual(
        statements.filter(([, clause]) => !clauses.some(({ id }) => id === clause)),
        [],
      );
    });

    test(`every statement of ${profile} is used by a feature, for its clause`, () => {
      const isUsed = ([words, clause]: readonly [string, string]) =>
        scenarios.some(
          (scenario) =>
            scenario.profile === profile &&
            scenario.tags.includes(`@${clause}`) &&
            scenario.steps.some(({ text }) => text === words),
        );
      assert.deepEqual(
        statements.filter((statement) => !isUsed(statement)),
        [],
      );
    });
  }

  for (const profile of PROFILE_NAMES) {
    test(`every login of ${profile} is one of its variations`, () => {
      const known = variationsOf(profile);
      assert.deepEqual(
        [...phrasesOf(profile)].filter((phrase) => !known.has(phrase)),
        [],
      );
    });
  }

  test('every variation of an eSignon login is used by a feature', () => {
    const used = new Set([...phrasesOf('esignon-login'), ...phrasesOf('esignon-startsimple')]);
    assert.deepEqual(
      [...ESIGNON_VARIATIONS.keys()].filter((phrase) => !used.has(phrase)),
      [],
    );
  });

  test('every variation of a ckstack login is used by a feature', () => {
    const used = phrasesOf('ckstack-token');
    assert.deepEqual(
      [...CKSTACK_VARIATIONS.keys()].filter((phrase) => !used.has(phrase)),
      [],
    );
  });
});

describe('the language of features', () => {
  test('the names of scenarios are unique within their feature', () => {
    const seen = new Map<string, number>();
    for (const { file, profile, name } of scenarios) {
      const key = `${file} (${profile}): ${name}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    assert.deepEqual(
      [...seen].filter(([, times]) => times > 1).map(([key]) => key),
      [],
    );
  });

  test('every scenario belongs to a rule', () => {
    assert.deepEqual(
      where(({ rule }) => rule === ''),
      [],
    );
  });

  const UNFIT: readonly (readonly [what: string, pattern: RegExp])[] = [
    ['a URL', /https?:|\bwww\./i],
    ['a path of the wire', /(?:^|\s)\/\w|\b(?:GET|POST|PUT|PATCH|DELETE)\s+\//],
    ['a JSON path', /\$\.|\b(?:header|body|token|user|company)\.\w|\w\[\d+\]/],
    ['a status', /\bHTTP [1-5]\d\d\b/],
    ['"should"', /\bshould\b/i],
    ['the future tense', /\bwill\b/i],
  ];

  for (const [what, pattern] of UNFIT) {
    test(`no scenario names ${what}`, () => {
      assert.deepEqual(
        where(({ name, steps }) =>
          [name, ...steps.map(({ text }) => text)].some((text) => pattern.test(text)),
        ),
        [],
      );
    });
  }

  test('no title or description of a feature speaks of what ought to be', () => {
    const lines = projectFiles(['features'], '.feature').flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => !line.trim().startsWith('@') && /\bshould\b/i.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    assert.deepEqual(lines, []);
  });
});
