import { classifyName } from '../../login/oracle/classify-credential.js';
import {
  type CredentialFinding,
  type CredentialRules,
  judgeCredential,
  RIGHT,
} from '../../login/oracle/credential.js';
import { type Expectation, expectationOf, type Open } from '../../login/oracle/expectation.js';
import { mediaTypeOpen, sizeOpen } from '../../login/oracle/http-open.js';
import type { JsonTree } from '../../login/oracle/json-tree.js';
import { type KnownMembers, readingsOf, unknownMembersOpen } from '../../login/oracle/members.js';
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

const USER_ID: CredentialRules = {
  same: RIGHT,
  form: { fault: null, open: 'form of the user name' },
  ordinary: { fault: 'unknown-user', open: null },
  odd: { fault: 'unknown-user', open: 'odd credentials' },
};

const DIGEST: CredentialRules = {
  same: RIGHT,
  form: { fault: null, open: 'form of the digest' },
  ordinary: { fault: 'wrong-password', open: null },
  odd: { fault: 'wrong-password', open: 'odd credentials' },
};

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
  const headers = signedHeaders(sent, truth);
  const open = new Set<Open>([...mediaTypeOpen(sent), ...sizeOpen(sent), ...headers.open]);
  if (sentTid(sent).kind === 'open') open.add('form of the tid');
  if (text === null) return expectationOf(CKSTACK_REFUSALS, [['not-json', ...headers.faults]], open);
  for (const one of [...text.open, ...unknownMembersOpen(text.tree, KNOWN)]) open.add(one);
  const commas: readonly Fault[] = text.trailingCommas ? ['trailing-commas'] : [];
  const trees = text.duplicates ? readingsOf(text.tree, KNOWN) : [text.tree];
  const readings = trees.map((tree) => [...commas, ...bodyFaults(tree, truth, open), ...headers.faults]);
  return expectationOf(CKSTACK_REFUSALS, readings, open);
}

function bodyFaults(tree: JsonTree, truth: CkstackTruth, open: Set<Open>): readonly Fault[] {
  if (tree.kind !== 'object') return ['top-level-not-object'];
  const password = tree.members.get('password')?.[0];
  const found = [
    judgeCredential(tree.members.get('userId')?.[0], (given) => classifyName(given, truth.userId), USER_ID),
    isPlain(password, truth)
      ? PLAIN
      : judgeCredential(
          password,
          (given) => {
            const found = classifyDigest(given, truth.password, truth.passwordEncoding);
            return found === 'plain' ? 'odd' : found;
          },
          DIGEST,
        ),
  ];
  for (const one of found) if (one.open !== null) open.add(one.open);
  return [...new Set(found.flatMap(({ fault }) => (fault === null ? [] : [fault])))];
}

function isPlain(tree: JsonTree | undefined, truth: CkstackTruth): boolean {
  return tree?.kind === 'value' && tree.value === truth.password;
}
