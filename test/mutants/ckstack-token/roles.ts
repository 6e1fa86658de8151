import { setTimeout as delay } from 'node:timers/promises';
import { type CkstackDefect, ckstackMutants, company, menu, success } from '../support/ckstack.js';
import type { Json } from '../support/json.js';

const renamed = (from: string, to: string) =>
  menu((record) => (record.name === from ? { ...record, name: to } : record));
const renamedFor = (userId: string, from: string, to: string): CkstackDefect['stages'] & {} =>
  success((answer) => {
    if (!answer.user.userId.startsWith(userId)) return answer;
    return JSON.parse(JSON.stringify(answer).replaceAll(`"name":"${from}"`, `"name":"${to}"`));
  });
const companies = (change: (companies: Json) => Json) =>
  success((answer) => ({ ...answer, company: change(answer.company) }));

/** RO-01, RO-03, RO-04: the roles that the menus give. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'cadmin-menu-missing',
    clause: 'RO-01',
    wrong: 'The intermediate administrator has no menu CAdmin.',
    stages: menu((record) => (record.name === 'CAdmin' ? { ...record, name: 'Members' } : record)),
  },
  {
    id: 'general-user-has-root',
    clause: 'RO-01',
    wrong: 'The general user has the menu Root.',
    stages: renamedFor('normal', 'Dashboard', 'Root'),
  },
  {
    id: 'intermediate-has-root',
    clause: 'RO-01',
    wrong: 'The intermediate administrator has the menu Root as well.',
    stages: renamedFor('cadmin', 'Dashboard', 'ROOT'),
  },
  {
    id: 'role-by-group',
    clause: 'RO-01',
    wrong: 'The menus bear names for people; the role is in the name of the group.',
    stages: ({ companyRecord }) => ({
      companyRecord: (record) =>
        JSON.parse(
          JSON.stringify(companyRecord(record)).replace(/"name":"(?:Root|CAdmin|Normal)"/g, '"name":"관리"'),
        ),
    }),
  },
  {
    id: 'root-menu-below-menu',
    clause: ['RO-01', 'RO-03'],
    wrong: 'The menu of a role stands below another menu.',
    stages: menu((record) =>
      ['Root', 'CAdmin', 'Normal'].includes(record.name)
        ? { ...record, name: 'Main', menus: [record] }
        : record,
    ),
  },
  {
    id: 'race-of-roles',
    clause: ['RO-01', 'RO-03', 'RO-04'],
    wrong: 'The menus of a login are kept in a shared variable: simultaneous logins get the last ones.',
    stages: ({ authenticate }) => {
      let companies: Awaited<ReturnType<typeof authenticate>>['companies'] | undefined;
      return {
        authenticate: async (...call) => {
          const own = await authenticate(...call);
          companies = own.companies;
          await delay(2);
          return { ...own, companies: companies ?? own.companies };
        },
      };
    },
  },
  {
    id: 'menus-of-login-before',
    clause: ['RO-01', 'RO-03', 'RO-04'],
    wrong: 'Every ninth login gets the menus of the one before.',
    stages: ({ authenticate }) => {
      let logins = 0;
      let last: Awaited<ReturnType<typeof authenticate>> | undefined;
      return {
        authenticate: async (...call) => {
          const own = await authenticate(...call);
          const before = last ?? own;
          last = own;
          logins += 1;
          return logins % 9 === 0 ? { ...own, companies: before.companies } : own;
        },
      };
    },
  },
  {
    id: 'root-with-blank',
    clause: 'RO-01',
    wrong: 'The menu is called " Root", with a blank in front.',
    stages: renamed('Root', ' Root'),
  },
  {
    id: 'cadmin-with-dotted-i',
    clause: 'RO-01',
    wrong: 'The menu went through the upper case of a Turkish locale: CADMİN.',
    stages: renamed('CAdmin', 'CADM\u0130N'),
  },
  {
    id: 'normal-in-full-width',
    clause: 'RO-01',
    wrong: 'The menu Normal is written in full-width letters.',
    stages: renamed('Normal', '\uff2e\uff4f\uff52\uff4d\uff41\uff4c'),
  },
  {
    id: 'root-menu-named-longer',
    clause: 'RO-01',
    wrong: 'The menu is called RootMenu.',
    stages: renamed('Root', 'RootMenu'),
  },
  {
    id: 'normal-with-zero-width-space',
    clause: 'RO-01',
    wrong: 'A zero-width space was copied into the name of the menu Normal.',
    stages: renamed('Normal', 'Normal\u200b'),
  },
  {
    id: 'second-company-missing',
    clause: 'RO-03',
    wrong: 'Only the first company of a user comes back.',
    stages: companies((list) => list.slice(0, 1)),
  },
  {
    id: 'roles-in-every-company',
    clause: 'RO-03',
    wrong: 'The groups of all companies stand in each of them.',
    stages: companies((list) =>
      list.map((record: Json) => ({ ...record, groups: list.flatMap(({ groups }: Json) => groups) })),
    ),
  },
  {
    id: 'groups-of-first-company',
    clause: 'RO-03',
    wrong: 'Each company comes back with the groups of the first.',
    stages: companies((list) => list.map((record: Json) => ({ ...record, groups: list[0].groups }))),
  },
  {
    id: 'only-first-group',
    clause: 'RO-03',
    wrong: 'Only the first group of a company comes back.',
    stages: company((record) => ({ ...record, groups: record.groups.slice(0, 1) })),
  },
  {
    id: 'companies-swapped',
    clause: 'RO-03',
    wrong: 'The names of companies and their groups are joined in the wrong order.',
    stages: companies((list) =>
      list.map((record: Json, at: number) => ({ ...record, groups: list[list.length - 1 - at].groups })),
    ),
  },
  {
    id: 'everybody-is-normal',
    clause: 'RO-04',
    wrong: 'A user without a role has the menu Normal by default.',
    stages: renamedFor('guest', 'Dashboard', 'Normal'),
  },
  {
    id: 'no-role-has-root-in-small-letters',
    clause: 'RO-04',
    wrong: 'A user without a role has a menu called root, for the root folder.',
    stages: renamedFor('guest', 'Help', 'root'),
  },
  {
    id: 'no-role-has-cadmin-of-other-company',
    clause: 'RO-04',
    wrong: 'A user without a role has the menus of the company, not their own.',
    stages: renamedFor('guest', 'Dashboard', 'cAdmin'),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
