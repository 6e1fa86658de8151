import { createHash } from 'node:crypto';

/** Texts that one careless comparison or another takes for the right one. */
export function nearTexts(right: string): readonly string[] {
  const [first = '', second = '', ...rest] = right;
  const others = rest.join('');
  const bytes = Buffer.from(right);
  return [
    `${first} ${second}${others}`,
    `${first}\u0007${second}${others}`,
    `${first}\u200b${second}${others}`,
    `${first}${String.fromCharCode(second.charCodeAt(0) + 0xfee0)}${others}`,
    `${first}${second}\u0301${others}`,
    `%${first.charCodeAt(0).toString(16)}${second}${others}`,
    `&#${first.charCodeAt(0)};${second}${others}`,
    `\\u00${first.charCodeAt(0).toString(16)}${second}${others}`,
    bytes.toString('base64'),
    bytes.toString('hex'),
    `=${first.charCodeAt(0).toString(16).toUpperCase()}${second}${others}`,
    `${first}_${others}`,
    `${first}%`,
    `${first}*`,
    `${first}.${others}`,
    `${first}.*`,
    createHash('sha256').update(right).digest('hex'),
    `x${right}x`,
    `${second}${first}${others}`,
    `x,${right}`,
  ];
}

/** E-mails that are near in a way of their own. */
export function nearMails(right: string): readonly string[] {
  const [local = '', domain = ''] = right.split('@');
  return [
    `${local.slice(0, 1)}.${local.slice(1)}@${domain}`,
    `${local}+1@${domain}`,
    `${local}(x)@${domain}`,
    `"${local}"@${domain}`,
    `Somebody <${right}>`,
  ];
}

/** Text in the languages of the documents and their neighbours. */
export const LANGUAGES = [
  '비밀번호입니다여덟',
  'ひみつのことばです',
  '秘密之合言葉八字',
  '\u{20bb7}\u{20bb7}野家八文字',
  'Übermäßig',
];
