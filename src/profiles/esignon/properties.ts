import { credentialAttack } from '../login/arbitraries/credential-attack.js';
import { equivalentLogin } from '../login/arbitraries/equivalent-login.js';
import { malformedLogin } from '../login/arbitraries/malformed-login.js';
import type { Mutation } from '../login/arbitraries/mutation.js';
import { plainlySpelled } from '../login/arbitraries/plain-spelling.js';
import { type EvaluationRules, loginProperty } from '../login/fuzz-property.js';
import { isAttack, isMalformed, mustBeAccepted } from '../login/oracle/expectation.js';
import type { FuzzProperty } from '../profile.js';
import type { EsignonProfileName } from './documents.js';
import { ESIGNON_REFUSALS } from './refusals.js';

/** What holds for generated logins of an eSignon profile. */
export function esignonProperties(profile: EsignonProfileName): readonly FuzzProperty<Mutation>[] {
  const rules: EvaluationRules = {
    refusals: ESIGNON_REFUSALS[profile],
    equalTreatment: 'ES-19',
    tolerances: { 'unknown members': 'ES-20', charset: 'ES-21' },
    serverErrors: 'ES-17',
    form: ['ES-02', 'ES-03', 'ES-16', 'ES-18'],
  };
  return [
    loginProperty(rules, {
      kind: 'attacks',
      generated: { clause: 'ES-26', instances: [] },
      mutations: credentialAttack,
      covers: isAttack,
      plain: plainlySpelled,
    }),
    loginProperty(rules, {
      kind: 'malformed logins',
      generated: {
        clause: 'ES-27',
        instances: ['ES-12', 'ES-13', 'ES-14', 'ES-15', 'ES-16', 'ES-17', 'LG-04'],
      },
      mutations: malformedLogin,
      covers: isMalformed,
      plain: plainlySpelled,
    }),
    loginProperty(rules, {
      kind: 'equivalent logins',
      generated: { clause: 'ES-28', instances: ['ES-19'] },
      mutations: equivalentLogin,
      covers: mustBeAccepted,
      meantToSucceed: true,
      plain: plainlySpelled,
    }),
  ];
}
