import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildVerdict } from '../../src/verdict/build-verdict.js';
import { findClause } from '../support/profiles.js';
import {
  error,
  type SampleFacts,
  SMALL_CATALOGUE,
  skipped,
  verdictFacts,
  violationOf,
} from './verdict-facts.js';

const verdictOf = (sample: SampleFacts = {}) => buildVerdict(verdictFacts(sample));

const ESIGNON = { name: 'esignon-login', served: true, how: 'accepts' } as const;
const CKSTACK = { name: 'ckstack-token', served: true, how: 'answers' } as const;
const NO_ESIGNON = { ...ESIGNON, served: false, how: 'answers like nothing' } as const;
const NO_CKSTACK = { ...CKSTACK, served: false, how: 'answers 404' } as const;
const ALL = ['ES-01', 'ES-09', 'ES-18', 'ES-18 SHOULD', 'CK-01'];

/** The level is for the verdict's own use. */
const withoutLevel = ({ level: _, ...rest }: ReturnType<typeof skipped>) => rest;

describe('a verdict', () => {
  test('repeats what is known of the run', () => {
    const facts = verdictFacts({
      strict: true,
      skipped: [skipped()],
      warnings: ['slow'],
      waivers: [],
      contracts: [],
    });
    const verdict = buildVerdict(facts);
    for (const name of [
      'tool',
      'target',
      'seed',
      'fuzzRuns',
      'startedAt',
      'durationMs',
      'strict',
      'profiles',
      'exchanges',
      'scenarios',
      'skipped',
      'waivers',
      'contracts',
      'warnings',
    ] as const) {
      assert.deepEqual(verdict[name], name === 'skipped' ? [withoutLevel(skipped())] : facts[name], name);
    }
  });

  test('counts what became of the clauses, by level', () => {
    const verdict = verdictOf({
      profiles: [ESIGNON, CKSTACK],
      violated: ['ES-09', 'ES-18 SHOULD'],
      waived: ['ES-18'],
      unchecked: ['CK-01'],
    });
    assert.deepEqual(verdict.counts, {
      MUST: { total: 4, held: 1, violated: 1, waived: 1, notChecked: 1 },
      SHOULD: { total: 1, held: 0, violated: 1, waived: 0, notChecked: 0 },
    });
  });

  test('is complete when every MUST of a served profile was checked', () => {
    assert.equal(verdictOf().complete, true);
    assert.equal(verdictOf({ unchecked: ['ES-18 SHOULD'] }).complete, true);
    assert.equal(verdictOf({ unchecked: ['ES-18'] }).complete, false);
    assert.equal(verdictOf({ profiles: [NO_ESIGNON] }).complete, false);
  });

  test('has the words of each clause: statement, source, and its reading where there is one', () => {
    const read = findClause('ES-08');
    const clausesOf = () => [...SMALL_CATALOGUE.slice(0, 4), ...(read ? [read] : [])];
    const [first, , , , last] = buildVerdict({ ...verdictFacts(), clausesOf }).clauses;
    assert.deepEqual(first, {
      id: 'ES-01',
      since: '2026-11',
      level: 'MUST',
      profile: 'esignon-login',
      statement: 'What ES-01 asks.',
      source: 'Response',
      checks: 3,
      outcome: 'held',
    });
    assert.equal(last?.reading, read?.reading);
    assert.ok(last?.reading);
  });

  test('has evidence without exchanges where a violation has none', () => {
    const violation = { ...violationOf('ES-09', 'MUST'), exchanges: [] };
    const { clauses } = buildVerdict({
      ...verdictFacts(),
      factsOf: () => ({ checks: 1, violations: [{ violation, times: 1 }] }),
    });
    const [evidence] = clauses[0]?.evidence ?? [];
    assert.deepEqual([evidence?.exchanges, evidence?.request, evidence?.answer], [[], '', '']);
  });
});

