import type { EsignonTruth } from './oracle/expectation.js';
import { type EsignonLogin, envelopeOf } from './requests/login.js';

/** What is right at the target of a login, for the oracle. */
export function truthOf(login: EsignonLogin): EsignonTruth {
  const { request_msg, session_id } = envelopeOf(login).header;
  return { ...login, optional: login.profile === 'esignon-startsimple' ? { request_msg, session_id } : {} };
}

/** The texts of a plain login. */
export function ownTexts({ company, email, password, clientId }: EsignonLogin): readonly string[] {
  return [company, email, password, ...(clientId === undefined ? [] : [clientId])];
}
