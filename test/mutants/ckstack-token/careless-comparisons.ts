import { createHash, createHmac } from 'node:crypto';
import type { CkstackStages } from '../../../src/provider/ckstack/stages.js';
import { type Call, headerOf } from '../../../src/provider/http/call.js';
import { CARELESS_COMPARISONS, type CarelessComparison } from '../support/careless-comparisons.js';
import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';

/** CK-13: user ids that a careless comparison takes for a known one. */
function ofUser({ id, wrong, email, same }: CarelessComparison): CkstackDefect[] {
  if (!email) return [];
  return [
    {
      id: `user-${id}`,
      clause: ['CK-13', 'CK-26', 'CK-32'],
      level: email,
      wrong: `A user id ${wrong}`,
      stages: ({ sameUser }) => ({
        sameUser: (given, stored) => sameUser(given, stored) || same(given, stored),
      }),
    },
  ];
}

/** CK-12: digests, likewise. */
const digest = (
  id: string,
  wrong: string,
  more: (given: string, stored: string) => boolean,
): CkstackDefect => ({
  id: `digest-${id}`,
  clause: ['CK-12', 'CK-26'],
  wrong,
  stages: ({ sameSecret }) => ({
    sameSecret: (given, stored) =>
      sameSecret(given, stored) || (/^[0-9a-f]{64}$/.test(stored) && more(given, stored)),
  }),
});

const sum = (text: string) => [...text].reduce((all, one) => all + (one.codePointAt(0) ?? 0), 0);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const DIGESTS: readonly CkstackDefect[] = [
  digest(
    'second-half',
    'Only the second half of the digest is compared.',
    (given, stored) => given.slice(32) === stored.slice(32),
  ),
  digest(
    'order-ignored',
    'Digests are compared by the sum of their digits.',
    (given, stored) => given.length === stored.length && sum(given) === sum(stored),
  ),
  digest('of-nothing', 'The digest of the empty text opens every door.', (given) => given === sha256('')),
  digest('hashed-again', 'The digest of the digest passes.', (given, stored) => given === sha256(stored)),
];

/** CK-19: signatures that were made otherwise. */
const signedAlso = (id: string, wrong: string, also: (call: Call) => string): CkstackDefect => ({
  id: `signature-${id}`,
  clause: ['CK-19'],
  wrong,
  stages: ({ checkAuthorization, signatureOf }) => ({
    checkAuthorization: (call: Call, stages: CkstackStages) => {
      try {
        checkAuthorization(call, stages);
      } catch (error) {
        const other = { ...stages, signatureOf: also };
        if (also(call) === signatureOf(call)) throw error;
        checkAuthorization(call, other);
      }
    },
  }),
});

/** The message that is signed, some of it otherwise. */
function signedWith(
  call: Call,
  { method, path, key }: { readonly method?: string; readonly path?: string; readonly key?: string },
): string {
  const message = [
    method ?? 'POST',
    path ?? call.target,
    headerOf(call, 'h-date'),
    headerOf(call, 'ck-service'),
  ];
  return createHmac('sha256', key ?? call.accounts.ckstack.secret)
    .update(message.join('\n'))
    .digest('base64');
}

const SIGNATURES: readonly CkstackDefect[] = [
  signedAlso('of-get', 'The signature of a GET passes for a POST.', (call) =>
    signedWith(call, { method: 'GET' }),
  ),
  signedAlso('with-empty-key', 'A signature with an empty key passes.', (call) =>
    signedWith(call, { key: '' }),
  ),
];

export const MUTANTS = ckstackMutants([...CARELESS_COMPARISONS.flatMap(ofUser), ...DIGESTS, ...SIGNATURES]);
