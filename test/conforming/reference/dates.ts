import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import type { ProviderOptions } from '../../../src/provider/provider-options.js';
import type { Fixtures } from '../../support/profiles.js';
import type { ConformingProvider } from '../conforming.js';
import { inTurn } from '../support/json-reply.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The forms that ES-08 names, of an instant in Korean time. */
const FORMS: readonly ((at: Date) => string)[] = [
  (at) => at.toISOString(),
  (at) => at.toISOString().replace('.', ','),
  (at) => korean(at).slice(0, 10),
  (at) => korean(at).slice(0, 16),
  (at) => korean(at).replace('T', ' '),
  (at) => `${korean(at).replace('T', ' ')}.123`,
  (at) => korean(at).slice(0, 10).replaceAll('-', '/'),
  (at) => korean(at).replace('T', ' ').replaceAll('-', '/'),
  (at) => korean(at).slice(0, 10).replaceAll('-', '.'),
  (at) => korean(at).slice(0, 16).replace('T', ' ').replaceAll('-', '.'),
  (at) => korean(at).slice(0, 10).replaceAll('-', ''),
  (at) => korean(at).replace(/\D/g, ''),
  (at) => `${korean(at)}+09:00`,
  (at) => `${korean(at)}+0900`,
  (at) => `${korean(at).replaceAll(/[-:]/g, '')}+0900`,
  (at) => at.toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, ''),
  (at) => `${new Date(at.getTime() - 210 * MINUTE_MS).toISOString().slice(0, 19)}\u221203:30`,
  (at) => at.toUTCString(),
  (at) => at.toUTCString().replace('GMT', '+0000'),
  (at) => `${korean(at)}.123456+09:00[Asia/Seoul]`,
  (at) => `${korean(at).slice(0, 16)}+09:00[Asia/Seoul]`,
  (at) => `${at.toISOString()}[UTC]`,
  (at) => `${korean(at).replace('T', ' ')}.0`,
  (at) => `${korean(at).replace('T', ' ')}.123456789`,
  // Date.toString of Java
  (at) => {
    const [weekday, day, month, year, time] = at.toUTCString().replace(',', '').split(' ');
    return `${weekday} ${month} ${day} ${time} UTC ${year}`;
  },
  (at) => at.toLocaleString('ko-KR', { timeZone: 'Asia/Seoul' }),
  (at) => at.toLocaleDateString('ko-KR', { timeZone: 'Asia/Seoul', dateStyle: 'full' }),
  (at) => at.toLocaleString('ko-KR', { timeZone: 'Asia/Seoul', dateStyle: 'full', timeStyle: 'medium' }),
  (at) => at.toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'long', timeStyle: 'medium' }),
  (at) => at.toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'full', timeStyle: 'long' }),
  (at) => String(Math.floor(at.getTime() / 1000)),
  (at) => String(at.getTime()),
];

function korean(at: Date): string {
  return new Date(at.getTime() + 9 * 60 * MINUTE_MS).toISOString().slice(0, 19);
}

/** A provider whose eSignon tokens end then, written so. */
function ending(after: () => number, form: () => (at: Date) => string): ProviderOptions {
  const stages = () => ({ expireDate: (now: Date) => form()(new Date(now.getTime() + after())) });
  return { stages: { 'esignon-startsimple': stages, 'esignon-login': stages } };
}

const withFormat = (expireDateFormat: string): Fixtures => ({
  esignon: { ...EMBEDDED_FIXTURES.esignon, expireDateFormat },
});

/** Dates that the contract leaves open. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'every-date-form',
    unusual: 'expire_date takes every form that is recognised, one after the other.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    start: (serve) => {
      const form = inTurn(FORMS);
      return serve(ending(() => 30 * DAY_MS, form));
    },
  },
  {
    id: 'dates-for-people',
    unusual: 'expire_date has a format of its own, named in the fixtures: «Mar 9, 2026 at 2:05 PM».',
    profiles: ['esignon-startsimple'],
    fixtures: withFormat("MMM d, yyyy 'at' h:mm a"),
    start: (serve) =>
      serve(
        ending(
          () => 30 * DAY_MS,
          () => (at) => {
            const [hour, minute] = [at.getUTCHours(), String(at.getUTCMinutes()).padStart(2, '0')];
            const date = `${MONTHS[at.getUTCMonth()]} ${at.getUTCDate()}, ${at.getUTCFullYear()}`;
            return `${date} at ${hour % 12 || 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
          },
        ),
      ),
  },
  {
    id: 'a-month-at-its-edges',
    unusual: 'The token of startsimple lives just over 29 or just under 31 days.',
    profiles: ['esignon-startsimple'],
    start: (serve) => {
      const life = inTurn([29 * DAY_MS + MINUTE_MS, 31 * DAY_MS - MINUTE_MS]);
      return serve(ending(life, () => (at) => at.toISOString()));
    },
  },
  {
    id: 'ckstack-tokens-short-and-long',
    unusual: 'Tokens of ckstack live for a minute, or for just under ten years.',
    profiles: ['ckstack-token'],
    start: (serve) => {
      const life = inTurn([60, 10 * 365 * 24 * 3600 - 60]);
      return serve({
        stages: {
          'ckstack-token': () => ({ expireDate: (now) => Math.floor(now.getTime() / 1000) + life() }),
        },
      });
    },
  },
];
