import type { ProfileName } from '../../../src/profiles/documents.js';
import { ACCOUNTS, type Accounts } from '../../../src/provider/accounts.js';
import type { CkstackStages } from '../../../src/provider/ckstack/stages.js';
import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import type { Call } from '../../../src/provider/http/call.js';
import type { StageChange } from '../../../src/provider/http/profile-handler.js';
import type { ProviderOptions } from '../../../src/provider/provider-options.js';
import { isObject } from '../../../src/text/json-members.js';

/** A profile with one thing wrong, and the clauses whose violation must be named. */
export interface WrongProfile {
  readonly what: string;
  readonly profile: ProfileName;
  readonly violates: readonly string[];
  readonly options: ProviderOptions;
}

const DAY_MS = 86_400_000;
type EsignonProfile = Exclude<ProfileName, 'ckstack-token'>;

function esignon(
  profile: EsignonProfile,
  what: string,
  violates: readonly string[],
  change: StageChange<EsignonStages>,
): WrongProfile {
  return { what, profile, violates, options: { stages: { [profile]: change } } };
}

function ckstack(
  what: string,
  violates: readonly string[],
  change: StageChange<CkstackStages>,
): WrongProfile {
  return { what, profile: 'ckstack-token', violates, options: { stages: { 'ckstack-token': change } } };
}

const SHORT_LIFE = esignon(
  'esignon-startsimple',
  'a token of 30 days lives 3 days',
  ['SS-01'],
  ({ expireDate }) => ({ expireDate: (now) => expireDate(new Date(now.getTime() - 27 * DAY_MS)) }),
);

const NUMBER_FOR_CODE = esignon(
  'esignon-startsimple',
  'result_code is the number 0',
  ['ES-02'],
  ({ succeed }) => ({
    succeed: (...call) => {
      const answer = succeed(...call);
      return { ...answer, header: { ...answer.header, result_code: 0 } };
    },
  }),
);

const TOKEN_IN_REFUSAL = esignon(
  'esignon-startsimple',
  'a token stands in a refusal',
  ['ES-16'],
  ({ refuse, newToken }) => ({
    refuse: (...call) => ({ ...refuse(...call), body: { access_token: newToken() } }),
  }),
);

const PASSWORD_ECHOED = esignon(
  'esignon-startsimple',
  'the password is echoed in an error message',
  ['ES-23'],
  ({ refuse }) => ({
    refuse: (row, call) => {
      const answer = refuse(row, call);
      const said = `${row.message} (${passwordIn(call)})`;
      return { ...answer, header: { ...answer.header, result_msg: said } };
    },
  }),
);

const BLOCKED_IS_10 = esignon(
  'esignon-login',
  'a blocked company is answered "10"',
  ['LG-01'],
  ({ refusals }) => ({ refusals: { ...refusals, blocked: refusals.credentials } }),
);

const ANY_PASSWORD = esignon('esignon-login', 'a wrong password is accepted', ['ES-09', 'ES-32'], () => ({
  samePassword: () => true,
}));

const HTML_FOR_MALFORMED: WrongProfile = {
  what: 'malformed JSON is answered by an HTML page with status 400',
  profile: 'esignon-login',
  violates: ['ES-12', 'ES-18'],
  options: {
    onReply: (reply, call) =>
      call.profile !== 'esignon-login' || isJson(call)
        ? reply
        : { status: 400, headers: { 'content-type': 'text/html' }, body: '<html>Bad Request</html>' },
  },
};

const MILLISECONDS = ckstack('expireDate is in milliseconds', ['CK-06'], ({ expireDate }) => ({
  expireDate: (now) => expireDate(now) * 1000,
}));

const NUMBER_FOR_TID = ckstack('ckTid is a number', ['CK-02'], ({ succeed, refuse }) => ({
  succeed: (...call) => numericTid(succeed(...call)),
  refuse: (...call) => numericTid(refuse(...call)),
}));

const PLAIN_PASSWORD = ckstack('the plain password is accepted', ['CK-15'], ({ authenticate }) => ({
  authenticate: async (login, call, stages) =>
    call.accounts.ckstack.users.find(
      ({ userId, password }) => userId === login.userId && password === login.passwordHash,
    ) ?? authenticate(login, call, stages),
}));

const NO_MENU: WrongProfile = {
  what: 'the CAdmin menu is missing',
  profile: 'ckstack-token',
  violates: ['RO-01'],
  options: { accounts: withoutMenu('CAdmin') },
};

/** Targets wrong on purpose: each serves three profiles, with one thing wrong in each, so that few runs test all. */
export const WRONG_TARGETS: readonly (readonly WrongProfile[])[] = [
  [SHORT_LIFE, BLOCKED_IS_10, MILLISECONDS],
  [NUMBER_FOR_CODE, ANY_PASSWORD, NUMBER_FOR_TID],
  [TOKEN_IN_REFUSAL, HTML_FOR_MALFORMED, PLAIN_PASSWORD],
  [PASSWORD_ECHOED, NO_MENU],
];

/** The provider of one of them. */
export function optionsOf(target: readonly WrongProfile[]): ProviderOptions {
  return target.reduce<ProviderOptions>(
    (all, { options }) => ({ ...all, ...options, stages: { ...all.stages, ...options.stages } }),
    {},
  );
}

function isJson({ body }: Call): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return true;
  } catch {
    return false;
  }
}

function passwordIn({ body }: Call): string {
  try {
    const document: unknown = JSON.parse(Buffer.from(body).toString());
    const inner = isObject(document) ? document.body : undefined;
    return isObject(inner) ? String(inner.memb_pwd) : 'no password';
  } catch {
    return 'no password';
  }
}

function numericTid<Answer extends Readonly<Record<string, unknown>>>(answer: Answer): Answer {
  return typeof answer.ckTid === 'string'
    ? { ...answer, ckTid: Number.parseInt(answer.ckTid, 36) || 0 }
    : answer;
}

function withoutMenu(name: string): Accounts {
  const { ckstack: known } = ACCOUNTS;
  const users = known.users.map((user) => ({
    ...user,
    companies: user.companies.map((company) => ({
      ...company,
      groups: Object.fromEntries(
        Object.entries(company.groups).map(([group, menus]) => [
          group,
          menus.filter((menu) => menu !== name),
        ]),
      ),
    })),
  }));
  return { ...ACCOUNTS, ckstack: { ...known, users } };
}
