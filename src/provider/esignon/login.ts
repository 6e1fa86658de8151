import { isObject } from '../../text/json-members.js';
import { textMember } from '../http/body-stages.js';
import { Refusal } from '../http/refusal.js';

/** What a well-formed eSignon request asks with. */
export interface EsignonLogin {
  readonly email: string;
  readonly password: string;
  /** `comp_id` and `client_id` of the body: startsimple requires them, login ignores them. */
  readonly companyId?: string;
  readonly clientId?: string;
}

const REQUEST_CODE = '1001Q';

/**
 * Reads the envelope of the login profile; unknown members are ignored (ES-20).
 * @param document the request's JSON value
 * @throws {Refusal} `body` (ES-13), `header` (ES-15), `member` (ES-14)
 */
export function readLogin(document: unknown): EsignonLogin {
  const body = openEnvelope(document);
  return { email: textMember(body, 'memb_email'), password: textMember(body, 'memb_pwd') };
}

/**
 * As `readLogin`, and `comp_id` and `client_id` must be there (SS-05).
 * @throws {Refusal} `body`, `header`, `member`
 */
export function readStartsimpleLogin(document: unknown): EsignonLogin {
  const body = openEnvelope(document);
  return {
    ...readLogin(document),
    companyId: textMember(body, 'comp_id'),
    clientId: textMember(body, 'client_id'),
  };
}

// A top level that is not an object has no readable body: result code 12, as when the body itself is wrong.
function openEnvelope(document: unknown): Record<string, unknown> {
  if (!isObject(document) || !isObject(document.body)) throw new Refusal('body');
  if (!isObject(document.header) || document.header.request_code !== REQUEST_CODE) {
    throw new Refusal('header');
  }
  return document.body;
}
