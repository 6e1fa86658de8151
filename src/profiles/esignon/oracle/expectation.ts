import { classifyName, classifyPassword } from '../../login/oracle/classify-credential.js';
import { type CredentialRules, judgeCredential, RIGHT } from '../../login/oracle/credential.js';
import { type Expectation, expectationOf, type Open } from '../../login/oracle/expectation.js';
import { mediaTypeOpen, sizeOpen } from '../../login/oracle/http-open.js';
import type { JsonTree } from '../../login/oracle/json-tree.js';
import { knownMembers, readingsOf, textAt, unknownMembersOpen } from '../../login/oracle/members.js';
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

const EMAIL: CredentialRules = {
  same: RIGHT,
  form: { fault: null, open: 'form of the user name' },
  ordinary: { fault: 'unknown-user', open: null },
  odd: { fault: 'unknown-user', open: 'odd credentials' },
};

const PASSWORD: CredentialRules = {
  same: RIGHT,
  form: { fault: null, open: 'form of the password' },
  ordinary: { fault: 'wrong-password', open: null },
  odd: { fault: 'wrong-password', open: 'odd credentials' },
};

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
  const around: Open[] = [...mediaTypeOpen(sent), ...sizeOpen(sent)];
  if (text === null) return expectationOf(ESIGNON_REFUSALS[profile], [['not-json']], around);
  const open = new Set<Open>([...around, ...text.open, ...unknownMembersOpen(text.tree, KNOWN[profile])]);
  const commas: readonly Fault[] = text.trailingCommas ? ['trailing-commas'] : [];
  const trees = text.duplicates ? readingsOf(text.tree, KNOWN[profile]) : [text.tree];
  const readings = trees.map((tree) => [...commas, ...faultsOf(tree, truth, open)]);
  return expectationOf(ESIGNON_REFUSALS[profile], readings, open);
}

function faultsOf(tree: JsonTree, truth: EsignonTruth, open: Set<Open>): Fault[] {
  if (tree.kind !== 'object') return ['top-level-not-object'];
  const header = tree.members.get('header')?.[0];
  const body = tree.members.get('body')?.[0];
  const faults: Fault[] = [];
  if (textAt(header, 'request_code') !== '1001Q') faults.push('header-wrong');
  if (body?.kind !== 'object') return [...faults, 'body-not-object'];
  const found = [
    judgeCredential(body.members.get('memb_email')?.[0], (given) => classifyName(given, truth.email), EMAIL),
    judgeCredential(
      body.members.get('memb_pwd')?.[0],
      (given) => classifyPassword(given, truth.password),
      PASSWORD,
    ),
  ];
  for (const one of found) {
    if (one.fault !== null && !faults.includes(one.fault)) faults.push(one.fault);
    if (one.open !== null) open.add(one.open);
  }
  if (truth.profile === 'esignon-startsimple') {
    faults.push(...identifierFaults(body, truth));
    for (const [name, value] of Object.entries(truth.optional))
      if (textAt(header, name) !== value) open.add('optional members');
  }
  return faults;
}

/** Faults in `comp_id` and `client_id` of the body, which SHOULD clauses speak of (SS-03 to SS-05). */
function identifierFaults(body: JsonTree, { company, clientId }: EsignonTruth): Fault[] {
  const [sentCompany, sentClient] = [textAt(body, 'comp_id'), textAt(body, 'client_id')];
  const faults: Fault[] = [];
  if (!sentCompany || !sentClient) faults.push('identifier-missing');
  if (sentCompany && sentCompany !== company) faults.push('company-contradicts');
  if (sentClient && sentClient !== clientId) faults.push('unknown-client');
  return faults;
}
