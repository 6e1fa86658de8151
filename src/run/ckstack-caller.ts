import type { CkstackDraft, CkstackLogin, Signer } from '../requests/ckstack/login.js';
import { plainDraft, signDraft } from '../requests/ckstack/login.js';
import { CKSTACK_VARIATIONS } from '../requests/ckstack/variations.js';
import { isNotApplicable } from '../requests/variation.js';
import type { Caller } from './caller.js';

/** What a ckstack caller needs beside its credentials. */
export interface CkstackSetting {
  readonly signer: Signer;
  /** Path of the target's base URL. */
  readonly pathPrefix: string;
  /** Beginning of every transaction id of this caller: its scenario's own. */
  readonly tidPrefix: string;
}

/** A user of the ckstack service: each of its logins has a transaction id of its own. */
export function ckstackCaller(
  fixture: string,
  credentials: Omit<CkstackLogin, 'tid' | 'now'>,
  { signer, pathPrefix, tidPrefix }: CkstackSetting,
): Caller {
  let logins = 0;
  const next = (): CkstackLogin => ({ ...credentials, tid: `${tidPrefix}-${++logins}`, now: new Date() });
  const sign = (draft: CkstackDraft) => signDraft(draft, signer, pathPrefix);
  return {
    profile: 'ckstack-token',
    fixture,
    canLogIn: true,
    plain: async () => sign(plainDraft(next())),
    vary: async (phrase) => {
      const variation = CKSTACK_VARIATIONS.get(phrase);
      if (!variation) throw new Error(`no ckstack login is known as «${phrase}»`);
      const draft = variation.build(next());
      return isNotApplicable(draft) ? draft : sign(draft);
    },
  };
}
