import { NotChecked } from '../errors/not-checked.js';
import type { OutgoingRequest } from '../http/exchange.js';
import { isPage } from '../http/page.js';
import { describeStatus } from '../http/status.js';
import type { EvaluatedExchange } from '../profiles/profile.js';
import type { Probed } from './find-profiles.js';
import type { TargetSession } from './target-session.js';
import type { OpenProfile } from './test-users.js';

/** Statuses of a path, or a method, that is not there. */
const ABSENT = [404, 405, 410, 501];
/** Statuses of gateways and others that let nobody through. */
const BARRED = [401, 403, 407];

/**
 * Finds out whether the target serves a profile: by a good login where the fixtures allow one, else by how the login of
 * a stranger is answered, compared with the same on a path that does not exist.
 *
 * @param onGoodLogin gets the answer to the good login, the first request that the target receives
 * @throws {NotChecked} when the target cannot be reached, or answers nothing
 */
export async function probe(
  { profile: { name }, run }: OpenProfile,
  session: TargetSession,
  onGoodLogin: (evaluated: EvaluatedExchange) => void = () => {},
): Promise<Probed> {
  const request = await goodLoginOf(run);
  const good = request ? await session.send(request) : null;
  if (good) onGoodLogin(good);
  const seen = { name, ...(good ? { good } : {}) };
  if (good?.isAccepted) return { ...seen, served: true, how: 'accepts the login of the fixtures' };
  const [stranger, nowhere] = await Promise.all([
    run.strangersLogin('endpoint').then((sent) => session.send(sent)),
    run.strangersLogin('nowhere').then((sent) => session.send(sent)),
  ]);
  if ([good, stranger, nowhere].every((evaluated) => !evaluated?.exchange.answer)) {
    throw new NotChecked('unanswered', `the target gives no answer: ${stranger.exchange.failure?.message}`);
  }
  const answers = good ? [good, stranger] : [stranger];
  const found = { ...seen, ...(answers.every(isGate) ? { gate: fingerprint(stranger) } : {}) };
  for (const evaluated of answers) {
    if (evaluated.isAccepted || evaluated.judgesCredentials)
      return { ...found, served: true, how: `answers logins (${fingerprint(evaluated)})` };
    if (fingerprint(evaluated) !== fingerprint(nowhere) && !isAbsent(evaluated, nowhere)) {
      const how = `answers otherwise (${fingerprint(evaluated)}) than a path that does not exist (${fingerprint(nowhere)})`;
      return { ...found, served: true, how };
    }
  }
  const how = `answers like a path that does not exist (${fingerprint(stranger)})`;
  return { ...found, served: false, how };
}

/** Whether an answer may be that of something before the target: a gateway, an allow-list, a page on maintenance. */
function isGate({ exchange: { answer }, code }: EvaluatedExchange): boolean {
  if (!answer || code !== null || ABSENT.includes(answer.status)) return false;
  return BARRED.includes(answer.status) || answer.status >= 500 || isPage(answer);
}

/** An endpoint that hangs or breaks off is there, where a path that does not exist is answered. */
function isAbsent({ exchange, code }: EvaluatedExchange, nowhere: EvaluatedExchange): boolean {
  if (code !== null) return false;
  return exchange.answer ? ABSENT.includes(exchange.answer.status) : !nowhere.exchange.answer;
}

/** What two answers must have in common to count as the same. */
function fingerprint({ exchange, code }: EvaluatedExchange): string {
  const status = describeStatus(exchange);
  return code === null ? status : `${status}, code ${JSON.stringify(code).slice(0, 40)}`;
}

/** The plain login of the first user; `undefined`: the fixtures give none. */
export async function goodLoginOf(run: OpenProfile['run']): Promise<OutgoingRequest | undefined> {
  try {
    return await run.users('probe')[0]?.plain();
  } catch (error) {
    if (!(error instanceof NotChecked)) throw error;
    return undefined;
  }
}
