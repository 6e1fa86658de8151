import fc from 'fast-check';
import { credentialAttack } from '../login/arbitraries/credential-attack.js';
import { equivalentLogin } from '../login/arbitraries/equivalent-login.js';
import { malformedLogin } from '../login/arbitraries/malformed-login.js';
import { sometimes } from '../login/arbitraries/pick.js';
import { plainlySpelled } from '../login/arbitraries/plain-spelling.js';
import { type EvaluationRules, loginProperty } from '../login/fuzz-property.js';
import { isAttack, isMalformed, mustBeAccepted } from '../login/oracle/expectation.js';
import type { FuzzProperty } from '../profile.js';
import type { CkstackMutation } from './arbitraries/ckstack-mutation.js';
import { misheadedLogin } from './arbitraries/misheaded-login.js';
import { transactionId } from './arbitraries/transaction-id.js';
import { CKSTACK_REFUSALS } from './refusals.js';

const RULES: EvaluationRules = {
  refusals: CKSTACK_REFUSALS,
  equalTreatment: 'CK-24',
  tolerances: { 'unknown members': 'CK-25', charset: 'CK-25' },
  serverErrors: 'CK-23',
  form: ['CK-02', 'CK-03', 'CK-18', 'CK-31'],
};

const MALFORMED = { clause: 'CK-29', instances: ['CK-16', 'CK-17', 'CK-18', 'CK-23'] };

/** What holds for generated logins of ckstack. */
export const CKSTACK_PROPERTIES: readonly FuzzProperty<CkstackMutation>[] = [
  loginProperty(RULES, {
    kind: 'attacks',
    generated: { clause: 'CK-26', instances: [] },
    mutations: credentialAttack,
    covers: isAttack,
    plain,
  }),
  loginProperty(RULES, {
    kind: 'malformed logins',
    generated: MALFORMED,
    mutations: malformedLogin,
    covers: isMalformed,
    plain,
  }),
  loginProperty(RULES, {
    kind: 'logins with wrong headers',
    generated: MALFORMED,
    mutations: misheadedLogin,
    covers: isMalformed,
    plain,
  }),
  loginProperty(RULES, {
    kind: 'equivalent logins',
    generated: { clause: 'CK-30', instances: ['CK-24'] },
    mutations: fc
      .tuple(sometimes(60, transactionId), equivalentLogin)
      .map(([tid, login]) => ({ ...login, tid })),
    covers: mustBeAccepted,
    meantToSucceed: true,
    plain,
  }),
];

function plain(mutation: CkstackMutation): CkstackMutation {
  return { ...plainlySpelled(mutation), tid: null };
}
