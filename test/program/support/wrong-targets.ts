import type { ProfileName } from '../../../src/contract/profile.js';
import { ACCOUNTS, type Accounts } from '../../../src/provider/accounts.js';
import type { AppOptions } from '../../../src/provider/app-options.js';
import type { CkstackStages } from '../../../src/provider/ckstack/stages.js';
import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { isObject } from '../../../src/provider/http/body-stages.js';
import type { Call } from '../../../src/provider/http/call.js';
import type { StageChange } from '../../../src/provider/http/profile-handler.js';

/** A provider with one thing wrong, and the clauses whose violation must be named. */
export interface WrongTarget {
  readonly violates: readonly string[];
  readonly options: AppOptions;
}

const BOTH: readonly ProfileName[] = ['esignon-startsimple', 'esignon-login'];
const DAY_MS = 86_400_000;

function esignon(change: StageChange<EsignonStages>, profiles = BOTH): AppOptions {
  return { profiles, stages: { 'esignon-startsimple': change, 'esignon-login': change } };
}

function ckstack(change: StageChange<CkstackStages>): AppOptions {
  return { profiles: ['ckstack-token'], stages: { 'ckstack-token': change } };
}

/** Targets wrong on purpose, by what is wrong with them. */
export const WRONG_TARGETS: Readonly<Record<string, WrongTarget>> = {
  'result_code is the number 0': {
    violates: ['ES-02'],
    options: esignon(({ succeed }) => ({
      succeed: (...call) => {
        const answer = succeed(...call);
        return { ...answer, header: { ...answer.header, result_code: 0 } };
      },
    })),
  },
  'a wrong password is accepted': {
    violates: ['ES-09'],
    options: esignon(() => ({ samePassword: () => true })),
  },
  'malformed JSON is answered by an HTML page with status 400': {
    violates: ['ES-12', 'ES-18'],
    options: {
      profiles: BOTH,
      onReply: (reply, call) =>
        isJson(call)
          ? reply
          : { status: 400, headers: { 'content-type': 'text/html' }, body: '<html>Bad Request</html>' },
    },
  },
  'a blocked company is answered "10"': {
    violates: ['LG-01'],
    options: esignon(
      ({ refusals }) => ({ refusals: { ...refusals, blocked: refusals.credentials } }),
      ['esignon-login'],
    ),
  },
  'expireDate is in milliseconds': {
    violates: ['CK-06'],
    options: ckstack(({ expireDate }) => ({ expireDate: (now) => expireDate(now) * 1000 })),
  },
  'ckTid is a number': {
    violates: ['CK-02'],
    options: ckstack(({ succeed, refuse }) => ({
      succeed: (...call) => numericTid(succeed(...call)),
      refuse: (...call) => numericTid(refuse(...call)),
    })),
  },
  'the plain password is accepted': {
    violates: ['CK-15'],
    options: ckstack(({ authenticate }) => ({
      authenticate: async (login, call, stages) =>
        call.accounts.ckstack.users.find(
          ({ userId, password }) => userId === login.userId && password === login.passwordHash,
        ) ?? authenticate(login, call, stages),
    })),
  },
  'the CAdmin menu is missing': {
    violates: ['RO-01'],
    options: { profiles: ['ckstack-token'], accounts: withoutMenu('CAdmin') },
  },
  'a token stands in a refusal': {
    violates: ['ES-16'],
    options: esignon(({ refuse, newToken }) => ({
      refuse: (...call) => ({ ...refuse(...call), body: { access_token: newToken() } }),
    })),
  },
  'the password is echoed in an error message': {
    violates: ['ES-23'],
    options: esignon(({ refuse }) => ({
      refuse: (row, call) => {
        const answer = refuse(row, call);
        const said = `${row.message} (${passwordIn(call)})`;
        return { ...answer, header: { ...answer.header, result_msg: said } };
      },
    })),
  },
  'a token of 30 days lives 3 days': {
    violates: ['SS-01'],
    options: esignon(
      ({ expireDate }) => ({ expireDate: (now) => expireDate(new Date(now.getTime() - 27 * DAY_MS)) }),
      ['esignon-startsimple'],
    ),
  },
};

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
