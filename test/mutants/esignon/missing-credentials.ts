import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { isObject } from '../../../src/text/json-members.js';
import { bothProfiles, type EsignonDefect, rows } from '../support/esignon.js';
import type { Json } from '../support/json.js';

/** A login whose password, or e-mail, is put in its place before it is read. */
const member =
  (name: 'memb_email' | 'memb_pwd', of: (value: Json, body: Json) => Json) => (reference: EsignonStages) => ({
    readLogin: (given: unknown, call: Parameters<EsignonStages['readLogin']>[1]) => {
      const document = given as Json;
      if (!isObject(document?.body)) return reference.readLogin(given, call);
      const body = { ...document.body, [name]: of(document.body[name], document.body) };
      return reference.readLogin({ ...document, body }, call);
    },
  });

const PASSWORDS: Readonly<Record<string, string>> = {
  'mina@example.com': 'Mossy-Kestrel-41#Tarn',
  'joon@example.com':
    'Quiet_Harbour.77=Fern? and a boat that nobody has rowed since the long winter of the herons',
};
const rightPassword = (body: Json) => PASSWORDS[body.memb_email] ?? 'nobody';

/** ES-14: credentials that are missing, null, empty or not a string. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'password-optional',
    clause: 'ES-14',
    wrong: 'The password is only compared where there is one.',
    stages: member('memb_pwd', (value, body) => (value === undefined ? rightPassword(body) : value)),
  },
  {
    id: 'password-may-be-null',
    clause: 'ES-14',
    wrong: 'A password that is null passes.',
    stages: member('memb_pwd', (value, body) => (value === null ? rightPassword(body) : value)),
  },
  {
    id: 'password-may-be-empty',
    clause: 'ES-14',
    wrong: 'An empty password passes, as an anonymous bind does.',
    stages: member('memb_pwd', (value, body) => (value === '' ? rightPassword(body) : value)),
  },
  {
    id: 'password-true-passes',
    clause: 'ES-14',
    wrong: 'Passwords are compared loosely: true equals any text.',
    stages: member('memb_pwd', (value, body) => (value === true ? rightPassword(body) : value)),
  },
  {
    id: 'password-missing-is-500',
    clause: ['ES-14', 'ES-17'],
    wrong: 'The length of a missing password is asked for.',
    stages: member('memb_pwd', (value) => {
      if (value === undefined) throw new TypeError('Cannot read properties of undefined');
      return value;
    }),
  },
  {
    id: 'email-number-is-500',
    clause: ['ES-14', 'ES-17'],
    wrong: 'An e-mail that is a number is put in small letters.',
    stages: member('memb_email', (value) => {
      if (typeof value === 'number') throw new TypeError('toLowerCase is not a function');
      return value;
    }),
  },
  {
    id: 'email-missing-is-422',
    clause: ['ES-14', 'ES-17'],
    wrong: 'Validation of members answers HTTP 422.',
    stages: rows('member', { status: 422 }),
  },
  {
    id: 'missing-member-is-11',
    clause: 'ES-14',
    wrong: 'A missing member has a code of its own, 11, which no document knows.',
    stages: rows('member', { code: '11' }),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
