import { createHash } from 'node:crypto';
import type { CkstackAccount, CkstackCompany } from '../accounts.js';

const ACTIVE = 1;
const FUNCTION_MENU = 4;
/** 2025-01-01T00:00:00Z, in seconds: when every record was made. */
const CREATED = 1_735_689_600;
const LIFE = { status: ACTIVE, create: CREATED, update: 0 };
const ADDRESS = { address1: '', address2: '', zipCode: '' };
const PHONES = { phoneNumber: '', mobilePhoneNumber: '', faxNumber: '' };

/** The members that the document gives a user, all of them (CK-07, CK-08). */
export function userRecord(account: CkstackAccount) {
  return {
    id: idOf('user', account.userId),
    userId: account.userId,
    name: account.name,
    nickname: '',
    ...ADDRESS,
    emailAddress: account.userId,
    ...PHONES,
    emailConfirm: true,
    description: '',
    file: {},
    lastLoginDate: 0,
    changePasswordDate: CREATED,
    loginFailCount: 0,
    extra: {},
    ...LIFE,
  };
}

/** The members that the document gives a company, with its groups and their menus (CK-09, CK-10). */
export function companyRecord(company: CkstackCompany) {
  const groups = Object.entries(company.groups);
  return {
    id: idOf('company', company.name),
    name: company.name,
    managerName: 'root',
    ...ADDRESS,
    emailAddress: 'contact@example.com',
    ...PHONES,
    description: '',
    file: {},
    extra: {},
    ...LIFE,
    groups: groups.map(([name, menus]) => groupRecord(company.name, name, menus)),
  };
}

function groupRecord(company: string, name: string, menus: readonly string[]) {
  return {
    id: idOf('group', company, name),
    name,
    description: '',
    ...LIFE,
    menus: menus.map((menu, listOrder) => menuRecord(company, menu, listOrder)),
  };
}

function menuRecord(company: string, name: string, listOrder: number) {
  return {
    id: idOf('menu', company, name),
    menuType: FUNCTION_MENU,
    name,
    alias: '',
    domain: '',
    urlPath: '',
    listOrder,
    extra: {},
    ...LIFE,
  };
}

/** An identifier that looks like the document's and is the same in every run. */
function idOf(...names: string[]): string {
  return createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 32);
}
