import {
  type CkstackDefect,
  ckstackMutants,
  company,
  group,
  menu,
  success,
  user,
} from '../support/ckstack.js';
import type { Json } from '../support/json.js';

const one = (list: Json) => (list.length === 1 ? list[0] : list);
const filled = (record: Json) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '' && value !== 0));

/** CK-07 to CK-10: user, companies, groups and menus. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'user-id-in-capitals',
    clause: 'CK-07',
    wrong: 'user.userId comes back in capitals.',
    stages: user((record) => ({ userId: record.userId.toUpperCase() })),
  },
  {
    id: 'user-id-without-domain',
    clause: 'CK-07',
    wrong: 'user.userId is cut at the @.',
    stages: user((record) => ({ userId: record.userId.split('@')[0] })),
  },
  {
    id: 'user-key-number',
    clause: 'CK-07',
    wrong: 'user.id is the number of the row.',
    stages: user(() => ({ id: 41 })),
  },
  {
    id: 'user-key-empty',
    clause: 'CK-07',
    wrong: 'user.id is empty.',
    stages: user(() => ({ id: '' })),
  },
  {
    id: 'user-key-of-login',
    clause: 'CK-07',
    wrong: 'user.id is the number of the login.',
    stages: ({ userRecord }) => {
      let logins = 0;
      return { userRecord: (account) => ({ ...userRecord(account), id: `login-${++logins}` }) };
    },
  },
  {
    id: 'user-key-of-company',
    clause: 'CK-07',
    wrong: 'user.id is that of the company.',
    stages: user(() => ({ id: 'company-a' })),
  },
  {
    id: 'user-key-after-twenty-logins',
    clause: 'CK-07',
    wrong: 'user.id is made anew whenever the cache of users is full, after twenty logins.',
    stages: ({ userRecord }) => {
      let logins = 0;
      return {
        userRecord: (account) => {
          logins += 1;
          const record = userRecord(account);
          return { ...record, id: `${record.id}-${Math.floor(logins / 20)}` };
        },
      };
    },
  },
  {
    id: 'user-of-first-account',
    clause: 'CK-07',
    wrong: 'user is always the first account.',
    stages: ({ succeed, userRecord }) => ({
      succeed: (account, call, stages) =>
        succeed(account, call, {
          ...stages,
          userRecord: () => userRecord(call.accounts.ckstack.users[0] ?? account),
        }),
    }),
  },
  {
    id: 'user-in-list',
    clause: 'CK-07',
    wrong: 'user is a list with one element.',
    stages: success((answer) => ({ ...answer, user: [answer.user] })),
  },
  {
    id: 'user-status-text',
    clause: 'CK-08',
    wrong: 'user.status is a string.',
    stages: user((record) => ({ status: String(record.status) })),
  },
  {
    id: 'email-confirm-number',
    clause: 'CK-08',
    wrong: 'user.emailConfirm is 1 instead of true, as the column has it.',
    stages: user(() => ({ emailConfirm: 1 })),
  },
  {
    id: 'user-file-list',
    clause: 'CK-08',
    wrong: 'user.file is an empty list, as PHP writes an empty object.',
    stages: user(() => ({ file: [] })),
  },
  {
    id: 'user-phone-null',
    clause: 'CK-08',
    wrong: 'user.phoneNumber is null where there is none.',
    stages: user(() => ({ phoneNumber: null })),
  },
  {
    id: 'user-create-date',
    clause: 'CK-08',
    wrong: 'user.create is an ISO date.',
    stages: user((record) => ({ create: new Date(record.create * 1000).toISOString() })),
  },
  {
    id: 'user-update-fraction',
    clause: 'CK-08',
    wrong: 'user.update is a number with a fraction.',
    stages: user(() => ({ update: 1541739476.5 })),
  },
  {
    id: 'user-extra-text-for-one-user',
    clause: 'CK-08',
    wrong: 'user.extra is JSON in a string, for the user of several companies only.',
    stages: user((record) => (record.userId.startsWith('many') ? { extra: '{}' } : {})),
  },
  {
    id: 'user-nickname-missing',
    clause: 'CK-08',
    level: 'SHOULD',
    wrong: 'user.nickname is left out.',
    stages: user(() => ({ nickname: undefined })),
  },
  {
    id: 'user-empty-members-missing',
    clause: 'CK-08',
    level: 'SHOULD',
    wrong: 'The serialiser leaves members with a default value out of user.',
    stages: ({ userRecord }) => ({ userRecord: (account) => filled(userRecord(account)) }),
  },
  {
    id: 'company-object',
    clause: 'CK-09',
    wrong: 'A list of one company becomes the company itself.',
    stages: success((answer) => ({ ...answer, company: one(answer.company) })),
  },
  {
    id: 'groups-object',
    clause: 'CK-09',
    wrong: 'A list of one group becomes the group itself.',
    stages: company((record) => ({ ...record, groups: one(record.groups) })),
  },
  {
    id: 'menus-object',
    clause: 'CK-09',
    wrong: 'A list of one menu becomes the menu itself.',
    stages: group((record) => ({ ...record, menus: one(record.menus) })),
  },
  {
    id: 'companies-by-id',
    clause: 'CK-09',
    wrong: 'company is an object with the ids for names.',
    stages: success((answer) => ({
      ...answer,
      company: Object.fromEntries(answer.company.map((record: Json) => [record.id, record])),
    })),
  },
  {
    id: 'company-name-missing',
    clause: 'CK-09',
    wrong: 'A company has no name, but a title.',
    stages: company(({ name, ...record }) => ({ ...record, title: name })),
  },
  {
    id: 'group-id-missing',
    clause: 'CK-09',
    wrong: 'A group has no id.',
    stages: group((record) => ({ ...record, id: undefined })),
  },
  {
    id: 'menu-name-by-language',
    clause: 'CK-09',
    wrong: 'The name of a menu is an object with a text for each language.',
    stages: menu((record) => ({ ...record, name: { en: record.name, ko: record.name } })),
  },
  {
    id: 'company-null-without-role',
    clause: 'CK-09',
    wrong: 'company is null for a user without a role.',
    stages: success((answer) =>
      answer.user.userId.startsWith('guest') ? { ...answer, company: null } : answer,
    ),
  },
  {
    id: 'company-status-text',
    clause: 'CK-10',
    wrong: 'status of a company is a string.',
    stages: company((record) => ({ ...record, status: '1' })),
  },
  {
    id: 'company-file-null',
    clause: 'CK-10',
    wrong: 'file of a company is null.',
    stages: company((record) => ({ ...record, file: null })),
  },
  {
    id: 'group-create-date',
    clause: 'CK-10',
    wrong: 'create of a group is an ISO date.',
    stages: group((record) => ({ ...record, create: '2025-01-01T00:00:00Z' })),
  },
  {
    id: 'menu-order-text',
    clause: 'CK-10',
    wrong: 'listOrder of a menu is a string.',
    stages: menu((record) => ({ ...record, listOrder: String(record.listOrder) })),
  },
  {
    id: 'menu-extra-list',
    clause: 'CK-10',
    wrong: 'extra of a menu is an empty list.',
    stages: menu((record) => ({ ...record, extra: [] })),
  },
  {
    id: 'menu-type-null-in-second-company',
    clause: 'CK-10',
    wrong: 'menuType of a menu is null, from the second company on.',
    stages: success((answer) => ({
      ...answer,
      company: answer.company.map((record: Json, at: number) =>
        at === 0
          ? record
          : {
              ...record,
              groups: record.groups.map((each: Json) => ({
                ...each,
                menus: each.menus.map((item: Json) => ({ ...item, menuType: null })),
              })),
            },
      ),
    })),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
