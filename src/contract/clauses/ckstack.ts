import type { Clause } from '../clause.js';
import { CKSTACK_ANSWER_CLAUSES } from './ckstack-answer.js';
import { CKSTACK_REFUSAL_CLAUSES } from './ckstack-refusal.js';
import { CKSTACK_ROBUSTNESS_CLAUSES } from './ckstack-robustness.js';

/** CK-01 to CK-31: `ckstack-token`, but for its roles. */
export const CKSTACK_CLAUSES: readonly Clause[] = [
  ...CKSTACK_ANSWER_CLAUSES,
  ...CKSTACK_REFUSAL_CLAUSES,
  ...CKSTACK_ROBUSTNESS_CLAUSES,
];
