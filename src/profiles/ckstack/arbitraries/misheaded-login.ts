import fc, { type Arbitrary } from 'fast-check';
import { PLAIN_HEADERS } from '../../login/arbitraries/header-style.js';
import { writeJson } from '../../login/arbitraries/json-writer.js';
import { sometimes } from '../../login/arbitraries/pick.js';
import type { CkstackMutation } from './ckstack-mutation.js';
import { signedHeaderFault } from './signed-header.js';
import { oddTransactionId } from './transaction-id.js';

/**
 * ckstack logins with faults in their signed headers, some with a transaction id that no clause is about (CK-19,
 * CK-23, CK-29).
 */
export const misheadedLogin: Arbitrary<CkstackMutation> = fc
  .record({ signed: signedHeaderFault, tid: sometimes(12, oddTransactionId) })
  .map(({ signed, tid }) => ({
    stranger: false,
    headers: PLAIN_HEADERS,
    signed,
    tid,
    body: ({ document }) => ({ words: [], bytes: Buffer.from(writeJson(document)) }),
  }));
