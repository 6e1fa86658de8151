import type { Level } from '../../../src/contract/clause.js';
import type { EsignonLogin } from '../../../src/provider/esignon/login.js';
import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import type { Call } from '../../../src/provider/http/call.js';
import { Refusal, type RefusalRow } from '../../../src/provider/http/refusal.js';
import { commonOf, type Defect, type Mutant } from '../mutant.js';
import type { Json } from './json.js';

export type EsignonDefect = Defect<EsignonStages>;
type EsignonProfile = 'esignon-startsimple' | 'esignon-login';
const PROFILES: readonly EsignonProfile[] = ['esignon-startsimple', 'esignon-login'];
/** Stages other than the reference's, made once a provider. */
export type EsignonChange = (reference: EsignonStages) => Partial<EsignonStages>;
type Reason = keyof EsignonStages['refusals'];

/** The mutants of a profile that has these defects, one each. */
export function esignonMutants(profile: EsignonProfile, defects: readonly EsignonDefect[]): Mutant[] {
  return defects.map((defect) => ({
    ...commonOf(defect),
    id: `${profile.replace('esignon-', '')}/${defect.id}`,
    profile,
    options: () => ({
      profiles: [profile],
      ...defect.options,
      ...(defect.stages ? { stages: { [profile]: defect.stages } } : {}),
      ...(defect.onReply ? { onReply: defect.onReply() } : {}),
    }),
  }));
}

/** Defects of a clause that each of the two profiles gets; further ones go to one of them, in turn. */
const SHARED: Readonly<Record<Level, number>> = { MUST: 3, SHOULD: 1 };

/** The mutants of both eSignon profiles: the first defects of each clause in both, the others in one of the two. */
export function bothProfiles(defects: readonly EsignonDefect[]): Mutant[] {
  const seen = new Map<string, number>();
  let turn = 0;
  const profilesOf = (defect: EsignonDefect): readonly EsignonProfile[] => {
    const { clauses, level } = commonOf(defect);
    const key = `${clauses[0]} ${level}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    if (before < SHARED[level]) return PROFILES;
    turn += 1;
    return PROFILES.slice(turn % 2, (turn % 2) + 1);
  };
  return defects.flatMap((defect) =>
    profilesOf(defect).flatMap((profile) => esignonMutants(profile, [defect])),
  );
}

/** Changes the answer to a login that succeeded. */
export function success(change: (answer: Json, call: Call) => Json): EsignonChange {
  return ({ succeed }) => ({
    succeed: (identity, call, stages) => change(succeed(identity, call, stages), call),
  });
}

/** Replaces members of the header of a success; an undefined one is left out. */
export function successHeader(members: Json): EsignonChange {
  return success((answer) => ({ ...answer, header: { ...answer.header, ...members } }));
}

/** Replaces members of the body of a success, made from those that were there. */
export function successBody(members: (body: Json, call: Call) => Json): EsignonChange {
  return success((answer, call) => ({ ...answer, body: { ...answer.body, ...members(answer.body, call) } }));
}

/** Changes the answer to a request that is refused. */
export function refusal(change: (answer: Json, row: RefusalRow, call: Call) => Json): EsignonChange {
  return ({ refuse }) => ({ refuse: (row, call) => change(refuse(row, call), row, call) });
}

/** Replaces members of the header of every refusal. */
export function refusalHeader(members: Json): EsignonChange {
  return refusal((answer) => ({ ...answer, header: { ...answer.header, ...members } }));
}

/** Replaces status, code or message of some reasons. */
export function rows(reasons: Reason | readonly Reason[], change: Partial<RefusalRow>): EsignonChange {
  return ({ refusals }) => {
    const changed = { ...refusals };
    for (const reason of [reasons].flat() as Reason[]) changed[reason] = { ...changed[reason], ...change };
    return { refusals: changed };
  };
}

/**
 * Answers some of the refused credentials by a row of their own.
 * @param row what it has other than the row of refused credentials
 */
export function refusedLogins(
  which: (login: EsignonLogin, call: Call) => boolean,
  row: Partial<RefusalRow>,
): EsignonChange {
  // A reason of another profile: eSignon has no row for it, so that this one disturbs none.
  const reason = 'service';
  return ({ authenticate, refusals }) => ({
    refusals: { ...refusals, [reason]: { ...refusals.credentials, ...row } },
    authenticate: async (login, call, stages) => {
      try {
        return await authenticate(login, call, stages);
      } catch (error) {
        const credentials = error instanceof Refusal && error.reason === 'credentials';
        throw credentials && which(login, call) ? new Refusal(reason) : error;
      }
    },
  });
}

/** Whether the company of the path exists. */
export function companyKnown(call: Call): boolean {
  return call.accounts.esignon.companies.some(({ id }) => id === call.company);
}

/** Whether somebody of the company of the path has that e-mail. */
export function emailKnown({ email }: EsignonLogin, call: Call): boolean {
  return call.accounts.esignon.companies.some(
    ({ id, members }) => id === call.company && members.some((member) => member.email === email),
  );
}

/** A login to a company that exists, as somebody it does not know. */
export function emailUnknown(login: EsignonLogin, call: Call): boolean {
  return companyKnown(call) && !emailKnown(login, call);
}
