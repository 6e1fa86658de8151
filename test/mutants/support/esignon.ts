import type { EsignonLogin } from '../../../src/provider/esignon/login.js';
import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import type { Call } from '../../../src/provider/http/call.js';
import { Refusal, type RefusalRow } from '../../../src/provider/http/refusal.js';
import type { Level } from '../../../src/verdict/clause.js';
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

/** So many defects of a clause each of the two profiles has, if there are so many. */
const EACH: Readonly<Record<Level, number>> = { MUST: 3, SHOULD: 1 };

/**
 * The mutants of both eSignon profiles: the defects of a clause go to one of them and the other in turn, and as many
 * of the first ones to both as it takes to give each profile its share.
 */
export function bothProfiles(defects: readonly EsignonDefect[]): Mutant[] {
  const byClause = new Map<string, EsignonDefect[]>();
  for (const defect of defects) {
    const { clauses, level } = commonOf(defect);
    const key = `${clauses[0]} ${level}`;
    byClause.set(key, [...(byClause.get(key) ?? []), defect]);
  }
  return [...byClause.values()].flatMap((alike) => {
    const shared = Math.max(0, 2 * EACH[commonOf(alike[0] as EsignonDefect).level] - alike.length);
    return alike.flatMap((defect, at) =>
      (at < shared ? PROFILES : [PROFILES[at % 2] as EsignonProfile]).flatMap((profile) =>
        esignonMutants(profile, [defect]),
      ),
    );
  });
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
