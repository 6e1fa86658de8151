import type { Call } from '../http/call.js';
import type { RefusalRow } from '../http/refusal.js';
import type { EsignonIdentity } from './authenticate.js';
import type { EsignonStages } from './stages.js';

/** An eSignon answer before it is serialised. The values are loosely typed, so that a variant can answer differently. */
export interface EsignonAnswer {
  readonly header: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}

const RESPONSE_CODE = '1001A';
const SUCCESS_CODE = '00';
const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;
const KOREA_AND_JAPAN_OFFSET_MS = 9 * 60 * 60 * 1000;

/** The answer to a login that succeeded (ES-01 to ES-08). */
export function succeed(identity: EsignonIdentity, call: Call, stages: EsignonStages): EsignonAnswer {
  return {
    header: header(SUCCESS_CODE, stages.successMessage),
    body: {
      access_token: stages.newToken(),
      comp_id: identity.companyId,
      device_id: '',
      expire_date: stages.expireDate(call.now),
      memb_email: identity.email,
    },
  };
}

/** The answer to a request that is refused (ES-16). The body is empty: nothing of the request comes back. */
export function refuse(row: RefusalRow): EsignonAnswer {
  return { header: header(row.code, row.message), body: {} };
}

/**
 * When a token issued now ends: 30 days on (SS-01), ISO 8601 to the second in the documents' own time zone.
 * @example expireDate(new Date('2026-01-01T00:00:00Z')) // '2026-01-31T09:00:00+09:00'
 */
export function expireDate(now: Date): string {
  const local = new Date(now.getTime() + LIFETIME_MS + KOREA_AND_JAPAN_OFFSET_MS);
  return `${local.toISOString().slice(0, 19)}+09:00`;
}

function header(code: string, message: string): EsignonAnswer['header'] {
  return { response_code: RESPONSE_CODE, result_code: code, result_msg: message, session_id: '' };
}
