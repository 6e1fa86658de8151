import type { Clause } from '../../../verdict/clause.js';
import { ESIGNON_ANSWER_CLAUSES } from './answer.js';
import { ESIGNON_REFUSAL_CLAUSES } from './refusal.js';
import { ESIGNON_ROBUSTNESS_CLAUSES } from './robustness.js';

/** ES-01 to ES-31: both eSignon profiles. */
export const ESIGNON_CLAUSES: readonly Clause[] = [
  ...ESIGNON_ANSWER_CLAUSES,
  ...ESIGNON_REFUSAL_CLAUSES,
  ...ESIGNON_ROBUSTNESS_CLAUSES,
];
