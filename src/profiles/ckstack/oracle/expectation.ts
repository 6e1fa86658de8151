import { classifyName } from '../../login/oracle/classify-credential.js';
import {
  type CredentialFinding,
  credentialRules,
  faultsIn,
  judgeCredential,
} from '../../login/oracle/credential.js';
import type { Expectation, Open } from '../../login/oracle/expectation.js';
import type { JsonTree } from '../../login/oracle/json-tree.js';
import { loginExpectation } from '../../login/oracle/login-expectation.js';
import type { KnownMembers } from '../../login/oracle/members.js';
import { readRequestText } from '../../login/oracle/request-text.js';
import type { SentRequest } from '../../login/oracle/sent-request.js';
import type { Fault } from '../../login/refusals.js';
import { CKSTACK_REFUSALS } from '../refusals.js';
import { classifyDigest } from './classify-digest.js';
import { sentTid } from './sent-tid.js';
import { type SignedTruth, signedHeaders } from './signed-headers.js';

/** What is right at the target: all that the bytes are compared with. */
export interface CkstackTruth extends SignedTruth {
  readonly userId: string;
  /** As it is typed: what is sent is its SHA-256. */
  readonly password: string;
  readonly passwordEncoding: 'hex' | 'base64';
}

const KNOWN: KnownMembers = new Map([['', ['userId', 'password']]]);

const USER_ID = credentialRules('unknown-user', 'form of the user name');
const DIGEST = credentialRules('wrong-password', 'form of the digest');
const PLAIN: CredentialFinding = { fault: 'plain-password', open: null };

/**
 * Which outcomes the contract allows for a request to the ckstack endpoint, by path, headers and bytes that are sent.
 * @param text its body, where that was read already
 */
export function ckstackExpectation(
  sent: SentRequest,
  truth: CkstackTruth,
  text = readRequestText(sent.body),
): Expectation {
  const { faults, open } = signedHeaders(sent, truth);
  return loginExpectation(sent, text, {
    refusals: CKSTACK_REFUSALS,
    known: KNOWN,
    bodyFaults: (tree, left) => bodyFaults(tree, truth, left),
    around: { faults, open: sentTid(sent).kind === 'open' ? [...open, 'form of the tid'] : open },
  });
}

function bodyFaults(tree: JsonTree, truth: CkstackTruth, open: Set<Open>): readonly Fault[] {
  if (tree.kind !== 'object') return ['top-level-not-object'];
  const password = tree.members.get('password')?.[0];
  const classify = (given: string) => {
    const found = classifyDigest(given, truth.password, truth.passwordEncoding);
    return found === 'plain' ? 'odd' : found;
  };
  const found = [
    judgeCredential(tree.members.get('userId')?.[0], (given) => classifyName(given, truth.userId), USER_ID),
    isPlain(password, truth) ? PLAIN : judgeCredential(password, classify, DIGEST),
  ];
  return faultsIn(found, open);
}

function isPlain(tree: JsonTree | undefined, truth: CkstackTruth): boolean {
  return tree?.kind === 'value' && tree.value === truth.password;
}
