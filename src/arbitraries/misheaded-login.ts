import fc, { type Arbitrary } from 'fast-check';
import { PLAIN_HEADERS } from './header-style.js';
import { writeJson } from './json-writer.js';
import { sometimes } from './pick.js';
import type { Recipe } from './recipe.js';
import { signedHeaderFault } from './signed-header.js';
import { oddTransactionId } from './transaction-id.js';

/** ckstack logins with faults in their signed headers, some with a transaction id that is none (CK-19, CK-23, CK-29). */
export const misheadedLogin: Arbitrary<Recipe> = fc
  .record({ signed: signedHeaderFault, tid: sometimes(12, oddTransactionId) })
  .map(({ signed, tid }) => ({
    stranger: false,
    headers: PLAIN_HEADERS,
    signed,
    tid,
    body: ({ document }) => ({ words: [], bytes: Buffer.from(writeJson(document)) }),
  }));
