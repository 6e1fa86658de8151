import { readDocument } from '../http/body-stages.js';
import type { Call } from '../http/call.js';
import type { ProfileHandler } from '../http/profile-handler.js';
import { Refusal, rowOf } from '../http/refusal.js';
import { JSON_HEADERS, type Reply } from '../http/reply.js';
import type { EsignonAnswer } from './answer.js';
import type { EsignonStages } from './stages.js';

/** Puts the stages of an eSignon profile together. */
export function esignonHandler(stages: EsignonStages): ProfileHandler {
  return {
    async answer(call: Call): Promise<Reply> {
      try {
        const login = stages.readLogin(readDocument(call, stages), call);
        const identity = await stages.authenticate(login, call, stages);
        return reply(200, stages.succeed(identity, call, stages));
      } catch (error) {
        if (error instanceof Refusal) return refuse(error, call);
        throw error;
      }
    },
    refuse,
  };

  function refuse(refusal: Refusal, call: Call): Reply {
    const row = rowOf(stages.refusals, refusal);
    return reply(row.status, stages.refuse(row, call));
  }

  function reply(status: number, answer: EsignonAnswer): Reply {
    return { status, headers: JSON_HEADERS, body: stages.serialise(answer) };
  }
}
