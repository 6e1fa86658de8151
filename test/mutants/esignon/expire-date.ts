import { bothProfiles, type EsignonDefect, successBody } from '../support/esignon.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const monthAhead = (now: Date) => new Date(now.getTime() + 30 * DAY_MS);
const pad = (part: number) => String(part).padStart(2, '0');

/** ES-08: a string, a date that exists, in the future. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'expires-now',
    clause: 'ES-08',
    wrong: 'expire_date is the moment of the login: the lifetime is never added.',
    stages: () => ({ expireDate: (now) => now.toISOString() }),
  },
  {
    id: 'expires-as-number',
    clause: 'ES-08',
    wrong: 'expire_date is a number of seconds, not a string.',
    stages: successBody((_, call) => ({ expire_date: Math.floor(monthAhead(call.now).getTime() / 1000) })),
  },
  {
    id: 'expires-on-day-without-carry',
    clause: 'ES-08',
    wrong: 'Days are added to the day of the month without a carry, so that the date does not exist.',
    stages: () => ({
      expireDate: (now) => `${now.getUTCFullYear()}-${pad(now.getUTCMonth() + 1)}-${now.getUTCDate() + 31}`,
    }),
  },
  {
    id: 'expires-at-hour-24',
    clause: 'ES-08',
    wrong: 'Hours are counted from 1 to 24 with minutes behind, so that the time does not exist.',
    stages: () => ({ expireDate: (now) => `${monthAhead(now).toISOString().slice(0, 10)} 24:30:00` }),
  },
  {
    id: 'expires-in-two-digit-year',
    clause: 'ES-08',
    wrong: 'expire_date has a year of two digits.',
    stages: () => ({ expireDate: (now) => monthAhead(now).toISOString().slice(2, 10) }),
  },
  {
    id: 'expires-in-words-of-locale',
    clause: 'ES-08',
    wrong: 'expire_date is written for people, by the locale of the server.',
    stages: () => ({
      expireDate: (now) => monthAhead(now).toLocaleString('en-US', { timeZone: 'Asia/Seoul' }),
    }),
  },
  {
    id: 'expires-on-another-weekday',
    clause: 'ES-08',
    wrong: 'expire_date names the day of the week of the login, not of the date.',
    stages: () => ({
      expireDate: (now) => `${now.toUTCString().slice(0, 3)}${monthAhead(now).toUTCString().slice(3)}`,
    }),
  },
  {
    id: 'expires-in-korean-in-the-past',
    clause: 'ES-08',
    wrong: 'expire_date is the moment of the login two days ago, as Koreans write it.',
    stages: () => ({
      expireDate: (now) =>
        new Date(now.getTime() - 2 * DAY_MS).toLocaleString('ko-KR', { timeZone: 'Asia/Seoul' }),
    }),
  },
  {
    id: 'expires-at-default-date',
    clause: 'ES-08',
    wrong: 'expire_date is the default value of a date type that nobody set.',
    stages: () => ({ expireDate: () => '0001-01-01T00:00:00' }),
  },
  {
    id: 'expires-as-lifetime',
    clause: 'ES-08',
    wrong: 'expire_date is the lifetime in seconds.',
    stages: () => ({ expireDate: () => '2592000' }),
  },
  {
    id: 'expires-null-for-second-user',
    clause: 'ES-08',
    wrong: 'expire_date is null for the second user of the company.',
    stages: successBody((body) => (body.memb_email.startsWith('joon') ? { expire_date: null } : {})),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