describe('counterexamples of generated requests', () => {
  const found = (instanceOf: string) => ({
    violation: { ...violationOf('ES-18', 'MUST'), instanceOf },
    times: 1,
  });

  test('that are instances of several clauses name each', () => {
    const { clauses } = buildVerdict({
      ...verdictFacts(),
      factsOf: (_, { id, level }) => {
        if (id === 'ES-18' && level === 'MUST') {
          return { checks: 2, violations: [found('ES-01'), found('ES-09'), found('ES-01')] };
        }
        return { checks: 1, violations: [{ violation: violationOf(id, level), times: 1 }] };
      },
    });
    const entry = clauses.find(({ id }) => id === 'ES-18');
    assert.deepEqual(
      [entry?.outcome, entry?.checks, entry?.reason],
      [
        'not-checked',
        0,
        'its counterexamples fall under ES-01, which is violated and ES-09, which is violated',
      ],
    );
  });

  test('are instances of MUST clauses only', () => {
    const should = { ...SMALL_CATALOGUE[0], id: 'SS-04', level: 'SHOULD' } as (typeof SMALL_CATALOGUE)[0];
    const { clauses } = buildVerdict({
      ...verdictFacts(),
      clausesOf: (profile) => [...verdictFacts().clausesOf(profile), should],
      factsOf: (_, { id, level }) => ({
        checks: 1,
        violations: id === 'ES-18' ? [found('SS-04')] : [{ violation: violationOf(id, level), times: 1 }],
      }),
    });
    assert.equal(clauses.find(({ id }) => id === 'ES-18')?.outcome, 'violated');
  });
});

describe('the reason of a verdict', () => {
  const reasonOf = (sample: SampleFacts) => verdictOf(sample).reason;

  test('each profile that is named and not served; those that are not named do not count', () => {
    assert.equal(
      reasonOf({ profiles: [NO_ESIGNON, NO_CKSTACK], pinned: ['esignon-login', 'ckstack-token'] }),
      'esignon-login is not served: it answers like nothing; ckstack-token is not served: it answers 404',
    );
    assert.equal(verdictOf({ profiles: [ESIGNON, NO_CKSTACK], pinned: ['esignon-login'] }).exitCode, 0);
  });

  test('none of the profiles is served: how each of them answers', () => {
    assert.equal(
      reasonOf({ profiles: [NO_ESIGNON, NO_CKSTACK] }),
      'the target serves none of the profiles: esignon-login answers like nothing; ckstack-token answers 404',
    );
  });

  test('nothing was checked: why the good login was not, or that there is no clause', () => {
    const left = [
      skipped({ reason: 'no second user is given' }),
      skipped({ clauses: ['ES-01'], reason: 'no user is given' }),
    ];
    assert.equal(reasonOf({ unchecked: ALL, skipped: left }), 'nothing was checked: no user is given');
    const { reason } = buildVerdict({ ...verdictFacts(), clausesOf: () => [] });
    assert.equal(reason, 'nothing was checked: no clause applies');
  });

  test('the good login of one profile, for its own reason', () => {
    const left = [
      skipped({ clauses: ['CK-01'], profile: 'ckstack-token', reason: 'no API key is given' }),
      skipped({ clauses: ['ES-01'], reason: 'no user is given' }),
    ];
    const profiles = [ESIGNON, CKSTACK];
    assert.equal(
      reasonOf({ profiles, unchecked: ['CK-01'], skipped: left }),
      `the good login of ckstack-token was not checked: no API key is given`,
    );
    assert.equal(
      reasonOf({ profiles, unchecked: ['ES-01'], skipped: left }),
      `the good login of esignon-login was not checked: no user is given`,
    );
  });

  test('--complete: how many of how many', () => {
    assert.equal(
      reasonOf({ mustBeComplete: true, unchecked: ['ES-09', 'ES-18'] }),
      '--complete asks for every MUST clause, and 2 of 3 were not checked',
    );
  });

  test('contracts that are not kept: how many of those that count, and whose, each once', () => {
    const contract = (consumer: string, outcome: 'failed' | 'verified', counts = true) => ({
      consumer,
      provider: 'login',
      interaction: 'A login',
      source: 'pacts/a.json',
      outcome,
      counts,
      mismatches: [],
      exchanges: [],
    });
    const contracts = [
      contract('A', 'failed'),
      contract('A', 'failed'),
      contract('B', 'failed'),
      contract('C', 'verified'),
      contract('D', 'failed', false),
    ];
    assert.equal(reasonOf({ contracts }), '3 of 4 interactions of consumer contracts are not kept (A, B)');
    assert.equal(verdictOf({ contracts: contracts.slice(3) }).exitCode, 0);
  });

  test('is one alone: a profile that is not served outranks contracts, an obstacle --complete', () => {
    const errors = [error('cut off')];
    const sample = { errors, mustBeComplete: true, unchecked: ['ES-09'] };
    assert.equal(reasonOf(sample), 'cut off');
    assert.equal(reasonOf({ ...sample, errors: [], violated: ['ES-18'] }), null);
    assert.equal(
      reasonOf({ ...sample, profiles: [NO_ESIGNON], pinned: ['esignon-login'] }),
      'esignon-login is not served: it answers like nothing',
    );
  });
});
