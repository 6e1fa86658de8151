import type { CkstackLogin } from '../../../src/provider/ckstack/login.js';
import type { CkstackStages } from '../../../src/provider/ckstack/stages.js';
import type { Call } from '../../../src/provider/http/call.js';
import { Refusal, type RefusalRow } from '../../../src/provider/http/refusal.js';
import { commonOf, type Defect, type Mutant } from '../mutant.js';
import type { Json } from './json.js';

export type CkstackDefect = Defect<CkstackStages>;
/** Stages other than the reference's, made once a provider. */
export type CkstackChange = (reference: CkstackStages) => Partial<CkstackStages>;
type Reason = keyof CkstackStages['refusals'];

/** The mutants that have these defects, one each. */
export function ckstackMutants(defects: readonly CkstackDefect[]): Mutant[] {
  return defects.map((defect) => ({
    ...commonOf(defect),
    id: `ckstack/${defect.id}`,
    profile: 'ckstack-token',
    options: () => ({
      profiles: ['ckstack-token'],
      ...defect.options,
      ...(defect.stages ? { stages: { 'ckstack-token': defect.stages } } : {}),
      ...(defect.onReply ? { onReply: defect.onReply() } : {}),
    }),
  }));
}

/** Changes the answer to a login that succeeded. */
export function success(change: (answer: Json, call: Call) => Json): CkstackChange {
  return ({ succeed }) => ({
    succeed: (account, call, stages) => change(succeed(account, call, stages), call),
  });
}

/** Replaces members of the token of a success. */
export function token(members: (token: Json, call: Call) => Json): CkstackChange {
  return success((answer, call) => ({
    ...answer,
    token: { ...answer.token, ...members(answer.token, call) },
  }));
}

/** Replaces members of the user of a success. */
export function user(members: (user: Json) => Json): CkstackChange {
  return ({ userRecord }) => ({
    userRecord: (account) => ({ ...userRecord(account), ...members(userRecord(account)) }),
  });
}

/** Changes every company of a success. */
export function company(change: (company: Json) => Json): CkstackChange {
  return ({ companyRecord }) => ({ companyRecord: (record) => change(companyRecord(record)) });
}

/** Changes every group of a success. */
export function group(change: (group: Json) => Json): CkstackChange {
  return company((record) => ({ ...record, groups: record.groups.map(change) }));
}

/** Changes every menu of a success. */
export function menu(change: (menu: Json) => Json): CkstackChange {
  return group((record) => ({ ...record, menus: record.menus.map(change) }));
}

/** Changes the answer to a request that is refused. */
export function refusal(change: (answer: Json, row: RefusalRow, call: Call) => Json): CkstackChange {
  return ({ refuse }) => ({
    refuse: (row, call, stages) => change(refuse(row, call, stages), row, call),
  });
}

/** Replaces status, code or message of some reasons. */
export function rows(reasons: Reason | readonly Reason[], change: Partial<RefusalRow>): CkstackChange {
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
  which: (login: CkstackLogin, call: Call) => boolean,
  row: Partial<RefusalRow>,
): CkstackChange {
  // A reason of another profile: ckstack has no row for it, so that this one disturbs none.
  const reason = 'blocked';
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

/** Whether there is a user with that id. */
export function userKnown({ userId }: CkstackLogin, call: Call): boolean {
  return call.accounts.ckstack.users.some((user) => user.userId === userId);
}

/** The contrary. */
export function userUnknown(login: CkstackLogin, call: Call): boolean {
  return !userKnown(login, call);
}
