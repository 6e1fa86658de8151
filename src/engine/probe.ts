import { NotChecked } from '../errors/not-checked.js';
import type { OutgoingRequest } from '../http/exchange.js';
import { type ProfileName, profileOf } from '../profiles/built-in.js';
import { plainDraft, signDraft } from '../profiles/ckstack/requests/login.js';
import { plainLogin } from '../profiles/esignon/requests/login.js';
import type { EvaluatedExchange } from '../profiles/login/evaluated-exchange.js';
import { showStatus } from '../profiles/login/show.js';
import type { ProfileVerdict } from '../verdict/verdict.js';
import type { TargetSession } from './target-session.js';
import type { TestUserSources, TestUsers } from './test-users.js';

/** Statuses of a path, or a method, that is not there. */
const ABSENT = [404, 405, 410, 501];

/**
 * Finds out whether the target serves a profile: by a good login where the fixtures allow one, else by how a
 * login of nobody's is answered, compared with the same on a path that does not exist.
 *
 * @param onGoodLogin gets the answer to the good login, which is the first that the target is asked
 * @throws {NotChecked} when the target cannot be reached, or answers nothing
 */
export async function probe(
  profile: ProfileName,
  session: TargetSession,
  testUsers: TestUsers,
  sources: TestUserSources,
  onGoodLogin: (evaluated: EvaluatedExchange) => void = () => {},
): Promise<ProfileVerdict> {
  const good = await goodLogin(profile, session, testUsers);
  if (good) onGoodLogin(good);
  if (good?.isAccepted) return { name: profile, served: true, how: 'accepts the login of the fixtures' };
  const [stranger, nowhere] = await Promise.all([
    strangersLogin(profile, sources, pathOf(profile, sources)).then((request) => session.send(request)),
    strangersLogin(profile, sources, absentPathOf(profile, sources)).then((request) => session.send(request)),
  ]);
  if ([good, stranger, nowhere].every((evaluated) => !evaluated?.exchange.answer)) {
    throw new NotChecked('unanswered', `the target gives no answer: ${stranger.exchange.failure?.message}`);
  }
  for (const evaluated of good ? [good, stranger] : [stranger]) {
    if (answersCredentials(evaluated))
      return { name: profile, served: true, how: `answers logins (${fingerprint(evaluated)})` };
    if (fingerprint(evaluated) !== fingerprint(nowhere) && !isAbsent(evaluated, nowhere)) {
      const how = `answers otherwise (${fingerprint(evaluated)}) than a path that does not exist (${fingerprint(nowhere)})`;
      return { name: profile, served: true, how };
    }
  }
  return {
    name: profile,
    served: false,
    how: `answers like a path that does not exist (${fingerprint(stranger)})`,
  };
}

/** Nobody's login is refused as such by whoever looks at credentials at all. */
function answersCredentials({ isAccepted, esignon }: EvaluatedExchange): boolean {
  return isAccepted || (esignon !== undefined && ['10', '95'].includes(esignon.code ?? ''));
}

/** An endpoint that hangs or breaks off is there, where a path that does not exist is answered. */
function isAbsent({ exchange, esignon, ckstack }: EvaluatedExchange, nowhere: EvaluatedExchange): boolean {
  if (esignon?.code || ckstack?.refused) return false;
  return exchange.answer ? ABSENT.includes(exchange.answer.status) : !nowhere.exchange.answer;
}

/** What two answers must share to be taken for the same. */
function fingerprint({ exchange, esignon, ckstack }: EvaluatedExchange): string {
  const code = esignon?.code ?? (ckstack?.refused ? String(ckstack.error) : null);
  return code === null
    ? showStatus(exchange)
    : `${showStatus(exchange)}, code ${JSON.stringify(code).slice(0, 40)}`;
}

async function goodLogin(
  profile: ProfileName,
  session: TargetSession,
  testUsers: TestUsers,
): Promise<EvaluatedExchange | null> {
  let request: OutgoingRequest | undefined;
  try {
    request = await testUsers.all(profile, 'probe')[0]?.plain();
  } catch (error) {
    // No fixtures for it: then by a stranger's login.
    if (!(error instanceof NotChecked)) throw error;
  }
  return request ? session.send(request) : null;
}

/** A well-formed login of somebody who does not exist. */
async function strangersLogin(
  profile: ProfileName,
  { fixtures, nonce, pathPrefix }: TestUserSources,
  path: string,
): Promise<OutgoingRequest> {
  const password = `Nobody-${nonce}-1`;
  if (profile !== 'ckstack-token') {
    return plainStranger(
      plainLogin(
        {
          profile,
          path,
          company: fixtures.esignon?.company ?? `nowhere-${nonce}`,
          email: `nobody-${nonce}@example.com`,
          password,
          clientId: fixtures.esignon?.clientId ?? 'token-assay',
          nonce,
        },
        'is the profile served?',
      ),
    );
  }
  const login = {
    path,
    apiKey: fixtures.ckstack?.apiKey ?? 'token-assay',
    service: fixtures.ckstack?.service ?? 'token-assay',
    userId: `nobody-${nonce}@example.com`,
    password,
    passwordEncoding: 'hex' as const,
    tid: `probe-${nonce}`,
    nonce,
    now: new Date(),
  };
  return plainStranger(
    await signDraft(plainDraft(login, 'is the profile served?'), async () => 'unsigned', pathPrefix),
  );
}

function plainStranger({ facts: _, ...request }: OutgoingRequest): OutgoingRequest {
  return request;
}

function pathOf(profile: ProfileName, { fixtures }: TestUserSources): string {
  const own = profile === 'ckstack-token' ? fixtures.ckstack?.path : fixtures.esignon?.paths?.[profile];
  return own ?? profileOf(profile).defaultPath;
}

/** A neighbour of the endpoint that nobody can have thought of. */
function absentPathOf(profile: ProfileName, sources: TestUserSources): string {
  return pathOf(profile, sources).replace(/[^/]*$/, `no-such-operation-${sources.nonce}`);
}
