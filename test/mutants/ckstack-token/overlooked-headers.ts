import { headerOf } from '../../../src/provider/http/call.js';
import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';

/** Signed headers that pass where one part of them is missing or another (CK-19 to CK-21). */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'service-unsigned-too',
    clause: 'CK-19',
    wrong: 'A signature over no service passes as well.',
    stages: ({ checkAuthorization }) => ({
      checkAuthorization: (call, stages) => {
        try {
          checkAuthorization(call, stages);
        } catch {
          checkAuthorization({ ...call, headers: { ...call.headers, 'ck-service': '' } }, stages);
        }
      },
    }),
  },
  {
    id: 'key-alone-enough',
    clause: 'CK-19',
    wrong: 'An API key without colon and signature passes.',
    stages: ({ checkAuthorization }) => ({
      checkAuthorization: (call, stages) => {
        if (headerOf(call, 'h-authorization') !== 'Open key-1') checkAuthorization(call, stages);
      },
    }),
  },
  {
    id: 'key-may-be-empty',
    clause: 'CK-19',
    wrong: 'An empty API key passes with the signature of the only client.',
    stages: ({ parseAuthorization }) => ({
      parseAuthorization: (value) => parseAuthorization(value.replace(/^Open :/, 'Open key-1:')),
    }),
  },
  {
    id: 'signature-unchecked-without-tid',
    clause: 'CK-19',
    wrong: 'The signature is compared only where a transaction is to be guarded: not without tid.',
    stages: ({ signatureOf, parseAuthorization }) => ({
      signatureOf: (call) =>
        call.target.includes('tid=')
          ? signatureOf(call)
          : (parseAuthorization(headerOf(call, 'h-authorization'))?.signature ?? signatureOf(call)),
    }),
  },
  {
    id: 'zoned-date-accepted',
    clause: 'CK-20',
    level: 'SHOULD',
    wrong: 'H-Date is read by a parser of e-mail dates, which have offsets.',
    stages: ({ parseDate }) => ({
      parseDate: (text, now) => (/ [+-]\d{4}$/.test(text) ? new Date(text) : parseDate(text, now)),
    }),
  },
  ...(
    [
      ['service-ignores-case', 'Services are compared ignoring case.', (given) => given.toLowerCase()],
      [
        'service-less-last-letter',
        'A service may lack its last letter.',
        (given) => given.replace(/a$/, 'ay'),
      ],
      ['service-may-be-empty', 'An empty Ck-Service stands for the only one.', (given) => given || 'assay'],
    ] as const satisfies readonly (readonly [string, string, (given: string) => string])[]
  ).map(
    ([id, wrong, read]): CkstackDefect => ({
      id,
      clause: 'CK-21',
      level: 'SHOULD',
      wrong,
      stages: ({ checkService }) => ({
        checkService: (call, stages) => {
          const given = call.headers['ck-service'];
          const service = typeof given === 'string' ? read(given) : given;
          checkService({ ...call, headers: { ...call.headers, 'ck-service': service } }, stages);
        },
      }),
    }),
  ),
];

export const MUTANTS = ckstackMutants(DEFECTS);
