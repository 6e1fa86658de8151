import type { CkstackFixtures } from '../../../src/profiles/ckstack/fixtures.js';
import { ACCOUNTS, type Accounts, type CkstackAccount } from '../../../src/provider/accounts.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import type { Fixtures } from '../../support/profiles.js';
import type { ConformingProvider } from '../conforming.js';
import { editing, isSuccess, type Json } from '../support/json-reply.js';

/** The accounts with other companies for the ckstack users, by the beginnings of their ids. */
function withCompanies(companies: Readonly<Record<string, CkstackAccount['companies']>>): Accounts {
  const users = ACCOUNTS.ckstack.users.map((user) => ({
    ...user,
    companies: companies[user.userId.split('@')[0] ?? ''] ?? user.companies,
  }));
  return { ...ACCOUNTS, ckstack: { ...ACCOUNTS.ckstack, users } };
}

const groups = (...menus: readonly (readonly string[])[]) =>
  Object.fromEntries(menus.map((names, at) => [`group ${at}`, names]));

const severalRoles = (roles: Readonly<Record<string, readonly string[]>>): Fixtures => {
  const users = EMBEDDED_FIXTURES.ckstack?.users as NonNullable<CkstackFixtures['users']>;
  const several = users['several-companies'] as NonNullable<(typeof users)['several-companies']>;
  return {
    ...EMBEDDED_FIXTURES,
    ckstack: {
      ...EMBEDDED_FIXTURES.ckstack,
      users: { ...users, 'several-companies': { ...several, roles } },
    },
  };
};

/** Eight names beside the three that give roles, near to them and far. */
const OTHERS = [
  'RootX',
  ' Root',
  'Normals',
  'CADM\u0130N',
  'Administrator',
  '\uff32\uff4f\uff4f\uff54',
  'Root\u200b',
  '',
];

/** Companies, menus and names that the contract leaves open. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'menus-in-odd-letters',
    unusual:
      'Role menus in odd letter case, a dotless i among them, amid menus of similar names that give no role.',
    profiles: ['ckstack-token'],
    start: (serve) =>
      serve({
        accounts: withCompanies({
          root: [{ name: 'Company A', groups: groups(OTHERS, [], ['rOOt', 'normal', 'cadmin']) }],
          cadmin: [{ name: 'Company A', groups: groups([...OTHERS, 'cadm\u0131n']) }],
          normal: [{ name: 'Company A', groups: groups(['NoRmAl', ...OTHERS], ['NORMAL']) }],
          guest: [{ name: 'Company A', groups: groups(OTHERS) }],
        }),
      }),
  },
  {
    id: 'companies-of-all-kinds',
    unusual:
      'Companies of one name twice, companies that the fixtures do not list, several roles in one company.',
    profiles: ['ckstack-token'],
    fixtures: severalRoles({
      'Company A': ['system-administrator', 'general-user'],
      'Company B': ['intermediate-administrator'],
      'Company C': [],
    }),
    start: (serve) =>
      serve({
        accounts: withCompanies({
          many: [
            { name: 'Company A', groups: groups(['Normal']) },
            { name: 'Company D', groups: groups(['Root', 'CAdmin', 'Normal']) },
            { name: 'Company B', groups: groups(['Help'], ['cadmin', 'CADMIN']) },
            { name: 'Company A', groups: groups(['ROOT'], []) },
          ],
          guest: [],
          normal: [
            { name: 'Company E', groups: {} },
            { name: 'Company F', groups: groups([]) },
            { name: 'Company G', groups: groups(['Normal']) },
          ],
        }),
      }),
  },
  {
    id: 'menus-below-menus',
    unusual: 'Menus have menus of their own called Root, which count for nothing.',
    profiles: ['ckstack-token'],
    start: (serve) =>
      serve({
        onReply: editing((answer: Json, call) => {
          if (call.profile !== 'ckstack-token' || !isSuccess(answer)) return answer;
          const below = [{ name: 'Root', menus: [] }];
          const company = answer.company.map((each: Json) => ({
            ...each,
            menus: below,
            groups: each.groups.map((group: Json) => ({
              ...group,
              menus: group.menus.map((menu: Json) => ({ ...menu, menus: below })),
            })),
          }));
          return { ...answer, company };
        }),
      }),
  },
  {
    id: 'mixed-case-names',
    unusual:
      'E-mails are stored in mixed case, taken in any, and come back in small letters; companies have odd names.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    fixtures: {
      esignon: {
        company: '한국 상사/№ 7',
        clientId: 'Client 1+&=',
        user: { email: "Mina.O'Neil+a@Example.com", password: 'пароль-Zürich-"\\-77' },
        secondUser: { email: 'joon@münchen.example.com', password: '비밀번호 안전한 말 41' },
        blockedCompany: { company: 'a%41b', email: 'Bora@example.com', password: 'Copper~Lantern~58~Dune' },
      },
    },
    start: (serve) =>
      serve({
        accounts: {
          ...ACCOUNTS,
          esignon: {
            clientId: 'Client 1+&=',
            companies: [
              {
                id: '한국 상사/№ 7',
                blocked: false,
                members: [
                  { email: "mina.o'neil+a@example.com", password: 'пароль-Zürich-"\\-77' },
                  { email: 'joon@münchen.example.com', password: '비밀번호 안전한 말 41' },
                ],
              },
              {
                id: 'a%41b',
                blocked: true,
                members: [{ email: 'bora@example.com', password: 'Copper~Lantern~58~Dune' }],
              },
            ],
          },
        },
        stages: {
          'esignon-startsimple': () => ({ sameEmail: ignoringCase }),
          'esignon-login': () => ({ sameEmail: ignoringCase }),
        },
      }),
  },
  {
    id: 'short-passwords',
    unusual: 'Passwords are short or common words, which answers may contain by chance.',
    fixtures: {
      esignon: {
        company: 'acme',
        clientId: 'client-1',
        user: { email: 'mina@example.com', password: 'password' },
        secondUser: { email: 'joon@example.com', password: 'a' },
        blockedCompany: { company: 'blocked', email: 'bora@example.com', password: '1001A' },
      },
    },
    profiles: ['esignon-startsimple', 'esignon-login'],
    start: (serve) =>
      serve({
        accounts: {
          ...ACCOUNTS,
          esignon: {
            clientId: 'client-1',
            companies: [
              {
                id: 'acme',
                blocked: false,
                members: [
                  { email: 'mina@example.com', password: 'password' },
                  { email: 'joon@example.com', password: 'a' },
                ],
              },
              { id: 'blocked', blocked: true, members: [{ email: 'bora@example.com', password: '1001A' }] },
            ],
          },
        },
        onReply: editing((answer) =>
          answer.header && !isSuccess(answer)
            ? { ...answer, header: { ...answer.header, result_msg: 'invalid user or password, or format' } }
            : answer,
        ),
      }),
  },
];

function ignoringCase(given: string, stored: string): boolean {
  return given.toLowerCase() === stored.toLowerCase();
}
