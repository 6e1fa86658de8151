import type { CkstackStages } from '../../../../src/provider/ckstack/stages.js';
import { headerOf } from '../../../../src/provider/http/call.js';
import { Refusal } from '../../../../src/provider/http/refusal.js';
import { isObject } from '../../../../src/text/json-members.js';
import type { Freedom } from './esignon.js';
import { depthLimit, firstWins, narrow, noDuplicates } from './parsers.js';

const of = (takes: string, change: (reference: CkstackStages) => Partial<CkstackStages>): Freedom => ({
  takes,
  provider: { stages: { 'ckstack-token': change } },
});

const PREFERRED = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} /;

export const CKSTACK_FREEDOMS: readonly Freedom[] = [
  of('of doubled members the first', () => ({ parse: firstWins })),
  of('no doubled members', () => ({ parse: noDuplicates })),
  of('nothing nested deeper than 33', () => ({ parse: depthLimit(33) })),
  of('no odd numbers, no halves of characters', () => ({ parse: narrow })),
  of('no unknown members', ({ readLogin }) => ({
    readLogin: (document, call) => {
      const login = readLogin(document, call);
      if (Object.keys(document as object).length > 2) throw new Refusal('member');
      return login;
    },
  })),
  of('application/json to the letter', () => ({
    isJson: (call) => call.headers['content-type'] === 'application/json',
  })),
  of('the preferred form of dates alone', ({ parseDate }) => ({
    parseDate: (text, now) => (PREFERRED.test(text) ? parseDate(text, now) : undefined),
  })),
  of('any date and any service', () => ({ checkDate: () => undefined, checkService: () => undefined })),
  of('digests in any spelling', ({ sameSecret }) => ({
    sameSecret: (given, stored) => {
      const text = given.trim();
      const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
      const spelled = /^(?:[0-9a-f]{64}|[A-Za-z0-9+/_-]{43}=?)$/i.test(text);
      return sameSecret(spelled && stored.length === 64 ? bytes.toString('hex') : given, stored);
    },
  })),
  of('signatures by their bytes', () => ({
    sameSignature: (given, expected) => Buffer.from(given, 'base64').equals(Buffer.from(expected, 'base64')),
  })),
  of('the scheme Open to the letter', ({ parseAuthorization }) => ({
    parseAuthorization: (value) => (value.startsWith('Open ') ? parseAuthorization(value) : undefined),
  })),
  of('user ids of any case, with white space', () => ({
    sameUser: (given, stored) => {
      const plain = (text: string) =>
        text
          .normalize('NFKD')
          .replace(/[\p{M}\s\u200b\u00ad]/gu, '')
          .toLowerCase();
      return plain(given) === plain(stored);
    },
  })),
  of('the body before the headers', (reference) => ({
    checkDate: (call, stages) => {
      reference.readLogin(stages.parse(stages.decode(call.body)), call);
      reference.checkDate(call, stages);
    },
  })),
  of('no control characters and no oversize in tid', (reference) => ({
    checkDate: (call, stages) => {
      const tid = reference.readTid(call.target) ?? '';
      if (/[\p{Cc}\p{Cn}\ufffd\u202e]/u.test(tid) || [...tid].length > 256) throw new Refusal('target');
      reference.checkDate(call, stages);
    },
  })),
  of('HTTP 200 for every refusal', ({ refusals }) => ({
    refusals: Object.fromEntries(
      Object.entries(refusals).map(([reason, row]) => [reason, { ...row, status: 200 }]),
    ) as typeof refusals,
  })),
  of('no ckTid where the credentials were not looked at', ({ refuse }) => ({
    refuse: (row, call, stages) => {
      const answer = refuse(row, call, stages);
      return row.code === stages.refusals.credentials.code ? answer : { ...answer, ckTid: undefined };
    },
  })),
  of('Ck-Service of any case', ({ checkService }) => ({
    checkService: (call, stages) =>
      headerOf(call, 'ck-service').toLowerCase() === 'assay' ? undefined : checkService(call, stages),
  })),
  of('an object where credentials belong as no login at all', ({ readLogin }) => ({
    readLogin: (document, call) => {
      if (isObject(document) && Object.values(document).some((value) => typeof value === 'object'))
        throw new Refusal('unparsable');
      return readLogin(document, call);
    },
  })),
];
