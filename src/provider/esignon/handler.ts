import { readDocument } from '../http/body-stages.js';
import { type ProfileHandler, profileHandler } from '../http/profile-handler.js';
import { rowOf } from '../http/refusal.js';
import { JSON_HEADERS, type Reply } from '../http/reply.js';
import type { EsignonAnswer } from './answer.js';
import type { EsignonStages } from './stages.js';

/** Puts the stages of an eSignon profile together. */
export function esignonHandler(stages: EsignonStages): ProfileHandler {
  const reply = (status: number, answer: EsignonAnswer): Reply => ({
    status,
    headers: JSON_HEADERS,
    body: stages.serialise(answer),
  });
  return profileHandler(
    async (call) => {
      const login = stages.readLogin(readDocument(call, stages), call);
      const identity = await stages.authenticate(login, call, stages);
      return reply(200, stages.succeed(identity, call, stages));
    },
    (refusal, call) => {
      const row = rowOf(stages.refusals, refusal);
      return reply(row.status, stages.refuse(row, call));
    },
  );
}
