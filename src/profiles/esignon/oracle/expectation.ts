import { classifyName, classifyPassword } from '../../login/oracle/classify-credential.js';
import { credentialRules, faultsIn, judgeCredential } from '../../login/oracle/credential.js';
import type { Expectation, Open } from '../../login/oracle/expectation.js';
import type { JsonTree } from '../../login/oracle/json-tree.js';
import { loginExpectation } from '../../login/oracle/login-expectation.js';
import { knownMembers, textAt } from '../../login/oracle/members.js';
import { readRequestText } from '../../login/oracle/request-text.js';
import type { SentRequest } from '../../login/oracle/sent-request.js';
import type { Fault } from '../../login/refusals.js';
import type { EsignonProfileName } from '../documents.js';
import { ESIGNON_REFUSALS } from '../refusals.js';

/** What is right at the target: all that the bytes are compared with. */
export interface EsignonTruth {
  readonly profile: EsignonProfileName;
  readonly company: string;
  readonly email: string;
  readonly password: string;
  readonly clientId: string | undefined;
  /** `request_msg` and `session_id` as the document has them: others are left open. */
  readonly optional: Readonly<Record<string, unknown>>;
}

const EMAIL = credentialRules('unknown-user', 'form of the user name');
const PASSWORD = credentialRules('wrong-password', 'form of the password');

/** Names of the documents' requests. */
const KNOWN = {
  'esignon-startsimple': knownMembers({
    header: ['request_code', 'request_msg', 'session_id'],
    body: ['comp_id', 'memb_email', 'memb_pwd', 'client_id'],
  }),
  'esignon-login': knownMembers({ header: ['request_code'], body: ['memb_email', 'memb_pwd'] }),
};

/**
 * Which outcomes the contract allows for a request to an eSignon endpoint, by the bytes that are sent.
 * @param sent the company of its path is the right one
 * @param text its body, where that was read already
 */
export function esignonExpectation(
  sent: SentRequest,
  truth: EsignonTruth,
  text = readRequestText(sent.body),
): Expectation {
  const { profile } = truth;
  return loginExpectation(sent, text, {
    refusals: ESIGNON_REFUSALS[profile],
    known: KNOWN[profile],
    bodyFaults: (tree, open) => faultsOf(tree, truth, open),
    around: { faults: [], open: [] },
  });
}

function faultsOf(tree: JsonTree, truth: EsignonTruth, open: Set<Open>): readonly Fault[] {
  if (tree.kind !== 'object') return ['top-level-not-object'];
  const header = tree.members.get('header')?.[0];
  const body = tree.members.get('body')?.[0];
  const faults: Fault[] = textAt(header, 'request_code') === '1001Q' ? [] : ['header-wrong'];
  if (body?.kind === 'array') return [...faults, 'body-is-array'];
  if (body?.kind !== 'object') return [...faults, 'body-not-object'];
  const email = (given: string) => classifyName(given, truth.email);
  const password = (given: string) => classifyPassword(given, truth.password);
  const found = [
    judgeCredential(body.members.get('memb_email')?.[0], email, EMAIL),
    judgeCredential(body.members.get('memb_pwd')?.[0], password, PASSWORD),
  ];
  faults.push(...faultsIn(found, open));
  if (truth.profile === 'esignon-login') return faults;
  const differs = Object.entries(truth.optional).some(([name, value]) => textAt(header, name) !== value);
  // A header that is wrong is refused anyway, whatever else it lacks.
  if (differs && !faults.includes('header-wrong')) open.add('optional members');
  return [...faults, ...identifierFaults(body, truth)];
}

/** Faults in `comp_id` and `client_id` of the body, which SHOULD clauses are about (SS-03 to SS-05). */
function identifierFaults(body: JsonTree, { company, clientId }: EsignonTruth): Fault[] {
  const [sentCompany, sentClient] = [textAt(body, 'comp_id'), textAt(body, 'client_id')];
  const faults: Fault[] = [];
  if (!sentCompany || !sentClient) faults.push('identifier-missing');
  if (sentCompany && sentCompany !== company) faults.push('company-contradicts');
  if (sentClient && sentClient !== clientId) faults.push('unknown-client');
  return faults;
}
