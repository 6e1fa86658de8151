import type { ClauseFacts, RunErrorText, VerdictFacts } from '../../src/verdict/build-verdict.js';
import type { Violation } from '../../src/verdict/check.js';
import type { Clause, Level } from '../../src/verdict/clause.js';
import type { SkippedRecord } from '../../src/verdict/verdict.js';
import { answered, esignonRequest } from '../profiles/login/sample-exchanges.js';
import { type Plain, redacted, redactedText } from '../redaction/redacted.js';

/** A catalogue in miniature: the good login, two more MUST clauses, a SHOULD; ckstack has its good login only. */
export const SMALL_CATALOGUE: readonly Clause[] = [
  clause('ES-01', 'MUST'),
  clause('ES-09', 'MUST'),
  clause('ES-18', 'MUST'),
  clause('ES-18', 'SHOULD'),
  clause('CK-01', 'MUST'),
];

/** An entry of a catalogue. */
export function clause(id: string, level: Level): Clause {
  return { id, level, statement: `What ${id} asks.`, source: 'Response' };
}

const HELD: ClauseFacts = { checks: 3, violations: [] };

/** What became of a clause, in the shortest form; what is not named held. */
export interface SampleFacts extends Plain<Partial<Omit<VerdictFacts, 'factsOf' | 'clausesOf'>>> {
  /** `ES-18`, `ES-18 SHOULD`. */
  readonly violated?: readonly string[];
  readonly waived?: readonly string[];
  readonly unchecked?: readonly string[];
}

/** The facts of a run against a target that serves `esignon-login` alone. */
export function verdictFacts(sample: SampleFacts = {}): VerdictFacts {
  const { violated = [], waived = [], unchecked = [], ...overrides } = sample;
  const facts: Plain<VerdictFacts> = {
    tool: { name: 'token-assay', version: '0.1.0' },
    target: 'http://127.0.0.1:8080',
    seed: 7,
    fuzzRuns: 100,
    startedAt: '2026-05-06T07:08:09.000Z',
    durationMs: 12,
    strict: false,
    edition: { name: '2026-12', digest: 'a'.repeat(64) },
    profiles: [
      { name: 'esignon-login', served: true, how: 'accepts the login of the fixtures' },
      { name: 'ckstack-token', served: false, how: 'answers like a path that does not exist (HTTP 404)' },
    ],
    exchanges: 5,
    scenarios: { run: 4, passed: 4, failed: 0, skipped: 0 },
    waivers: [],
    contracts: [],
    warnings: [],
    clausesOf: (profile) =>
      SMALL_CATALOGUE.filter(({ id }) => id.startsWith(profile === 'esignon-login' ? 'ES' : 'CK')),
    goodLoginOf: (profile) => (profile === 'esignon-login' ? 'ES-01' : 'CK-01'),
    factsOf: (_, { id, level }) => {
      const name = level === 'MUST' ? id : `${id} SHOULD`;
      if (unchecked.includes(name)) return { checks: 0, violations: [] };
      if (![...violated, ...waived].includes(name)) return HELD;
      return {
        checks: 3,
        violations: [{ violation: violationOf(id, level), times: 2 }],
      };
    },
    isWaived: ({ clause: id, level }) => waived.includes(level === 'MUST' ? id : `${id} SHOULD`),
    skipped: [],
    pinned: null,
    mustBeComplete: false,
    errors: [],
    describe: ({ request }) => ({
      request: redactedText(`POST ${request.path}`),
      answer: redactedText('HTTP 200'),
    }),
    replay: ({ clause: id }) => `npm test -- --tags=@${id}`,
    ...overrides,
  };
  return facts as unknown as VerdictFacts;
}

/** What stood in the way of a run, as its reason says. */
export function error(reason: string): RunErrorText {
  return { code: 'ASSAY_CUT_OFF', reason, message: `${reason}; run it again.` };
}

/** A violation with one exchange. */
export function violationOf(id: string, level: Level): Violation {
  return {
    clause: id,
    level,
    profile: 'esignon-login',
    since: '2026-11',
    kind: 'deviates',
    finding: `${id}.a-login.deviates`,
    expected: redactedText('this'),
    actual: redactedText('that'),
    exchanges: [redacted(answered(esignonRequest()))],
    scenario: {
      name: 'A login',
      rule: 'A rule',
      feature: 'A feature',
      location: 'features/a.feature:3',
      tags: [],
    },
  };
}

/** A scenario that was left out. */
export function skipped(changes: Plain<Partial<SkippedRecord>> = {}): SkippedRecord {
  return {
    scenario: 'A login',
    location: 'features/a.feature:3',
    profile: 'esignon-login',
    clauses: ['ES-09'],
    level: 'MUST',
    reason: 'no second user is given',
    cause: 'fixture',
    ...changes,
  } as SkippedRecord;
}
