import type { CkstackStages } from '../../../src/provider/ckstack/stages.js';
import type { Call } from '../../../src/provider/http/call.js';
import type { RefusalRow } from '../../../src/provider/http/refusal.js';
import { commonOf, type Defect, type Mutant } from '../mutant.js';
import type { Json } from './json.js';

export type CkstackDefect = Defect<CkstackStages>;
type Change = (reference: CkstackStages) => Partial<CkstackStages>;
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
export function success(change: (answer: Json, call: Call) => Json): Change {
  return ({ succeed }) => ({
    succeed: (account, call, stages) => change(succeed(account, call, stages), call),
  });
}

/** Replaces members of the token of a success. */
export function token(members: (token: Json, call: Call) => Json): Change {
  return success((answer, call) => ({ ...answer, token: { ...answer.token, ...members(answer.token, call) } }));
}

/** Replaces members of the user of a success. */
export function user(members: (user: Json) => Json): Change {
  return ({ userRecord }) => ({
    userRecord: (account) => ({ ...userRecord(account), ...members(userRecord(account)) }),
  });
}

/** Changes every company of a success. */
export function company(change: (company: Json) => Json): Change {
  return ({ companyRecord }) => ({ companyRecord: (record) => change(companyRecord(record)) });
}

/** Changes every group of a success. */
export function group(change: (group: Json) => Json): Change {
  return company((record) => ({ ...record, groups: record.groups.map(change) }));
}

/** Changes every menu of a success. */
export function menu(change: (menu: Json) => Json): Change {
  return group((record) => ({ ...record, menus: record.menus.map(change) }));
}

/** Changes the answer to a request that is refused. */
export function refusal(change: (answer: Json, row: RefusalRow, call: Call) => Json): Change {
  return ({ refuse }) => ({
    refuse: (row, call, stages) => change(refuse(row, call, stages), row, call),
  });
}

/** Replaces status, code or message of some reasons. */
export function rows(reasons: Reason | readonly Reason[], change: Partial<RefusalRow>): Change {
  return ({ refusals }) => {
    const changed = { ...refusals };
    for (const reason of [reasons].flat() as Reason[]) changed[reason] = { ...changed[reason], ...change };
    return { refusals: changed };
  };
}
