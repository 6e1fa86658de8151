import { headerOf } from '../../../src/provider/http/call.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { type CkstackDefect, ckstackMutants, rows } from '../support/ckstack.js';

/** CK-19 to CK-21: H-Authorization, H-Date and Ck-Service. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'signature-first-16',
    clause: 'CK-19',
    wrong: 'Only the first 16 characters of the signature count.',
    stages: ({ sameSignature }) => ({
      sameSignature: (given, expected) => sameSignature(given.slice(0, 16), expected.slice(0, 16)),
    }),
  },
  {
    id: 'signature-prefix-enough',
    clause: 'CK-19',
    wrong: 'The beginning of the signature is enough.',
    stages: () => ({ sameSignature: (given, expected) => given.length >= 8 && expected.startsWith(given) }),
  },
  {
    id: 'signature-ignores-case',
    clause: ['CK-19', 'CK-29'],
    wrong: 'Signatures are compared ignoring case, although base64 does not.',
    stages: () => ({
      sameSignature: (given, expected) => given.toLowerCase() === expected.toLowerCase(),
    }),
  },
  {
    id: 'signature-not-checked',
    clause: 'CK-19',
    wrong: 'The signature is there, but never compared.',
    stages: () => ({ sameSignature: (given) => given !== '' }),
  },
  {
    id: 'signature-may-be-empty',
    clause: 'CK-19',
    wrong: 'An empty signature passes.',
    stages: ({ parseAuthorization, sameSignature }) => ({
      parseAuthorization: (value) =>
        /^Open [^\s:]+:$/.test(value)
          ? { apiKey: value.slice(5, -1), signature: 'empty' }
          : parseAuthorization(value),
      sameSignature: (given, expected) => given === 'empty' || sameSignature(given, expected),
    }),
  },
  {
    id: 'authorization-optional',
    clause: 'CK-19',
    wrong: 'Without H-Authorization the request is taken for an internal one.',
    stages: ({ checkAuthorization }) => ({
      checkAuthorization: (call, stages) => {
        if (headerOf(call, 'h-authorization') !== '') checkAuthorization(call, stages);
      },
    }),
  },
  {
    id: 'any-scheme',
    clause: 'CK-19',
    wrong: 'The scheme of H-Authorization is not looked at.',
    stages: ({ parseAuthorization }) => ({
      parseAuthorization: (value) => parseAuthorization(value.replace(/^\w+ /, 'Open ')),
    }),
  },
  {
    id: 'any-api-key',
    clause: 'CK-19',
    wrong: 'The API key is not looked up.',
    stages: ({ parseAuthorization }) => ({
      parseAuthorization: (value) => {
        const given = parseAuthorization(value);
        return given && { ...given, apiKey: 'key-1' };
      },
    }),
  },
  {
    id: 'query-not-signed',
    clause: 'CK-19',
    wrong: 'The signature is checked for the path without its query, and for that with it.',
    stages: ({ signatureOf, sameSignature }) => ({
      checkAuthorization: (call, stages) => {
        const given = stages.parseAuthorization(headerOf(call, 'h-authorization'));
        const targets = [call.target, `/token?tid=other-${/-(\w{8})-/.exec(call.target)?.[1]}`];
        const signed = targets.some((target) =>
          sameSignature(given?.signature ?? '', signatureOf({ ...call, target })),
        );
        if (given?.apiKey !== 'key-1' || !signed) throw new Refusal('authorization');
      },
    }),
  },
  {
    id: 'date-not-signed',
    clause: 'CK-19',
    wrong: 'The signature of any date within the last minutes passes, not only that of H-Date.',
    stages: ({ signatureOf, sameSignature }) => ({
      checkAuthorization: (call, stages) => {
        const given = stages.parseAuthorization(headerOf(call, 'h-authorization'));
        const signed = Array.from({ length: 180 }, (_, seconds) => {
          const date = new Date(Date.parse(headerOf(call, 'h-date')) - seconds * 1000 || 0).toUTCString();
          const headers = { ...call.headers, 'h-date': date };
          return sameSignature(given?.signature ?? '', signatureOf({ ...call, headers }));
        });
        if (given?.apiKey !== 'key-1' || !signed.includes(true)) throw new Refusal('authorization');
      },
    }),
  },
  {
    id: 'authorization-missing-is-500',
    clause: ['CK-19', 'CK-23'],
    wrong: 'A missing H-Authorization is split at its blank.',
    stages: ({ checkAuthorization }) => ({
      checkAuthorization: (call, stages) => {
        if (call.headers['h-authorization'] === undefined) throw new TypeError('split of undefined');
        checkAuthorization(call, stages);
      },
    }),
  },
  {
    id: 'short-signature-is-500',
    clause: ['CK-19', 'CK-23'],
    wrong: 'A signature of another length makes the comparison throw.',
    stages: () => ({
      sameSignature: (given, expected) => {
        if (given.length !== expected.length) throw new RangeError('Input buffers must have the same length');
        return given === expected;
      },
    }),
  },
  {
    id: 'date-not-checked',
    clause: 'CK-20',
    level: 'SHOULD',
    wrong: 'H-Date is not looked at, but for its part in the signature.',
    stages: () => ({ checkDate: () => {} }),
  },
  {
    id: 'old-date-accepted',
    clause: 'CK-20',
    level: 'SHOULD',
    wrong: 'H-Date may be two days old.',
    options: { dateToleranceMs: 48 * 3_600_000 },
  },
  {
    id: 'future-date-accepted',
    clause: 'CK-20',
    level: 'SHOULD',
    wrong: 'H-Date may be as far ahead as it likes.',
    stages: ({ parseDate }) => ({
      parseDate: (text, now) => {
        const date = parseDate(text, now);
        return date && date > now ? now : date;
      },
    }),
  },
  {
    id: 'iso-date-accepted',
    clause: 'CK-20',
    level: 'SHOULD',
    wrong: 'H-Date may be an ISO date.',
    stages: ({ parseDate }) => ({
      parseDate: (text, now) => (/^\d{4}-\d\d-\d\dT/.test(text) ? new Date(text) : parseDate(text, now)),
    }),
  },
  {
    id: 'date-optional',
    clause: 'CK-20',
    level: 'SHOULD',
    wrong: 'H-Date may be missing.',
    stages: ({ parseDate }) => ({ parseDate: (text, now) => (text === '' ? now : parseDate(text, now)) }),
  },
  {
    id: 'bad-date-is-500',
    clause: ['CK-23', 'CK-20', 'CK-29'],
    wrong: 'An H-Date that cannot be read makes the provider fail.',
    stages: ({ parseDate }) => ({
      parseDate: (text, now) => {
        const date = parseDate(text, now);
        if (!date) throw new RangeError('Invalid time value');
        return date;
      },
    }),
  },
  {
    id: 'rfc-850-date-is-500',
    clause: ['CK-23', 'CK-29', 'CK-30'],
    wrong: 'An H-Date in the form of RFC 850 makes the provider fail.',
    stages: ({ parseDate }) => ({
      parseDate: (text, now) => {
        if (/^[A-Z][a-z]+day, /.test(text)) throw new RangeError('Invalid time value');
        return parseDate(text, now);
      },
    }),
  },
  {
    id: 'asctime-date-is-500',
    clause: ['CK-23', 'CK-29', 'CK-30'],
    wrong: 'An H-Date in the form of asctime makes the provider fail.',
    stages: ({ parseDate }) => ({
      parseDate: (text, now) => {
        if (/^[A-Z][a-z]{2} [A-Z]/.test(text)) throw new RangeError('Invalid time value');
        return parseDate(text, now);
      },
    }),
  },
  {
    id: 'service-optional',
    clause: 'CK-21',
    level: 'SHOULD',
    wrong: 'Ck-Service may be missing.',
    stages: ({ checkService }) => ({
      checkService: (call, stages) => {
        if (headerOf(call, 'ck-service') !== '') checkService(call, stages);
      },
    }),
  },
  {
    id: 'any-service',
    clause: 'CK-21',
    level: 'SHOULD',
    wrong: 'Ck-Service must be there, but may be anything.',
    stages: () => ({
      checkService: (call) => {
        if (headerOf(call, 'ck-service') === '') throw new Refusal('service');
      },
    }),
  },
  {
    id: 'service-refused-by-500',
    clause: 'CK-23',
    wrong: 'An unknown Ck-Service is answered by HTTP 500.',
    stages: rows('service', { status: 500 }),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
