import { createHash } from 'node:crypto';
import type { Level } from '../../../src/verdict/clause.js';

/** A comparison that takes different texts for one. */
export interface CarelessComparison {
  /** Continues the id of a mutant: `password-…`. */
  readonly id: string;
  /** What it does, one sentence that follows the name of what is compared. */
  readonly wrong: string;
  /** What a suite has to find at which level; absent: not judged there, or the accounts have nothing that meets it. */
  readonly secret?: Level;
  readonly email?: Level;
  readonly company?: Level;
  readonly same: (given: string, stored: string) => boolean;
}

/** Comparisons, each by itself and not by what the suite sends. */
export const CARELESS_COMPARISONS: readonly CarelessComparison[] = [
  both('less-spaces', 'is compared without its white space', { secret: 'MUST', email: 'SHOULD' }, (text) =>
    text.replace(/\s/g, ''),
  ),
  both('less-controls', 'loses its control characters', { secret: 'MUST', email: 'SHOULD' }, (text) =>
    text.replace(/\p{Cc}/gu, ''),
  ),
  both('less-invisible', 'loses what is not visible', { email: 'SHOULD' }, (text) =>
    text.replace(/\p{Cf}/gu, ''),
  ),
  both('width-folded', 'is folded to half width', { email: 'SHOULD' }, (text) => text.normalize('NFKC')),
  both('accents-dropped', 'loses its accents', { secret: 'MUST', email: 'SHOULD' }, (text) =>
    text.normalize('NFD').replace(/\p{Mn}/gu, ''),
  ),
  given('percent-decoded', 'is percent-decoded once more', every('MUST'), (text) =>
    text.replace(/%([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16))),
  ),
  given('entities-decoded', 'has its HTML entities undone', every('MUST'), (text) =>
    text
      .replace(/&#x([0-9a-f]+);/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)))
      .replace(/&#(\d+);/g, (_, digits) => String.fromCharCode(Number(digits))),
  ),
  given('escapes-decoded', 'has its \\u escapes undone once more', every('MUST'), (text) =>
    text.replace(/\\u([0-9a-f]{4})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16))),
  ),
  given('base64-decoded', 'is taken in base64 too', { secret: 'MUST', email: 'MUST' }, (text) =>
    Buffer.from(text, 'base64').toString(),
  ),
  given('hex-decoded', 'is taken in hexadecimal too', { secret: 'MUST', email: 'MUST' }, (text) =>
    Buffer.from(text.replace(/^0x/, ''), 'hex').toString(),
  ),
  given(
    'quoted-printable-decoded',
    'is taken as quoted-printable',
    { secret: 'MUST', email: 'MUST' },
    (text) =>
      text.replace(/=([0-9A-F]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16))),
  ),
  pattern('like', 'is compared by LIKE', every('MUST'), (text) =>
    quoted(text).replaceAll('%', '.*').replaceAll('_', '.'),
  ),
  pattern('glob', 'is compared as a glob', every('MUST'), (text) =>
    quoted(text).replaceAll('\\*', '.*').replaceAll('\\?', '.'),
  ),
  pattern('regular-expression', 'is compared as a regular expression', every('MUST'), (text) => text),
  {
    id: 'digest-taken',
    wrong: 'may be the digest that is stored.',
    secret: 'MUST',
    same: (text, stored) => text.toLowerCase() === createHash('sha256').update(stored).digest('hex'),
  },
  {
    id: 'contained',
    wrong: 'has to contain the right one only.',
    ...every('MUST'),
    same: (text, stored) => text.includes(stored),
  },
  {
    id: 'cut-at-72',
    wrong: 'is compared up to its 72nd byte.',
    secret: 'SHOULD',
    same: (text, stored) => {
      const [given, right] = [Buffer.from(text), Buffer.from(stored)];
      return right.length > 72 && given.subarray(0, 72).equals(right.subarray(0, 72));
    },
  },
  both('order-ignored', 'is compared by the sum of its characters', every('MUST'), (text) =>
    String([...text].reduce((sum, one) => sum + (one.codePointAt(0) ?? 0), 0)),
  ),
  {
    id: 'list',
    wrong: 'is read as a list of which one has to match.',
    ...every('MUST'),
    same: (text, stored) => text.split(/[,;]/).includes(stored),
  },
];

/** Comparisons of e-mails. */
export const CARELESS_MAIL_COMPARISONS: readonly CarelessComparison[] = [
  both('dots-ignored', 'loses its dots before the @', { email: 'SHOULD' }, (text) =>
    text.replace(/\.(?=.*@)/g, ''),
  ),
  both('plus-tag-dropped', 'loses its tag', { email: 'MUST' }, (text) => text.replace(/[+-].*(?=@)/, '')),
  both('comments-dropped', 'loses its comments', { email: 'SHOULD' }, (text) =>
    text.replace(/\([^)]*\)/g, ''),
  ),
  both('quotes-dropped', 'loses its quotes', { email: 'SHOULD' }, (text) => text.replace(/["']/g, '')),
  both('display-name-dropped', 'loses its display name', { email: 'SHOULD' }, (text) =>
    text.replace(/^.*<(.*)>$/, '$1'),
  ),
];

type Levels = Pick<CarelessComparison, 'secret' | 'email' | 'company'>;

function every(level: Level): Levels {
  return { secret: level, email: level, company: level };
}

/** Compares what a function makes of both. */
function both(id: string, does: string, levels: Levels, of: (text: string) => string): CarelessComparison {
  return { id, wrong: `${does}.`, ...levels, same: (text, stored) => of(text) === of(stored) };
}

/** Compares what a function makes of that which is sent. */
function given(id: string, does: string, levels: Levels, of: (text: string) => string): CarelessComparison {
  return { id, wrong: `${does}.`, ...levels, same: (text, stored) => of(text) === stored };
}

/** Compares by a pattern that is made of what is sent. */
function pattern(id: string, does: string, levels: Levels, of: (text: string) => string): CarelessComparison {
  const same = (text: string, stored: string) => {
    try {
      return text.length < 300 && text !== '' && new RegExp(`^(?:${of(text)})$`, 'u').test(stored);
    } catch {
      return false;
    }
  };
  return { id, wrong: `${does}.`, ...levels, same };
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
