import type { RunConfig, Waiver } from '../../src/config/run-config.js';
import type { Check, ScenarioRef, Violation } from '../../src/verdict/check.js';
import type { Level } from '../../src/verdict/clause.js';
import { answered, esignonRequest } from '../profiles/login/sample-exchanges.js';
import { redacted, redactedText } from '../redaction/redacted.js';

/** The parts of a configuration that a replay is made from. */
export function replayConfig(changes: Partial<RunConfig> = {}): RunConfig {
  const config = {
    profileModules: [],
    target: 'http://127.0.0.1:8080',
    fixturesSource: 'assay.fixtures.json',
    seed: 7,
    fuzzRuns: 100,
    strict: false,
    edition: '2026-12',
    caSource: null,
    rate: null,
    insecure: false,
    ...changes,
  };
  return config as RunConfig;
}

/** A scenario on line 12. */
export function scenarioRef(changes: Partial<ScenarioRef> = {}): ScenarioRef {
  return {
    name: 'The password is wrong',
    rule: 'Wrong credentials yield result code 10',
    feature: 'Refusing wrong credentials',
    location: 'features/esignon/wrong-credentials.feature:12',
    tags: ['@esignon-login', '@must', '@ES-09'],
    ...changes,
  };
}

/** A check that was violated. */
export function violatedCheck(clause = 'ES-09', level: Level = 'MUST', actual = 'that'): Check {
  return { clause, level, held: false, kind: 'deviates', expected: 'this', actual };
}

/** A violation in its place. */
export function violation(changes: Partial<Violation> = {}): Violation {
  return {
    clause: 'ES-09',
    level: 'MUST',
    profile: 'esignon-login',
    since: '2026-11',
    kind: 'deviates',
    finding: 'ES-09.the-password-is-wrong.deviates',
    expected: redactedText('this'),
    actual: redactedText('that'),
    exchanges: [redacted(answered(esignonRequest()))],
    scenario: scenarioRef(),
    ...changes,
  };
}

/** A waiver that holds for long. */
export function waiver(changes: Partial<Waiver> = {}): Waiver {
  return { clause: 'ES-09', reason: 'known', until: '2999-12-31', ...changes };
}
