import type { Clause } from '../../../verdict/clause.js';
import { CKSTACK_ANSWER_CLAUSES } from './answer.js';
import { CKSTACK_REFUSAL_CLAUSES } from './refusal.js';
import { CKSTACK_ROBUSTNESS_CLAUSES } from './robustness.js';

/** CK-01 to CK-34: `ckstack-token`, but for its roles. */
export const CKSTACK_CLAUSES: readonly Clause[] = [
  ...CKSTACK_ANSWER_CLAUSES,
  ...CKSTACK_REFUSAL_CLAUSES,
  ...CKSTACK_ROBUSTNESS_CLAUSES,
];
