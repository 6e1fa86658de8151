import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { OutgoingRequest } from '../../../../src/http/exchange.js';
import { CKSTACK_VARIATIONS } from '../../../../src/profiles/ckstack/requests/variations.js';
import { ESIGNON_VARIATIONS } from '../../../../src/profiles/esignon/requests/variations.js';
import { isNotApplicable, type TestUser } from '../../../../src/profiles/profile.js';
import { EMBEDDED_FIXTURES } from '../../../../src/provider/embedded-fixtures.js';
import { type Fixtures, openProfile } from '../../../support/profiles.js';

/** Letters of one script each, as people choose names and passwords. */
const ALPHABETS = [
  'ab',
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  '0123456789',
  '가나다라마바사김민아예시한국',
  'あいうえおかきくけこがぎぐカキクケコ',
  '日本語電子契約認証',
  'абвгдеёАБВГДЕЁ',
  'αβγδεσςΑΒΓΣ',
  'éèêüöäßçñÉÈ',
  'مرحباשלוםไทย',
  '👍🏽😀🇰🇷𝒳𠮷',
  '._-%*?+~^$()[]{}|\\/"\',:;<>&=#@! ',
].map((letters) => [...letters]);
const LENGTHS = [1, 2, 7, 8, 9, 16, 32, 64, 71, 72, 73, 200];

const text = fc
  .tuple(
    fc.constantFrom(...ALPHABETS),
    fc.oneof(fc.constantFrom(...LENGTHS), fc.integer({ min: 1, max: 40 })),
  )
  .chain(([letters, length]) =>
    fc
      .array(fc.constantFrom(...letters), { minLength: length, maxLength: length })
      .map((chosen) => chosen.join('')),
  );
const email = fc.tuple(text, text).map(([local, domain]) => `${local}@${domain}.example`);
const name = fc.oneof(text, email, email);

/** Some are equal to one another, or forms of one another. */
const account = fc
  .tuple(fc.array(name, { minLength: 1, maxLength: 2 }), fc.array(text, { minLength: 1, maxLength: 2 }))
  .chain(([names, passwords]) =>
    fc.tuple(
      fc.constantFrom(...names, ...names.map((one) => one.toUpperCase())),
      fc.constantFrom(...passwords, ...passwords.map((one) => `${one} `)),
    ),
  );
const accounts = fc.tuple(account, account, account, fc.boolean()).map(([one, two, three, alike]) =>
  // People who share a password, or an account that is there twice.
  alike ? [one, [two[0], one[1]] as [string, string], one] : [one, two, three],
);
const companies = fc.tuple(text, text);

/** What a provider may make of names and passwords, read otherwise than the suite reads them. */
const nameOf = (given: string) => given.normalize('NFC').trim().toLowerCase();
const passwordOf = (given: string) =>
  given
    .replace(/[\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]/gu, '')
    .replace(/[\u00a0\u2000-\u200a\u3000]/gu, ' ')
    .normalize('NFKC');
const digestOf = (password: string) => createHash('sha256').update(password).digest('hex');

interface Sent {
  readonly company: string;
  readonly name: string;
  readonly password: string;
}

function esignonFixtures(
  given: readonly (readonly [string, string])[],
  where: readonly [string, string],
): Fixtures {
  const [user, secondUser, blocked] = given.map(([mail, password]) => ({ email: mail, password }));
  assert.ok(user && secondUser && blocked);
  return {
    esignon: {
      ...EMBEDDED_FIXTURES.esignon,
      company: where[0],
      user,
      secondUser,
      blockedCompany: { company: where[1], ...blocked },
    },
  };
}

function ckstackFixtures(given: readonly (readonly [string, string])[]): Fixtures {
  const roles = ['system-administrator', 'general-user', 'no-role'];
  const users = given.map(([userId, password], at) => [roles[at], { userId, password }]);
  return { ckstack: { ...EMBEDDED_FIXTURES.ckstack, users: Object.fromEntries(users) } };
}

function documentOf({ body }: OutgoingRequest): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(body ?? []).toString());
  } catch {
    return {};
  }
}

function esignonSent(request: OutgoingRequest): Sent | null {
  const { memb_email, memb_pwd } = (documentOf(request).body ?? {}) as Record<string, unknown>;
  const [, company = ''] = /\/api\/([^/?]*)\//.exec(request.path) ?? [];
  if (typeof memb_email !== 'string' || typeof memb_pwd !== 'string') return null;
  return { company: decodeURIComponent(company), name: memb_email, password: memb_pwd };
}

async function meantWrong(user: TestUser, phrases: Iterable<string>): Promise<readonly OutgoingRequest[]> {
  const all = await Promise.all([...phrases].map((phrase) => user.vary(phrase)));
  return all.flatMap((built) =>
    !isNotApplicable(built) && built.facts?.wrongCredentials === true ? [built] : [],
  );
}

describe('what is sent as wrong is wrong for every account of the fixtures', () => {
  for (const profile of ['esignon-startsimple', 'esignon-login'] as const) {
    test(profile, async () => {
      await fc.assert(
        fc.asyncProperty(accounts, companies, async (given, where) => {
          const { run } = openProfile(profile, esignonFixtures(given, where));
          const known = given.map(([mail, password], at) => ({
            company: where[at === 2 ? 1 : 0],
            mail,
            password,
          }));
          for (const user of run.users('any')) {
            const wrong = await meantWrong(user, ESIGNON_VARIATIONS.keys());
            assert.ok(wrong.length > 10, 'hardly anything is sent as wrong');
            for (const request of wrong) {
              const sent = esignonSent(request);
              const right =
                sent &&
                known.find(
                  ({ company, mail, password }) =>
                    nameOf(sent.company) === nameOf(company) &&
                    nameOf(sent.name) === nameOf(mail) &&
                    passwordOf(sent.password) === passwordOf(password),
                );
              assert.ok(!right, `${request.label}: ${JSON.stringify(sent)}`);
            }
          }
        }),
        { numRuns: 12 },
      );
    });
  }

  test('ckstack-token', async () => {
    await fc.assert(
      fc.asyncProperty(accounts, async (given) => {
        const { run } = openProfile('ckstack-token', ckstackFixtures(given));
        for (const user of run.users('any')) {
          const wrong = await meantWrong(user, CKSTACK_VARIATIONS.keys());
          assert.ok(wrong.length > 10, 'hardly anything is sent as wrong');
          for (const request of wrong) {
            const { userId, password } = documentOf(request);
            const right = given.find(
              ([known, its]) =>
                nameOf(String(userId)) === nameOf(known) && String(password).toLowerCase() === digestOf(its),
            );
            assert.ok(!right, `${request.label}: ${JSON.stringify({ userId, password })}`);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});
