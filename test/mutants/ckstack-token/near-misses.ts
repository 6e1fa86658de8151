import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';

/** Neighbours of what is right: what a tester forgets to try. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'form-as-json',
    clause: ['CK-17', 'CK-29'],
    wrong: 'A form is read, although JSON was announced.',
    stages: ({ parse }) => ({
      parse: (text) => {
        try {
          return parse(text);
        } catch (error) {
          const fields = Object.fromEntries(new URLSearchParams(text));
          if (fields.userId === undefined) throw error;
          return fields;
        }
      },
    }),
  },
  {
    id: 'scheme-bearer-too',
    clause: 'CK-19',
    wrong: 'The scheme Bearer passes beside Open.',
    stages: ({ parseAuthorization }) => ({
      parseAuthorization: (value) => parseAuthorization(value.replace(/^Bearer /, 'Open ')),
    }),
  },
  {
    id: 'query-unsigned-too',
    clause: 'CK-19',
    wrong: 'A signature over the path without its query passes as well.',
    stages: ({ checkAuthorization }) => ({
      checkAuthorization: (call, stages) => {
        try {
          checkAuthorization(call, stages);
        } catch {
          checkAuthorization({ ...call, target: call.target.replace(/\?.*$/, '') }, stages);
        }
      },
    }),
  },
  {
    id: 'date-unsigned-too',
    clause: 'CK-19',
    wrong: 'A signature over no date passes as well.',
    stages: ({ checkAuthorization }) => ({
      checkAuthorization: (call, stages) => {
        try {
          checkAuthorization(call, stages);
        } catch {
          checkAuthorization({ ...call, headers: { ...call.headers, 'h-date': '' } }, stages);
        }
      },
    }),
  },
  {
    id: 'service-beginning-enough',
    clause: 'CK-21',
    level: 'SHOULD',
    wrong: 'Any service passes whose name begins like a known one.',
    stages: ({ checkService }) => ({
      checkService: (call, stages) => {
        const service = String(call.headers['ck-service'] ?? '').slice(0, 'assay'.length);
        checkService({ ...call, headers: { ...call.headers, 'ck-service': service } }, stages);
      },
    }),
  },
  {
    id: 'epoch-as-date',
    clause: 'CK-20',
    level: 'SHOULD',
    wrong: 'H-Date may be a number of seconds since 1970.',
    stages: ({ parseDate }) => ({
      parseDate: (text, now) =>
        /^\d{10}$/.test(text) ? new Date(Number(text) * 1000) : parseDate(text, now),
    }),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
