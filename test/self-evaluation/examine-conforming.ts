import { PROFILE_NAMES } from '../../src/profiles/documents.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { type RunningProvider, startProvider } from '../../src/provider/listen.js';
import { type ConformingProvider, Unavailable } from '../conforming/conforming.js';
import type { Fixtures } from '../support/profiles.js';
import { type Blame, blamesOf } from './blame.js';
import { runWholeSuite } from './run-whole-suite.js';

/** What came of running the suite against a conforming provider. */
export interface ConformingResult {
  readonly kind: 'conforming';
  readonly id: string;
  readonly unusual: string;
  readonly seed: number;
  /** Only the generated logins were sent. */
  readonly generatedOnly: boolean;
  /** Why it could not be started here; null: it was. */
  readonly unavailable: string | null;
  readonly exitCode: number;
  readonly reason: string | null;
  /** Blames that it has not earned: false alarms. */
  readonly falseAlarms: readonly Blame[];
  /** MUST clauses that were not checked: `ES-24 of esignon-login: why`. */
  readonly unchecked: readonly string[];
  /** Profiles that it serves and the probe did not find, or the contrary. */
  readonly misprobed: readonly string[];
  readonly exchanges: number;
  readonly durationMs: number;
}

export interface ExaminationSetting {
  readonly seed: number;
  readonly fuzzRuns?: number;
  /** See {@link ConformingResult.generatedOnly}; default: the whole suite. */
  readonly generatedOnly?: boolean;
}

/**
 * Runs the suite against a conforming provider: with `--strict` where it keeps every SHOULD, without it where it
 * leaves some, and then a violation of those is no false alarm.
 */
export async function examineConforming(
  provider: ConformingProvider,
  { generatedOnly = false, ...setting }: ExaminationSetting,
): Promise<ConformingResult> {
  const { id, unusual, leaves = [], profiles = PROFILE_NAMES, pinned, fixtures, config } = provider;
  const common = { kind: 'conforming' as const, id, unusual, seed: setting.seed, generatedOnly };
  let running: RunningProvider;
  try {
    running = await provider.start((options) => startProvider({ profiles, ...options }), profiles);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return { ...common, ...NOT_RUN, unavailable: error.message };
  }
  try {
    const verdict = await runWholeSuite({
      target: running.url,
      profiles: pinned ? profiles : null,
      ...setting,
      strict: leaves.length === 0,
      fixtures: fixtures ?? describing(profiles),
      ...config,
      ...(generatedOnly ? { tags: '@fuzzing' } : {}),
    });
    const earned = ({ clause, level }: Blame) => level === 'SHOULD' && leaves.includes(clause);
    const unchecked = verdict.clauses.filter(
      ({ outcome, level, id: clause }) =>
        !generatedOnly &&
        outcome === 'not-checked' &&
        level === 'MUST' &&
        !(provider.unchecked ?? []).includes(clause),
    );
    const misprobed = verdict.profiles.filter(
      ({ name, served }) => served !== profiles.some((each) => each === name),
    );
    return {
      ...common,
      unavailable: null,
      exitCode: verdict.exitCode,
      reason: verdict.reason,
      falseAlarms: blamesOf(verdict).filter((blame) => !earned(blame)),
      unchecked: unchecked.map((clause) => `${clause.id} of ${clause.profile}: ${clause.reason}`),
      misprobed: misprobed.map(({ name, how }) => `${name} ${how}`),
      exchanges: verdict.exchanges,
      durationMs: verdict.durationMs,
    };
  } finally {
    await running.close();
  }
}

/** The fixtures of the embedded provider for some profiles: a family that they describe must be served. */
function describing(profiles: readonly string[]): Fixtures {
  const { esignon, ckstack } = EMBEDDED_FIXTURES;
  return {
    ...(profiles.some((name) => name.startsWith('esignon')) ? { esignon } : {}),
    ...(profiles.includes('ckstack-token') ? { ckstack } : {}),
  };
}

const NOT_RUN: Omit<ConformingResult, 'kind' | 'id' | 'unusual' | 'seed' | 'generatedOnly' | 'unavailable'> =
  {
    exitCode: 0,
    reason: null,
    falseAlarms: [],
    unchecked: [],
    misprobed: [],
    exchanges: 0,
    durationMs: 0,
  };
