import { MENU_OF_ROLE, ROLES, type Role, roleOfMenu } from './roles.js';

/** A menu name that gives no role, but would to a comparison that RO-02 forbids. */
export interface NearMiss {
  readonly role: Role;
  /** How it differs, in words: «white space round the name». */
  readonly mistake: string;
}

/** What a wrong comparison does to a name before it looks, plainest first. */
const MISTAKES: readonly (readonly [mistake: string, alter: (name: string) => string])[] = [
  ['white space round the name', (name) => name.trim()],
  ['the dotted İ of Turkish upper case', (name) => name.replace(/İ|i\u0307/gu, 'I')],
  ['characters that are not seen', withoutInvisible],
  ['full-width or other compatibility forms of the letters', (name) => name.normalize('NFKC')],
  ['letters with accents', withoutMarks],
  ['several of white space, unseen characters, accents and other forms of the letters', plain],
];

/** Names are short: longer ones are not looked into. */
const MAX_LENGTH = 200;

/**
 * Which role a wrong comparison would take a menu name for, so that a finding can name RO-02.
 * @returns `null` for names that do give a role, and for names far from all three
 */
export function nearMiss(name: unknown): NearMiss | null {
  if (typeof name !== 'string' || name.length > MAX_LENGTH || roleOfMenu(name)) return null;
  for (const [mistake, alter] of MISTAKES) {
    const role = roleOfMenu(alter(name));
    if (role) return { role, mistake };
  }
  const letters = plain(name).toUpperCase();
  const within = ROLES.find((role) => letters.includes(MENU_OF_ROLE[role]));
  return within ? { role: within, mistake: 'further characters before or after the name' } : null;
}

/** Format characters (zero-width ones, byte order mark), controls, and fillers that show nothing. */
function withoutInvisible(name: string): string {
  return name.replace(/[\p{Cf}\p{Cc}\u034f\u115f\u1160\u3164\ufe00-\ufe0f]/gu, '');
}

function withoutMarks(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '');
}

function plain(name: string): string {
  return withoutMarks(withoutInvisible(name).normalize('NFKC')).trim();
}
