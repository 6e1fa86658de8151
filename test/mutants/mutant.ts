import type { ProfileName } from '../../src/profiles/documents.js';
import type { ProviderOptions } from '../../src/provider/provider-options.js';
import type { Level } from '../../src/verdict/clause.js';

/** The reference provider with one defect: what the suite must find. */
export interface Mutant {
  /** The profile's short name and the defect's: `login/code-number`. Unique. */
  readonly id: string;
  readonly profile: ProfileName;
  readonly level: Level;
  /** A diagnosis must name one of them; the first is the one that the mutant was made for. */
  readonly clauses: Clauses;
  /** What is wrong, in one sentence. */
  readonly wrong: string;
  /** Why no suite can find it by the contract, where that is so: then it may survive. */
  readonly survives?: string;
  /** The provider's options, made anew for each provider: state in them belongs to one. */
  readonly options: () => ProviderOptions;
}

export type Clauses = readonly [string, ...string[]];

/** A defect as the files beside this one write it down; `stages` and `onReply` are called once a provider. */
export interface Defect<Stages> {
  readonly id: string;
  readonly clause: string | Clauses;
  /** Default: MUST. */
  readonly level?: Level;
  readonly wrong: string;
  readonly survives?: string;
  readonly stages?: (reference: Stages) => Partial<Stages>;
  readonly onReply?: () => NonNullable<ProviderOptions['onReply']>;
  readonly options?: ProviderOptions;
}

/** What every mutant of a defect has, whatever its profile. */
export function commonOf({
  clause,
  level = 'MUST',
  wrong,
  survives,
}: Pick<Defect<never>, 'clause' | 'level' | 'wrong' | 'survives'>): Pick<
  Mutant,
  'level' | 'clauses' | 'wrong' | 'survives'
> {
  const clauses: Clauses = typeof clause === 'string' ? [clause] : clause;
  return { level, clauses, wrong, ...(survives === undefined ? {} : { survives }) };
}
