import type { ProfileName } from '../../src/profiles/documents.js';
import { startProvider } from '../../src/provider/listen.js';
import type { Level } from '../../src/verdict/clause.js';
import { firstDifference } from '../mutants/liveness/is-alive.js';
import type { Clauses, Mutant } from '../mutants/mutant.js';
import { type Blame, blamesOf, clausesOf } from './blame.js';
import { runWholeSuite } from './run-whole-suite.js';

/** What came of running the suite against a mutant; can go from one process to another. */
export interface MutantResult {
  readonly kind: 'mutant';
  readonly id: string;
  readonly profile: ProfileName;
  readonly level: Level;
  readonly clauses: Clauses;
  readonly wrong: string;
  /** Why it may survive, where it may. */
  readonly survives: string | null;
  readonly seed: number;
  /** Its first difference from the reference provider; null: it is not alive. */
  readonly difference: string | null;
  readonly exitCode: number;
  /** What the run says where it gives no verdict. */
  readonly reason: string | null;
  readonly killed: boolean;
  /** One of its clauses is among those blamed, at its level. */
  readonly named: boolean;
  readonly blamed: readonly string[];
  readonly blames: readonly Blame[];
  readonly exchanges: number;
  readonly durationMs: number;
}

/**
 * Runs the suite against a mutant, as its users would: with `--strict` where the defect is one of a SHOULD.
 * Only the mutant's own profile is served and judged: the others are the reference's.
 */
export async function examineMutant(
  mutant: Mutant,
  setting: { readonly seed: number; readonly fuzzRuns?: number },
): Promise<MutantResult> {
  const { seed } = setting;
  const { id, profile, level, clauses, wrong, survives = null } = mutant;
  const difference = await firstDifference(mutant);
  const provider = await startProvider(mutant.options());
  try {
    const strict = level === 'SHOULD';
    const verdict = await runWholeSuite({ target: provider.url, profiles: [profile], ...setting, strict });
    const blames = blamesOf(verdict).filter((blame) => strict || blame.level === 'MUST');
    return {
      kind: 'mutant',
      id,
      profile,
      level,
      clauses,
      wrong,
      survives,
      seed,
      difference,
      exitCode: verdict.exitCode,
      reason: verdict.reason,
      killed: verdict.exitCode === 1,
      named: blames.some((blame) => blame.level === level && clauses.includes(blame.clause)),
      blamed: clausesOf(blames),
      blames,
      exchanges: verdict.exchanges,
      durationMs: verdict.durationMs,
    };
  } finally {
    await provider.close();
  }
}
