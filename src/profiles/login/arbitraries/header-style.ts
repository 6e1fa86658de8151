import fc, { type Arbitrary } from 'fast-check';
import { among, pick, sometimes } from './pick.js';

/** How headers are written where HTTP leaves it open. */
export interface HeaderStyle {
  readonly words: readonly string[];
  /** A header's name in other letter case (RFC 9110 section 5.1). */
  readonly nameCase: (name: string) => string;
  readonly contentType: string;
}

export const PLAIN_HEADERS: HeaderStyle = {
  words: [],
  nameCase: (name) => name,
  contentType: 'application/json',
};

/** Whether one letter after the other is in upper case, cyclically. */
const nameCase: Arbitrary<readonly boolean[]> = pick<readonly boolean[]>(
  [1, among([false], [true])],
  [1, fc.array(fc.boolean(), { minLength: 2, maxLength: 7 })],
);

/** The charset that JSON has anyway (ES-21, CK-25). */
const charset: Arbitrary<string> = among(
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json; charset="utf-8"',
  'application/json ; charset=utf-8',
  'application/json; Charset=Utf-8',
);

/** Letter case of header names. Shrinks towards the plain one. */
export const headerCase: Arbitrary<HeaderStyle> = sometimes(40, nameCase).map((upper) => {
  if (!upper) return PLAIN_HEADERS;
  return {
    ...PLAIN_HEADERS,
    words: ['header names in another letter case'],
    nameCase: (name) =>
      [...name]
        .map((letter, at) => (upper[at % upper.length] ? letter.toUpperCase() : letter.toLowerCase()))
        .join(''),
  };
});

/** A Content-Type with the charset that JSON has anyway. */
export const charsetParameter: Arbitrary<string> = charset;
