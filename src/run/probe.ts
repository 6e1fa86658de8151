import { type ProfileName, profileOf } from '../contract/profile.js';
import type { OutgoingRequest } from '../exchange/exchange.js';
import { plainDraft, signDraft } from '../requests/ckstack/login.js';
import { plainLogin } from '../requests/esignon/login.js';
import type { Judged } from '../verify/judged.js';
import { showStatus } from '../verify/show.js';
import type { ProfileVerdict } from '../verify/verdict.js';
import type { CallerSources, Callers } from './callers.js';
import type { Courier } from './courier.js';
import { NotChecked } from './not-checked.js';

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
  courier: Courier,
  callers: Callers,
  sources: CallerSources,
  onGoodLogin: (judged: Judged) => void = () => {},
): Promise<ProfileVerdict> {
  const good = await goodLogin(profile, courier, callers);
  if (good) onGoodLogin(good);
  if (good?.isAccepted) return { name: profile, served: true, how: 'accepts the login of the fixtures' };
  const [stranger, nowhere] = await Promise.all([
    strangersLogin(profile, sources, pathOf(profile, sources)).then((request) => courier.send(request)),
    strangersLogin(profile, sources, absentPathOf(profile, sources)).then((request) => courier.send(request)),
  ]);
  if ([good, stranger, nowhere].every((judged) => !judged?.exchange.answer)) {
    throw new NotChecked('unanswered', `the target gives no answer: ${stranger.exchange.failure?.message}`);
  }
  for (const judged of good ? [good, stranger] : [stranger]) {
    if (answersCredentials(judged))
      return { name: profile, served: true, how: `answers logins (${portrait(judged)})` };
    if (portrait(judged) !== portrait(nowhere) && !isAbsent(judged, nowhere)) {
      const how = `answers otherwise (${portrait(judged)}) than a path that does not exist (${portrait(nowhere)})`;
      return { name: profile, served: true, how };
    }
  }
  return {
    name: profile,
    served: false,
    how: `answers like a path that does not exist (${portrait(stranger)})`,
  };
}

/** Nobody's login is refused as such by whoever looks at credentials at all. */
function answersCredentials({ isAccepted, esignon }: Judged): boolean {
  return isAccepted || (esignon !== undefined && ['10', '95'].includes(esignon.code ?? ''));
}

/** An endpoint that hangs or breaks off is there, where a path that does not exist is answered. */
function isAbsent({ exchange, esignon, ckstack }: Judged, nowhere: Judged): boolean {
  if (esignon?.code || ckstack?.refused) return false;
  return exchange.answer ? ABSENT.includes(exchange.answer.status) : !nowhere.exchange.answer;
}

/** What two answers must share to be taken for the same. */
function portrait({ exchange, esignon, ckstack }: Judged): string {
  const code = esignon?.code ?? (ckstack?.refused ? String(ckstack.error) : null);
  return code === null
    ? showStatus(exchange)
    : `${showStatus(exchange)}, code ${JSON.stringify(code).slice(0, 40)}`;
}

async function goodLogin(profile: ProfileName, courier: Courier, callers: Callers): Promise<Judged | null> {
  let request: OutgoingRequest | undefined;
  try {
    request = await callers.all(profile, 'probe')[0]?.plain();
  } catch (error) {
    // No fixtures for it: then by a stranger's login.
    if (!(error instanceof NotChecked)) throw error;
  }
  return request ? courier.send(request) : null;
}

/** A well-formed login of somebody who does not exist. */
async function strangersLogin(
  profile: ProfileName,
  { fixtures, nonce, pathPrefix }: CallerSources,
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

function pathOf(profile: ProfileName, { fixtures }: CallerSources): string {
  const own = profile === 'ckstack-token' ? fixtures.ckstack?.path : fixtures.esignon?.paths?.[profile];
  return own ?? profileOf(profile).defaultPath;
}

/** A neighbour of the endpoint that nobody can have thought of. */
function absentPathOf(profile: ProfileName, sources: CallerSources): string {
  return pathOf(profile, sources).replace(/[^/]*$/, `no-such-operation-${sources.nonce}`);
}
