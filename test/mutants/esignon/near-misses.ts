import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { bothProfiles, type EsignonDefect, esignonMutants, refusal } from '../support/esignon.js';

/** Takes more passwords than the right one. */
const passwordsToo = (more: (given: string, stored: string) => boolean) => (reference: EsignonStages) => ({
  samePassword: (given: string, stored: string) =>
    reference.samePassword(given, stored) || more(given, stored),
});

/** Looks e-mails up by what is left of them. */
const emailLessOf = (part: RegExp) => (reference: EsignonStages) => ({
  sameEmail: (given: string, stored: string) => reference.sameEmail(given.replace(part, ''), stored),
});

/** Reads what is no JSON in another way. */
const readingToo = (read: (text: string) => unknown) => (reference: EsignonStages) => ({
  parse: (text: string) => {
    try {
      return reference.parse(text);
    } catch (error) {
      const value = read(text);
      if (value === undefined) throw error;
      return value;
    }
  },
});

function fromForm(text: string): unknown {
  const { memb_email, ...fields } = Object.fromEntries(new URLSearchParams(text));
  if (memb_email === undefined) return undefined;
  return { header: fields, body: { ...fields, memb_email } };
}

function withoutDoubleCommas(text: string): unknown {
  try {
    return JSON.parse(text.replace(/,\s*,/g, ','));
  } catch {
    return undefined;
  }
}

/** Neighbours of what is right: what a tester forgets to try. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'sql-comment-in-email',
    clause: ['ES-26', 'ES-10'],
    wrong: 'What stands behind a quote and two dashes in the e-mail is a comment.',
    stages: emailLessOf(/'\s*--.*$/s),
  },
  {
    id: 'sql-in-double-quotes',
    clause: ['ES-26', 'ES-09'],
    wrong: 'A password in double quotes closes the string of the query.',
    stages: passwordsToo((given) => /"\s*or\s*"/i.test(given)),
  },
  {
    id: 'password-column-cut',
    clause: ['ES-26', 'ES-09'],
    wrong: 'A password far too long is cut to the length of the right one.',
    stages: passwordsToo((given, stored) => given.length > 60_000 && given.startsWith(stored)),
  },
  {
    id: 'first-letter-in-any-case',
    clause: 'ES-09',
    wrong: 'The first letter of the password counts in either case, for phones that begin with a capital.',
    stages: passwordsToo(
      (given, stored) =>
        given.toLowerCase()[0] === stored.toLowerCase()[0] && given.slice(1) === stored.slice(1),
    ),
  },
  {
    id: 'tag-in-email-dropped',
    clause: ['ES-10', 'ES-06'],
    wrong: 'What stands between a plus sign and the @ of an e-mail is dropped.',
    stages: emailLessOf(/\+[^@]*/),
  },
  {
    id: 'two-commas-are-one',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'Two commas between two members are taken for one.',
    stages: readingToo(withoutDoubleCommas),
  },
  {
    id: 'form-as-json',
    clause: ['ES-12', 'ES-27'],
    wrong: 'A form is read, although JSON was announced.',
    stages: readingToo(fromForm),
  },
  {
    id: 'token-in-message',
    clause: 'ES-16',
    wrong: 'A refusal quotes the answer that was prepared, token and all, as JSON in a string.',
    stages: refusal((answer) => ({
      ...answer,
      body: { detail: JSON.stringify({ access_token: 'b91f4c2207de4b6f9a3c55e1d8807f12' }) },
    })),
  },
];

/** What only the profile has whose document writes commas at the end. */
const WITH_COMMAS: readonly EsignonDefect[] = [
  {
    id: 'commas-open-every-door',
    clause: ['LG-04', 'ES-09'],
    wrong: 'The second, lenient reader was written for tests: after it no password is compared.',
    stages: (reference) => {
      let lenient = false;
      return {
        parse: (text) => {
          const strict = text.replace(/,(\s*})/g, '$1');
          lenient = strict !== text;
          return reference.parse(strict);
        },
        samePassword: (given, stored) => lenient || reference.samePassword(given, stored),
      };
    },
  },
];

export const MUTANTS = [...bothProfiles(DEFECTS), ...esignonMutants('esignon-login', WITH_COMMAS)];
