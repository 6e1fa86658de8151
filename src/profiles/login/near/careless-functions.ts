import { createHash } from 'node:crypto';
import type { Level } from '../../../verdict/clause.js';

/**
 * A function that a careless comparison puts before it: it maps different texts to one. Each comes with a generator of
 * texts that it confuses with a given credential and that differ from it.
 */
export interface CarelessFunction {
  /** Continues "a password that is right once …". */
  readonly once: string;
  /** For which the contract asks that texts confused by it are refused; absent: it is not judged there. */
  readonly level: {
    /** Passwords, digests, signatures, API keys. */
    readonly secret?: Level;
    /** User ids, e-mails, companies, client ids. */
    readonly name?: Level;
  };
  /** It is one of mail addresses, which nobody applies to other names. */
  readonly mail?: true;
  /** RFC 4013 asks for it where a password itself is compared, and not its digest. */
  readonly prepares?: true;
  /**
   * @param choice chooses among the texts that it confuses with the right one; 0: the plainest
   * @returns `null` where it confuses no other text with this one, or none that is judged
   */
  readonly confuse: (right: string, choice: number) => string | null;
}

const MUST: CarelessFunction['level'] = { secret: 'MUST', name: 'MUST' };
const SECRETS: CarelessFunction['level'] = { secret: 'MUST' };
const FOLDING: CarelessFunction['level'] = { secret: 'MUST', name: 'SHOULD' };

/** White space that trimming takes off, plainest first. */
const SPACES = [' ', '\t', '\n', '\u00a0', '\u3000', '  ', '\r\n', '\u2003'];
const CONTROLS = ['\u0007', '\u0000', '\u001b', '\u007f', '\u0085'];
const INVISIBLE = ['\u200b', '\u00ad', '\u2060', '\u200d', '\ufeff'];
const ACCENTS = ['\u0301', '\u0308', '\u0327', '\u0303'];

