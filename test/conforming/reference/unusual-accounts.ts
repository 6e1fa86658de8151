import { ACCOUNTS, type Accounts } from '../../../src/provider/accounts.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import type { Fixtures } from '../../support/profiles.js';
import type { ConformingProvider } from '../conforming.js';

interface People {
  readonly company?: string;
  readonly clientId?: string;
  readonly blockedCompany?: string;
  /** Name and password of each: the user, the second user, the blocked one; of ckstack, all users in order. */
  readonly esignon: readonly (readonly [email: string, password: string])[];
  readonly ckstack?: readonly (readonly [userId: string, password: string])[];
}

function accountsOf({ company = 'acme', clientId, blockedCompany = 'blocked', ...people }: People): Accounts {
  const members = people.esignon.map(([email, password]) => ({ email, password }));
  const users = ACCOUNTS.ckstack.users.map((user, at) => {
    const [userId, password] = people.ckstack?.[at] ?? [user.userId, user.password];
    return { ...user, userId, password };
  });
  return {
    esignon: {
      clientId: clientId ?? ACCOUNTS.esignon.clientId,
      companies: [
        { id: company, blocked: false, members: members.slice(0, 2) },
        { id: blockedCompany, blocked: true, members: members.slice(2) },
      ],
    },
    ckstack: { ...ACCOUNTS.ckstack, users },
  };
}

function fixturesOf({ company = 'acme', clientId, blockedCompany = 'blocked', ...people }: People): Fixtures {
  const { esignon, ckstack } = EMBEDDED_FIXTURES;
  const [user, secondUser, blocked] = people.esignon.map(([email, password]) => ({ email, password }));
  if (!user || !secondUser || !blocked) throw new TypeError('three people are needed');
  const named = Object.entries(ckstack.users ?? {}).map(([role, known], at) => {
    const [userId, password] = people.ckstack?.[at] ?? [known.userId, known.password];
    return [role, { ...known, userId, password }];
  });
  return {
    esignon: {
      ...esignon,
      company,
      ...(clientId === undefined ? {} : { clientId }),
      user,
      secondUser,
      blockedCompany: { company: blockedCompany, ...blocked },
    },
    ...(people.ckstack ? { ckstack: { ...ckstack, users: Object.fromEntries(named) } } : {}),
  };
}

function peopled(id: string, unusual: string, people: People): ConformingProvider {
  return {
    id,
    unusual,
    ...(people.ckstack ? {} : { profiles: ['esignon-startsimple', 'esignon-login'] }),
    fixtures: fixturesOf(people),
    start: (serve) => serve({ accounts: accountsOf(people) }),
  };
}

/** Companies, names and passwords that people may have, near to one another and far from ASCII. */
export const PROVIDERS: readonly ConformingProvider[] = [
  peopled('hangul-accounts', 'Companies, e-mails, user ids and passwords are in Hangul.', {
    company: '한국전자',
    blockedCompany: '정지회사',
    esignon: [
      ['김민아@예시.한국', '가을하늘맑은날에'],
      ['이준@예시.한국', '봄바람부는언덕길'],
      ['박보라@예시.한국', '겨울바다고요한밤'],
    ],
    ckstack: [
      ['최소라@예시.한국', '푸른산맑은물소리'],
      ['정하루@예시.한국', '여름비내리는창가'],
      ['한나리@예시.한국', '작은새노래하는숲'],
      ['서다미@예시.한국', '달빛비치는골목길'],
      ['윤유나@예시.한국', '노을지는서쪽하늘'],
    ],
  }),
  peopled('one-letter-accounts', 'Names of one letter, client ids and companies too.', {
    company: 'a',
    blockedCompany: 'b',
    clientId: 'c',
    esignon: [
      ['m@e.kr', 'かきくけこさしすせ'],
      ['j', 'カキクケコサシスセソ'],
      ['m', '日本語電子契約認証済'],
    ],
    ckstack: [
      ['r', 'あいうえおかきくけこ'],
      ['c', 'Ärger-Öl-Übung-ß'],
      ['n', 'пароль-далёкий'],
      ['g', '12345678'],
      ['가', '😀😀👍🏽👍🏽🇰🇷🇰🇷'],
    ],
  }),
  peopled('equal-credentials', 'Everybody has the same password, and one is in both companies.', {
    company: 'Acme',
    blockedCompany: 'acme-2',
    esignon: [
      ['mina@example.com', 'One password for all 1'],
      ['mina+tag@example.com', 'One password for all 1'],
      ['mina@example.com', 'One password for all 1'],
    ],
  }),
  peopled('patterns-as-credentials', 'Names and passwords are full of what readers of patterns mind.', {
    company: 'a_c%e*',
    blockedCompany: 'a.c+e?',
    esignon: [
      ['m_n%*?.+a@example.com', '%_*?.+[a]{2}$^(x|y)\\1'],
      ['o\'brien"x"@example.com', "' OR '1'='1\" -- ;/*"],
      ['&lt;b&#64;@example.com', '%41%2e&#65;\\u0041=41'],
    ],
  }),
  peopled('long-credentials', 'Passwords of 71 to 200 characters, e-mails of 254, digits only.', {
    esignon: [
      [`${'m'.repeat(64)}@${`${'e'.repeat(60)}.`.repeat(3)}kr`, 'p'.repeat(71)],
      [`20261128@${'1'.repeat(40)}.example`, '20261128'],
      ['0@example.com', `${'가'.repeat(66)}x`],
    ],
  }),
];
