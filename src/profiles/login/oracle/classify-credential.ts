import { isAttackText, OPERATORS } from '../attack-texts.js';

/** How near a text is to the right one, as far as the clauses make a difference. */
export type CredentialClass =
  | 'same'
  /** Some form of the right one, which a provider may accept as it. */
  | 'form'
  /** Plainly another one, of the kind that the clauses on wrong credentials are about. */
  | 'ordinary'
  /** Another one, of a kind that they are not about. */
  | 'odd'
  /** Not what people type: NUL and other controls, operators, oversize (ES-26, CK-26). */
  | 'attack';

/** Longer than people type. */
const OVERSIZE = 1_024;
const LONGEST_NAME = 254;
const LONGEST_PASSWORD = 128;
/** The clause on wrong passwords is about at least this many characters (ES-09). */
const SHORTEST_PASSWORD = 8;

/** Bytes after which bcrypt and columns of data bases cut. */
const LONG_CUTS = [72, 255];

/** Whether a password is the right one, or one of the forms that RFC 4013 and RFC 8265 make equal to it. */
export function isRightPassword(given: string, right: string): boolean {
  return given === right || normalised(given) === normalised(right);
}

/** Classifies a password that was sent by the right one. */
export function classifyPassword(given: string, right: string): CredentialClass {
  if (given === right) return 'same';
  if (given.length > OVERSIZE) return 'attack';
  if (normalised(given) === normalised(right)) return 'form';
  // Many hash functions cut there, which a SHOULD clause alone minds.
  if (LONG_CUTS.some((length) => isSameUpTo(length, given, right))) return 'form';
  if (isAttack(given, right)) return 'attack';
  const characters = [...given].length;
  const ordinary = characters >= SHORTEST_PASSWORD && characters <= LONGEST_PASSWORD && isPlain(given, right);
  return ordinary ? 'ordinary' : 'odd';
}

/** Classifies a user's name that was sent: letter case, white space, accents and the like are left open. */
export function classifyName(given: string, right: string): CredentialClass {
  if (given === right) return 'same';
  // White space round a name is left open, however much there is: many trim it before they look.
  const bare = given.trim();
  if (bare.length > OVERSIZE) return 'attack';
  if (folded(bare) === folded(right)) return 'form';
  if (given.length > OVERSIZE || isAttack(given, right)) return 'attack';
  return isName(given, right) ? 'ordinary' : 'odd';
}

function isSameUpTo(length: number, one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  const bytes = left.length >= length && right.length >= length;
  if (bytes && left.subarray(0, length).equals(right.subarray(0, length))) return true;
  const [these, those] = [[...one], [...other]];
  const beginning = (characters: readonly string[]) => characters.slice(0, length).join('');
  return these.length >= length && those.length >= length && beginning(these) === beginning(those);
}

/** As Unicode's normalisations and RFC 4013 and 8265 map passwords: nothing of it is letter case or white space. */
function normalised(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .normalize('NFKC');
}

/** As databases compare names: without case, accents and white space. */
function folded(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}|\s/gu, '')
    .toLowerCase();
}

function isAttack(given: string, right: string): boolean {
  // Some of them, such as `[object Object]`, cannot be recognised by their characters.
  if (isAttackText(given)) return true;
  // White space around it is a matter of comparison; a control character within is not.
  if (/\p{Cc}/u.test(given.trim())) return true;
  return OPERATORS.test(withoutThoseOf(given, right));
}

/** The right one may well hold such characters itself. */
function withoutThoseOf(given: string, right: string): string {
  const own = new Set(right);
  return [...given].filter((character) => !own.has(character)).join('');
}

/**
 * Whether it holds printable ASCII and the right one's own characters only. A space is ordinary text; a tab or a line
 * feed is a control character, and other white space is as unusual as letters of another script.
 */
function isPlain(given: string, right: string): boolean {
  const own = new Set(right);
  return [...given].every((character) => own.has(character) || /[ -~]/.test(character));
}

/**
 * Whether it is a well-formed e-mail where the right name is one; else letters and digits. Many take an e-mail for
 * well-formed only with a top-level domain of a few letters; that of the right one is known to be accepted.
 */
function isName(given: string, right: string): boolean {
  if (given.length > LONGEST_NAME) return false;
  if (right.includes('@')) {
    const email = /^[a-z0-9](?:[a-z0-9._+-]{0,62}[a-z0-9])?@[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+$/i;
    const [domain, own] = [given, right].map((name) => name.slice(name.lastIndexOf('.') + 1).toLowerCase());
    const isKnown = domain === own || /^[a-z]{2,6}$/.test(domain ?? '');
    return email.test(given) && isKnown && !given.includes('..') && !given.includes('-.');
  }
  return /^[a-z0-9][a-z0-9._-]*$/i.test(given);
}
