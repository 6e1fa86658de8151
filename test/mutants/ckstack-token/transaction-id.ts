import { type CkstackDefect, ckstackMutants, refusal, success } from '../support/ckstack.js';
import type { Json } from '../support/json.js';

/** The tid of every answer. */
const tid =
  (change: (tid: string) => Json): CkstackDefect['stages'] & {} =>
  ({ succeed, refuse }) => {
    const changed = (answer: Json) =>
      typeof answer.ckTid === 'string' ? { ...answer, ckTid: change(answer.ckTid) } : answer;
    return {
      succeed: (...call) => changed(succeed(...call)),
      refuse: (...call) => changed(refuse(...call)),
    };
  };

/** CK-02 and CK-03: the transaction id. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'tid-number',
    clause: 'CK-02',
    wrong: 'A tid of digits comes back as a number.',
    stages: tid((value) => (/^\d+$/.test(value) ? Number(value) : value)),
  },
  {
    id: 'tid-without-leading-zeros',
    clause: 'CK-02',
    wrong: 'A tid of digits loses its leading zeros.',
    stages: tid((value) => (/^\d+$/.test(value) ? String(Number(value)) : value)),
  },
  {
    id: 'tid-cut-at-64',
    clause: 'CK-02',
    wrong: 'tid is cut at 64 characters.',
    stages: tid((value) => value.slice(0, 64)),
  },
  {
    id: 'tid-cut-at-255',
    clause: 'CK-02',
    wrong: 'tid is cut at 255 characters.',
    stages: tid((value) => value.slice(0, 255)),
  },
  {
    id: 'tid-not-decoded',
    clause: 'CK-02',
    wrong: 'tid comes back percent-encoded, as it stood in the query.',
    stages: () => ({ readTid: (target) => /[?&]tid=([^&]*)/.exec(target)?.[1] }),
  },
  {
    id: 'tid-decoded-twice',
    clause: 'CK-02',
    wrong: 'tid is percent-decoded twice.',
    stages: ({ readTid }) => ({
      readTid: (target) => {
        const once = readTid(target);
        return once?.replace(/(?:%[0-9a-f]{2})+/gi, (part) => decodeURIComponent(part));
      },
    }),
  },
  {
    id: 'tid-in-latin-1',
    clause: 'CK-02',
    wrong: 'tid is decoded as a single-byte encoding: characters outside ASCII are mangled.',
    stages: ({ readTid }) => ({
      readTid: (target) => {
        const decoded = readTid(target);
        return decoded === undefined ? undefined : Buffer.from(decoded, 'utf8').toString('latin1');
      },
    }),
  },
  {
    id: 'tid-in-small-letters',
    clause: 'CK-02',
    wrong: 'tid comes back in small letters.',
    stages: tid((value) => value.toLowerCase()),
  },
  {
    id: 'tid-escaped-for-html',
    clause: 'CK-02',
    wrong: 'tid is escaped for HTML.',
    stages: tid((value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')),
  },
  {
    id: 'tid-without-quotes',
    clause: 'CK-02',
    wrong: 'Quotes are stripped from tid.',
    stages: tid((value) => value.replaceAll(/["']/g, '')),
  },
  {
    id: 'tid-outside-plane-0-replaced',
    clause: 'CK-02',
    wrong: 'Characters of four UTF-8 bytes in tid become question marks, as in an old column.',
    stages: tid((value) => value.replaceAll(/[\u{10000}-\u{10ffff}]/gu, '?')),
  },
  {
    id: 'tid-ends-at-hash',
    clause: 'CK-02',
    wrong: 'tid ends at a decoded #, since the query is decoded before it is split.',
    stages: tid((value) => value.split('#')[0] ?? ''),
  },
  {
    id: 'tid-through-a-double',
    clause: 'CK-02',
    wrong: 'A tid of digits loses its precision in a double, its leading zeros aside.',
    stages: tid((value) => (/^[1-9]\d+$/.test(value) ? String(BigInt(Number(value))) : value)),
  },
  {
    id: 'tid-zero-is-none',
    clause: 'CK-02',
    wrong: 'A tid of 0 is falsy, and does not come back.',
    stages: tid((value) => (value === '0' ? undefined : value)),
  },
  {
    id: 'tid-true-is-boolean',
    clause: 'CK-02',
    wrong: 'A tid of true comes back as a boolean.',
    stages: tid((value) => (value === 'true' ? true : value)),
  },
  {
    id: 'tid-null-is-null',
    clause: 'CK-02',
    wrong: 'A tid of null comes back as null.',
    stages: tid((value) => (value === 'null' ? null : value)),
  },
  {
    id: 'tid-object-is-parsed',
    clause: 'CK-02',
    wrong: 'A tid that looks like a JSON object comes back as one.',
    stages: tid((value) => (value.startsWith('{') ? JSON.parse(value) : value)),
  },
  {
    id: 'tid-array-is-parsed',
    clause: 'CK-02',
    wrong: 'A tid that looks like a JSON array comes back as one.',
    stages: tid((value) => (value.startsWith('[') ? JSON.parse(value) : value)),
  },
  {
    id: 'tid-exponent-is-number',
    clause: 'CK-02',
    wrong: 'A tid that is a number with an exponent comes back as that number.',
    stages: tid((value) => (/^\de\d$/.test(value) ? Number(value) : value)),
  },
  {
    id: 'tid-undefined-is-none',
    clause: 'CK-02',
    wrong: 'A tid of undefined, as careless clients write it, does not come back.',
    stages: tid((value) => (value === 'undefined' ? undefined : value)),
  },
  {
    id: 'tid-nan-is-null',
    clause: 'CK-02',
    wrong: 'A tid of NaN comes back as null.',
    stages: tid((value) => (value === 'NaN' ? null : value)),
  },
  {
    id: 'tid-date-becomes-time',
    clause: 'CK-02',
    wrong: 'A tid that is a date comes back with a time.',
    stages: tid((value) => (/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00Z` : value)),
  },
  {
    id: 'tid-hexadecimal-becomes-uuid',
    clause: 'CK-02',
    wrong: 'A tid of 32 hexadecimal digits is stored in a column of UUIDs, and comes back as one.',
    stages: tid((value) =>
      /^[0-9a-f]{32}$/.test(value) ? value.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : value,
    ),
  },
  {
    id: 'tid-cut-at-255-bytes',
    clause: 'CK-02',
    wrong: 'A tid is cut after 255 bytes.',
    stages: tid((value) => (Buffer.byteLength(value) > 255 ? value.slice(0, -1) : value)),
  },
  {
    id: 'tid-blanks-collapse',
    clause: 'CK-02',
    wrong: 'Several blanks in tid become one.',
    stages: tid((value) => value.replaceAll(/ +/g, ' ')),
  },
  {
    id: 'tid-slashes-collapse',
    clause: 'CK-02',
    wrong: 'Several slashes in tid become one, as in a path.',
    stages: tid((value) => value.replaceAll(/\/+/g, '/')),
  },
  {
    id: 'tid-of-last-request',
    clause: ['CK-02', 'CK-28'],
    wrong: 'tid is that of the request before.',
    stages: ({ readTid, succeed }) => {
      let last: string | undefined;
      return {
        succeed: (account, call, stages) => {
          const own = readTid(call.target);
          const answer = succeed(account, call, { ...stages, readTid: () => last ?? own });
          last = own;
          return answer;
        },
      };
    },
  },
  {
    id: 'tid-missing-on-wrong-password',
    clause: ['CK-02', 'CK-18'],
    wrong: 'Refused credentials are answered without ckTid.',
    stages: refusal((answer, row) => (row.code === 'E000401' ? { ...answer, ckTid: undefined } : answer)),
  },
  {
    id: 'tid-empty-on-wrong-password',
    clause: ['CK-02', 'CK-18'],
    wrong: 'Refused credentials are answered with an empty ckTid.',
    stages: refusal((answer, row) => (row.code === 'E000401' ? { ...answer, ckTid: '' } : answer)),
  },
  {
    id: 'tid-missing-on-other-refusals',
    clause: 'CK-02',
    level: 'SHOULD',
    wrong: 'Refusals other than of credentials are answered without ckTid.',
    stages: refusal((answer, row) => (row.code === 'E000401' ? answer : { ...answer, ckTid: undefined })),
  },
  {
    id: 'tid-missing-where-signature-wrong',
    clause: 'CK-02',
    level: 'SHOULD',
    wrong: 'A wrong H-Authorization is answered before the query is read, without ckTid.',
    stages: refusal((answer, row) => (row.code === 'E000420' ? { ...answer, ckTid: undefined } : answer)),
  },
  {
    id: 'no-tid-is-null',
    clause: 'CK-03',
    wrong: 'Without tid, ckTid is null.',
    stages: success((answer) => ({ ...answer, ckTid: answer.ckTid ?? null })),
  },
  {
    id: 'no-tid-is-null-in-refusal',
    clause: 'CK-03',
    wrong: 'Without tid, ckTid of refused credentials is null.',
    stages: refusal((answer) => ({ ...answer, ckTid: answer.ckTid ?? null })),
  },
  {
    id: 'no-tid-is-null-in-other-refusals',
    clause: 'CK-03',
    wrong: 'Without tid, ckTid of refusals other than of credentials is null.',
    stages: refusal((answer, row) =>
      row.code === 'E000401' ? answer : { ...answer, ckTid: answer.ckTid ?? null },
    ),
  },
  {
    id: 'no-tid-is-null-where-signature-wrong',
    clause: 'CK-03',
    wrong: 'Without tid, ckTid of a wrong signature is null.',
    stages: refusal((answer, row) =>
      row.code === 'E000420' ? { ...answer, ckTid: answer.ckTid ?? null } : answer,
    ),
  },
  {
    id: 'no-tid-is-number',
    clause: 'CK-03',
    wrong: 'Without tid, ckTid is the time as a number.',
    stages: success((answer, call) => ({ ...answer, ckTid: answer.ckTid ?? call.now.getTime() })),
  },
  {
    id: 'no-tid-is-false',
    clause: 'CK-03',
    wrong: 'Without tid, ckTid is false.',
    stages: success((answer) => ({ ...answer, ckTid: answer.ckTid ?? false })),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
