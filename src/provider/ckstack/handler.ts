import { readDocument } from '../http/body-stages.js';
import type { Call } from '../http/call.js';
import type { ProfileHandler } from '../http/profile-handler.js';
import { Refusal, rowOf } from '../http/refusal.js';
import { JSON_HEADERS, type Reply } from '../http/reply.js';
import type { CkstackStages } from './stages.js';

/** Puts the stages of the ckstack profile together. */
export function ckstackHandler(stages: CkstackStages): ProfileHandler {
  return {
    async answer(call: Call): Promise<Reply> {
      try {
        stages.checkDate(call, stages);
        stages.checkService(call, stages);
        stages.checkAuthorization(call, stages);
        const login = stages.readLogin(readDocument(call, stages), call);
        const account = await stages.authenticate(login, call, stages);
        const body = stages.serialise(stages.succeed(account, call, stages));
        return { status: 200, headers: JSON_HEADERS, body };
      } catch (error) {
        if (error instanceof Refusal) return refuse(error, call);
        throw error;
      }
    },
    refuse,
  };

  function refuse(refusal: Refusal, call: Call): Reply {
    const row = rowOf(stages.refusals, refusal);
    // RFC 9110, 15.5.2: a 401 names the scheme that it wants.
    const headers = row.status === 401 ? { ...JSON_HEADERS, 'www-authenticate': 'Open' } : JSON_HEADERS;
    return { status: row.status, headers, body: stages.serialise(stages.refuse(row, call, stages)) };
  }
}
