import { readDocument } from '../http/body-stages.js';
import { type ProfileHandler, profileHandler } from '../http/profile-handler.js';
import { rowOf } from '../http/refusal.js';
import { JSON_HEADERS } from '../http/reply.js';
import type { CkstackStages } from './stages.js';

/** Puts the stages of the ckstack profile together. */
export function ckstackHandler(stages: CkstackStages): ProfileHandler {
  return profileHandler(
    async (call) => {
      stages.checkDate(call, stages);
      stages.checkService(call, stages);
      stages.checkAuthorization(call, stages);
      const login = stages.readLogin(readDocument(call, stages), call);
      const account = await stages.authenticate(login, call, stages);
      const body = stages.serialise(stages.succeed(account, call, stages));
      return { status: 200, headers: JSON_HEADERS, body };
    },
    (refusal, call) => {
      const row = rowOf(stages.refusals, refusal);
      // RFC 9110, 15.5.2: a 401 names the scheme that it wants.
      const headers = row.status === 401 ? { ...JSON_HEADERS, 'www-authenticate': 'Open' } : JSON_HEADERS;
      return { status: row.status, headers, body: stages.serialise(stages.refuse(row, call, stages)) };
    },
  );
}
