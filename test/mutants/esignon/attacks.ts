import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { isObject } from '../../../src/text/json-members.js';
import { bothProfiles, type EsignonDefect } from '../support/esignon.js';
import type { Json } from '../support/json.js';

const PASSWORDS: Readonly<Record<string, string>> = {
  'mina@example.com': 'Mossy-Kestrel-41#Tarn',
  'joon@example.com':
    'Quiet_Harbour.77=Fern? and a boat that nobody has rowed since the long winter of the herons',
};
const RIGHT = new Set(Object.values(PASSWORDS));

/** Puts what a careless comparison takes for the right value in its place, before the login is read. */
const taken = (change: (body: Json) => Json) => (reference: EsignonStages) => ({
  readLogin: (given: unknown, call: Parameters<EsignonStages['readLogin']>[1]) => {
    const document = given as Json;
    if (!isObject(document?.body)) return reference.readLogin(given, call);
    return reference.readLogin({ ...document, body: { ...document.body, ...change(document.body) } }, call);
  },
});
const passwordTaken = (which: (value: Json) => boolean) =>
  taken((body) => (which(body.memb_pwd) ? { memb_pwd: PASSWORDS[body.memb_email] ?? 'nobody' } : {}));
const emailTaken = (which: (value: Json) => boolean) =>
  taken((body) => {
    const owner = Object.keys(PASSWORDS).find((email) => PASSWORDS[email] === body.memb_pwd);
    return owner !== undefined && which(body.memb_email) ? { memb_email: owner } : {};
  });

/** ES-26: operators and injections. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'operator-ne-accepted',
    clause: ['ES-26', 'ES-14'],
    wrong: 'The password goes into a query as it is: {"$ne":null} matches every user.',
    stages: passwordTaken((value) => isObject(value) && '$ne' in value),
  },
  {
    id: 'operator-regex-accepted',
    clause: ['ES-26', 'ES-14'],
    wrong: 'The operators $regex and $gt are taken for a password.',
    stages: passwordTaken((value) => isObject(value) && ('$regex' in value || '$gt' in value)),
  },
  {
    id: 'operator-email-accepted',
    clause: ['ES-26', 'ES-14'],
    wrong: 'An operator in place of the e-mail finds the first user with that password.',
    stages: emailTaken((value) => isObject(value) && Object.keys(value).some((name) => name.startsWith('$'))),
  },
  {
    id: 'password-in-list-accepted',
    clause: ['ES-26', 'ES-14'],
    wrong: 'A list with the right password in it is converted to text and passes.',
    stages: passwordTaken((value) => Array.isArray(value) && value.length === 1 && RIGHT.has(String(value))),
  },
  {
    id: 'password-in-object-accepted',
    clause: ['ES-26', 'ES-14'],
    wrong: 'An object with the right password as its only value passes.',
    stages: passwordTaken((value) => isObject(value) && RIGHT.has(String(Object.values(value)[0]))),
  },
  {
    id: 'password-wildcard-accepted',
    clause: ['ES-26', 'ES-09'],
    wrong: 'The password is compared by LIKE: % matches everything.',
    stages: passwordTaken((value) => value === '%'),
  },
  {
    id: 'email-wildcard-accepted',
    clause: ['ES-26', 'ES-10'],
    wrong: 'The e-mail is looked up by a pattern: * matches everything.',
    stages: emailTaken((value) => value === '*' || value === '%'),
  },
  {
    id: 'password-ends-at-nul',
    clause: ['ES-26', 'ES-09'],
    wrong: 'The password ends at a NUL, as a string of C does.',
    stages: ({ samePassword }) => ({
      samePassword: (given, stored) => samePassword(given.split('\0')[0] ?? '', stored),
    }),
  },
  {
    id: 'email-ends-at-nul',
    clause: ['ES-26', 'ES-10'],
    wrong: 'The e-mail ends at a NUL.',
    stages: ({ sameEmail }) => ({
      sameEmail: (given, stored) => sameEmail(given.split('\0')[0] ?? '', stored),
    }),
  },
  {
    id: 'sql-in-password',
    clause: ['ES-26', 'ES-09'],
    wrong: 'The password is put into SQL as text.',
    stages: ({ samePassword }) => ({
      samePassword: (given, stored) =>
        /'\s*or\s*'?(\w+)'?\s*=\s*'?\1/i.test(given) || samePassword(given, stored),
    }),
  },
  {
    id: 'ldap-in-email',
    clause: ['ES-26', 'ES-10'],
    wrong: 'The e-mail is put into an LDAP filter as text.',
    stages: emailTaken((value) => typeof value === 'string' && value.startsWith('*)')),
  },
  {
    id: 'prototype-read',
    clause: ['ES-26', 'ES-14'],
    wrong: 'Members are merged from __proto__, so that a password there counts.',
    stages: taken((body) => {
      const hidden = Object.getOwnPropertyDescriptor(body, '__proto__')?.value;
      return isObject(hidden) && body.memb_pwd === undefined ? { memb_pwd: hidden.memb_pwd } : {};
    }),
  },
  {
    id: 'long-password-accepted',
    clause: ['ES-26', 'ES-09'],
    wrong: 'A password too long for its column raises an error that counts as no difference.',
    stages: ({ samePassword }) => ({
      samePassword: (given, stored) => given.length > 10_000 || samePassword(given, stored),
    }),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