/** The family, plainest first within a kind. A new function is one entry. */
export const CARELESS_FUNCTIONS: readonly CarelessFunction[] = [
  careless('letter case is ignored', SECRETS, (right, choice) =>
    choose(right, choice, [
      right.toUpperCase(),
      right.toLowerCase(),
      [...right].map(swapped).join(''),
      atLetter(right, choice, swapped),
    ]),
  ),
  careless('white space round it is removed', SECRETS, (right, choice) => {
    const space = pick(SPACES, choice >> 2);
    return choose(right, choice, [`${right}${space}`, `${space}${right}`, `${space}${right}${space}`]);
  }),
  careless('white space inside it is removed', FOLDING, (right, choice) =>
    inserted(right, pick(SPACES, choice), choice),
  ),
  careless('runs of white space are made one', FOLDING, (right, choice) =>
    right.trim().includes(' ') ? right.replace(/(?<=\S) +(?=\S)/, pick(['  ', '   ', ' \t'], choice)) : null,
  ),
  careless('control characters are removed', FOLDING, (right, choice) =>
    inserted(right, pick(CONTROLS, choice), choice),
  ),
  careless('it is cut at a NUL', MUST, (right, choice) => `${right}\0${pick(['', 'more', '\0'], choice)}`),
  preparing('characters that are not visible are removed', FOLDING, (right, choice) =>
    inserted(right, pick(INVISIBLE, choice), choice),
  ),
  preparing('compatibility forms are folded', FOLDING, (right, choice) =>
    choose(right, choice, [
      atLetter(right, choice, fullWidth),
      right.replace(/[!-~]/g, fullWidth),
      right.normalize('NFD'),
      right.normalize('NFC'),
      right.normalize('NFKD'),
    ]),
  ),
  careless('accents are removed', FOLDING, (right, choice) =>
    atLetter(right, choice, (letter) => `${letter}${pick(ACCENTS, choice)}`.normalize('NFC')),
  ),
  careless('letters that look alike are folded', FOLDING, (right, choice) =>
    choose(right, choice, [
      mapped(right, 'aceopxyABCEHKMOPTX', 'асеорхуАВСЕНКМОРТХ'),
      mapped(right, 'ovABEHIKMNOPTXZ', 'ονΑΒΕΗΙΚΜΝΟΡΤΧΖ'),
      right.replace('i', 'ı'),
    ]),
  ),
  ofMail('dots before the @ are removed', 'SHOULD', (right, choice) => {
    const [local, domain] = mailbox(right);
    if (domain === null) return null;
    return local.includes('.') && choice % 2 === 0
      ? `${local.replaceAll('.', '')}${domain}`
      : local.length > 1
        ? `${inserted(local, '.', choice)}${domain}`
        : null;
  }),
  ofMail('a tag before the @ is removed', 'MUST', (right, choice) => {
    const [local, domain] = mailbox(right);
    return domain === null ? null : `${local}${pick(['+tag', '+1', '-tag', '+a+b'], choice)}${domain}`;
  }),
  ofMail('comments are removed', 'SHOULD', (right, choice) => {
    const [local, domain] = mailbox(right);
    return domain === null
      ? null
      : pick([`${local}(x)${domain}`, `(x)${local}${domain}`, `${local}${domain}(x)`], choice);
  }),
  ofMail('quotes are removed', 'SHOULD', (right, choice) => {
    const [local, domain] = mailbox(right);
    return domain === null ? `"${right}"` : pick([`"${local}"${domain}`, `'${right}'`], choice);
  }),
  ofMail('angle brackets are removed', 'SHOULD', (right, choice) =>
    pick([`<${right}>`, `<${right}`, `mailto:${right}`], choice),
  ),
  ofMail('a display name is removed', 'SHOULD', (right, choice) =>
    mailbox(right)[1] === null ? null : pick([`Somebody <${right}>`, `"Some Body" <${right}>`], choice),
  ),
  careless('percent escapes are decoded', MUST, (right, choice) =>
    atCharacter(right, choice, (one) => Buffer.from(one).reduce((all, byte) => `${all}%${hex(byte)}`, '')),
  ),
  careless('HTML entities are decoded', MUST, (right, choice) =>
    atCharacter(right, choice, (one) =>
      choice % 2 === 0 ? `&#${one.codePointAt(0)};` : `&#x${one.codePointAt(0)?.toString(16)};`,
    ),
  ),
  careless('JSON escapes are decoded', MUST, (right, choice) =>
    atCharacter(right, choice, (one) =>
      [...Array(one.length).keys()]
        .map((at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`)
        .join(''),
    ),
  ),
  careless('base64 is decoded', MUST, (right, choice) =>
    Buffer.from(right).toString(choice % 2 === 0 ? 'base64' : 'base64url'),
  ),
  careless('hexadecimal is decoded', MUST, (right, choice) => {
    const digits = Buffer.from(right).toString('hex');
    return pick([digits, digits.toUpperCase(), `0x${digits}`], choice);
  }),
  careless('quoted-printable is decoded', MUST, (right, choice) =>
    atCharacter(right, choice, (one) => Buffer.from(one).reduce((all, byte) => `${all}=${hex(byte)}`, '')),
  ),
  careless('_ stands for any character', MUST, (right, choice) => atInner(right, choice, () => '_')),
  careless('% stands for any text', MUST, (right, choice) =>
    pick([`${part(right, 0, -1)}%`, '%', `%${part(right, 1)}`, `${part(right, 0, 3)}%`], choice),
  ),
  careless('* stands for any text', MUST, (right, choice) =>
    pick([`${part(right, 0, -1)}*`, '*', `*${part(right, 1)}`], choice),
  ),
  careless('? stands for any character', MUST, (right, choice) => atInner(right, choice, () => '?')),
  careless('it is read as a regular expression', MUST, (right, choice) =>
    pick(
      [
        atInner(right, choice, () => '.'),
        '.*',
        `^${right}$`,
        `${part(right, 0, -1)}[${part(right, -1)}]`,
        `(${right})`,
        `${right}|x`,
      ],
      choice,
    ),
  ),
  careless('letters outside a character set become question marks', MUST, (right, choice) => {
    const other = pick(['밝', '雨', 'Ж'], choice);
    if (/[^\0-\xff]/.test(right))
      return right.replace(/[^\0-\xff]/gu, (one) => (one === other ? '다' : other));
    return right.includes('?') ? right.replace('?', other) : null;
  }),
  careless('the stored digest is taken for it', SECRETS, (right, choice) => {
    const [name, form] = pick(
      [
        ['sha256', 'hex'],
        ['md5', 'hex'],
        ['sha1', 'hex'],
        ['sha256', 'base64'],
        ['sha512', 'hex'],
      ] as const,
      choice,
    );
    return createHash(name).update(right).digest(form);
  }),
  careless('its last character is dropped', MUST, (right) => part(right, 0, -1)),
  careless('only its beginning is compared', MUST, (right, choice) =>
    pick([`${right}x`, `${right}-more`, `${right}${right}`, `${right}.`], choice),
  ),
  careless('only its end is compared', MUST, (right, choice) =>
    pick([`x${right}`, `more.${right}`, part(right, 1)], choice),
  ),
  careless('it has to contain the right one only', MUST, (right, choice) =>
    pick([`x${right}x`, `more ${right} more`], choice),
  ),
  ...[8, 16, 32, 64].map((length) => cutAfter(length, MUST)),
  ...[72, 255].map((length) => cutAfter(length, { secret: 'SHOULD', name: 'SHOULD' })),
  careless('it is compared as a number', MUST, (right, choice) =>
    /^\d{1,15}$/.test(right)
      ? pick(
          [`0${right}`, `${right}.0`, `+${right}`, `${right}e0`, `0x${Number(right).toString(16)}`],
          choice,
        )
      : null,
  ),
  careless('it is compared as a date', MUST, (right, choice) => {
    const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(right) ?? [];
    if (year === undefined) return null;
    return choose(right, choice, [
      `${year}-${month}-${day}`,
      `${year}/${month}/${day}`,
      `${year}-${month}-${day}T00:00`,
    ]);
  }),
  careless('the order of its characters is ignored', MUST, (right, choice) => exchanged(right, choice)),
  careless('it is a list of which one has to match', MUST, (right, choice) =>
    pick([`x,${right}`, `${right},x`, `x ${right}`, `${right};x`, `x|${right}`, `${right}\nx`], choice),
  ),
];

function careless(
  once: string,
  level: CarelessFunction['level'],
  confuse: CarelessFunction['confuse'],
): CarelessFunction {
  return {
    once,
    level,
    confuse: (right, choice) => {
      const text = right === '' ? null : confuse(right, choice);
      return text === null || text === '' || text === right ? null : text;
    },
  };
}

function preparing(
  once: string,
  level: CarelessFunction['level'],
  confuse: CarelessFunction['confuse'],
): CarelessFunction {
  return { ...careless(once, level, confuse), prepares: true };
}

function ofMail(once: string, level: Level, confuse: CarelessFunction['confuse']): CarelessFunction {
  return { ...careless(once, { name: level }, confuse), mail: true };
}

function cutAfter(length: number, level: CarelessFunction['level']): CarelessFunction {
  return careless(`it is cut after ${length} characters`, level, (right, choice) => {
    const characters = [...right];
    if (characters.length < length) return null;
    const kept = characters.slice(0, length).join('');
    const rest = characters.slice(length).map(nextCharacter).join('');
    return `${kept}${rest === '' || choice % 2 === 1 ? `${rest}x` : rest}`;
  });
}

/** The first of some texts, counted from `choice` on, that differs from the right one. */
function choose(right: string, choice: number, texts: readonly (string | null)[]): string | null {
  const turned = texts.map((_, at) => texts[(at + choice) % texts.length] ?? null);
  return turned.find((text) => text !== null && text !== right) ?? null;
}

function pick<T>(values: readonly T[], choice: number): T {
  return values[choice % values.length] as T;
}

/** Part of a text, never half a character. */
function part(text: string, from: number, to?: number): string {
  return [...text].slice(from, to).join('');
}

/** The text with something put between two of its characters. */
function inserted(text: string, what: string, choice: number): string | null {
  const characters = [...text];
  if (characters.length < 2) return null;
  const at = 1 + (choice % (characters.length - 1));
  return [...characters.slice(0, at), what, ...characters.slice(at)].join('');
}

function atCharacter(text: string, choice: number, change: (one: string) => string): string {
  const characters = [...text];
  const at = choice % characters.length;
  return characters.with(at, change(characters[at] ?? '')).join('');
}

/** Changes a letter or digit that is neither the first nor the last nor next to an @. */
function atInner(text: string, choice: number, change: (one: string) => string): string | null {
  const characters = [...text];
  const inner = characters.flatMap((one, at) =>
    at > 0 &&
    at < characters.length - 1 &&
    /[\p{L}\p{Nd}]/u.test(one) &&
    characters[at - 1] !== '@' &&
    characters[at + 1] !== '@'
      ? [at]
      : [],
  );
  const at = inner[choice % Math.max(1, inner.length)];
  return at === undefined ? null : characters.with(at, change(characters[at] ?? '')).join('');
}

/** Changes one letter; `null` where there is none that changes. */
function atLetter(text: string, choice: number, change: (letter: string) => string): string | null {
  const characters = [...text];
  const letters = characters.flatMap((one, at) => (/\p{L}/u.test(one) && change(one) !== one ? [at] : []));
  const at = letters[choice % Math.max(1, letters.length)];
  return at === undefined ? null : characters.with(at, change(characters[at] ?? '')).join('');
}

/** Two different characters exchanged. */
function exchanged(text: string, choice: number): string | null {
  const characters = [...text];
  const pairs = characters.slice(1).flatMap((one, at) => (one === characters[at] ? [] : [at]));
  const at = pairs[choice % Math.max(1, pairs.length)];
  if (at === undefined) return null;
  return characters
    .with(at, characters[at + 1] ?? '')
    .with(at + 1, characters[at] ?? '')
    .join('');
}

function swapped(character: string): string {
  const upper = character.toUpperCase();
  const other = character === upper ? character.toLowerCase() : upper;
  // `ß` has no single capital; what is longer is another change.
  return [...other].length === 1 ? other : character;
}

function nextCharacter(character: string): string {
  if (/[a-yA-Y0-8]/.test(character)) return String.fromCharCode(character.charCodeAt(0) + 1);
  return character === 'z' ? 'b' : '7';
}

function fullWidth(character: string): string {
  return /^[!-~]$/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character;
}

function mapped(text: string, from: string, to: string): string {
  return [...text].map((character) => to[from.indexOf(character)] ?? character).join('');
}

/** The local part, and the domain with its @; `null`: it is not an e-mail address. */
function mailbox(text: string): readonly [local: string, domain: string | null] {
  const at = text.lastIndexOf('@');
  return at < 1 ? [text, null] : [text.slice(0, at), text.slice(at)];
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
