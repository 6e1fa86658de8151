import type { EsignonLogin } from '../../../src/provider/esignon/login.js';
import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import type { Call } from '../../../src/provider/http/call.js';
import { isObject } from '../../../src/text/json-members.js';
import { bothProfiles, type EsignonDefect } from '../support/esignon.js';
import type { Json } from '../support/json.js';

/** Takes more passwords than the right one. */
const passwordsToo = (more: (given: string, stored: string) => boolean) => (reference: EsignonStages) => ({
  samePassword: (given: string, stored: string) =>
    reference.samePassword(given, stored) || more(given, stored),
});

/** Takes more names of companies than the right one. */
const companiesToo = (more: (given: string, stored: string) => boolean) => () => ({
  sameCompany: (given: string, stored: string) => given === stored || more(given, stored),
});

/** Logins that make the look-up throw. */
const failing = (which: (login: EsignonLogin, call: Call) => boolean) => (reference: EsignonStages) => ({
  authenticate: (login: EsignonLogin, call: Call, stages: EsignonStages) => {
    if (which(login, call)) throw new RangeError('the database refuses the text');
    return reference.authenticate(login, call, stages);
  },
});
const credentials = (test: (text: string) => boolean) =>
  failing(({ email, password }) => test(email) || test(password));

const RIGHT: Readonly<Record<string, string>> = {
  'mina@example.com': 'Mossy-Kestrel-41#Tarn',
  'joon@example.com':
    'Quiet_Harbour.77=Fern? and a boat that nobody has rowed since the long winter of the herons',
};

/** A password of this value passes. */
const passing = (passes: (password: unknown) => boolean) => (reference: EsignonStages) => ({
  readLogin: (given: unknown, call: Call) => {
    const document = given as Json;
    if (!isObject(document?.body) || !passes(document.body.memb_pwd)) return reference.readLogin(given, call);
    const memb_pwd = RIGHT[String(document.body.memb_email)] ?? 'nobody';
    return reference.readLogin({ ...document, body: { ...document.body, memb_pwd } }, call);
  },
});

/** Values next to the right one, or beyond what a column takes. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'email-by-like',
    clause: ['ES-10', 'ES-06'],
    wrong: 'E-mails are looked up by LIKE, to which _ is any one character.',
    stages: () => ({
      sameEmail: (given, stored) =>
        given.length === stored.length && [...given].every((one, at) => one === '_' || one === stored[at]),
    }),
  },
  {
    id: 'last-character-not-compared',
    clause: 'ES-09',
    wrong: 'The loop over the password ends one character too early.',
    stages: passwordsToo(
      (given, stored) => given.length === stored.length && given.slice(0, -1) === stored.slice(0, -1),
    ),
  },
  {
    id: 'line-feed-cut-off',
    clause: 'ES-09',
    wrong: 'A line feed behind the password is cut off.',
    stages: passwordsToo((given, stored) => given === `${stored}\n`),
  },
  {
    id: 'tab-before-dropped',
    clause: 'ES-09',
    wrong: 'A tab before the password is dropped.',
    stages: passwordsToo((given, stored) => given === `\t${stored}`),
  },
  {
    id: 'password-zero-passes',
    clause: 'ES-14',
    wrong: 'Passwords are compared as numbers: 0 equals any text.',
    stages: passing((password) => password === 0),
  },
  {
    id: 'password-false-passes',
    clause: 'ES-14',
    wrong: 'A password that is false is no password to compare with.',
    stages: passing((password) => password === false),
  },
  {
    id: 'password-fraction-is-500',
    clause: ['ES-14', 'ES-17'],
    wrong: 'A password that is a fraction, or negative, does not go into the column.',
    stages: passing((password) => {
      if (typeof password === 'number' && !(Number.isInteger(password) && password >= 0))
        throw new RangeError('out of range');
      return false;
    }),
  },
  {
    id: 'emoji-is-500',
    clause: 'ES-17',
    wrong: 'Characters outside the basic plane do not go into the column.',
    stages: credentials((text) => /[\u{10000}-\u{10ffff}]/u.test(text)),
  },
  {
    id: 'emoji-in-password-is-500',
    clause: 'ES-17',
    wrong: 'Characters outside the basic plane in the password of an account do not go into the column.',
    stages: failing(({ email, password }) => email in RIGHT && /[\u{10000}-\u{10ffff}]/u.test(password)),
  },
  {
    id: 'backslash-at-end-is-500',
    clause: 'ES-17',
    wrong: 'A backslash at the end escapes the quote of the query.',
    stages: credentials((text) => text.endsWith('\\')),
  },
  {
    id: 'long-text-is-500',
    clause: 'ES-17',
    wrong: 'Between 256 and 12000 characters the column is too narrow.',
    stages: credentials((text) => text.length > 255 && text.length < 12_000),
  },
  {
    id: 'company-cut',
    clause: 'ES-29',
    wrong: 'The column of company names is one letter too narrow, and so is what is looked up.',
    stages: companiesToo((given, stored) => given === stored.slice(0, -1)),
  },
  {
    id: 'company-by-like',
    clause: 'ES-29',
    wrong: 'Companies are looked up by LIKE, to which % is any text.',
    stages: companiesToo((given) => given === '%'),
  },
  {
    id: 'company-injected',
    clause: 'ES-29',
    wrong: 'The company stands in the query as it is.',
    stages: companiesToo((given) => given.includes("' OR '1'='1")),
  },
  {
    id: 'company-with-apostrophe-is-500',
    clause: ['ES-17', 'ES-29'],
    wrong: 'A company with an apostrophe breaks the query.',
    stages: failing((_, { company }) => company.includes("'")),
  },
  {
    id: 'long-company-is-500',
    clause: ['ES-17', 'ES-29'],
    wrong: 'A company of more than 64 letters does not go into the column.',
    stages: failing((_, { company }) => company.length > 64),
  },
  {
    id: 'company-not-ascii-is-500',
    clause: ['ES-17', 'ES-29'],
    wrong: 'A company that is not ASCII does not go into the column.',
    stages: failing((_, { company }) => /[^\0-\x7f]/.test(company)),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
