/** Members, parameters and headers whose value is always a secret; regular expressions, case is ignored. */
const MEMBERS = [
  'memb_pwd',
  'password',
  'passwd',
  'pwd',
  'access_?token',
  'refresh_?token',
  'id_token',
  'token',
  'client_?id',
  'client_?secret',
  'secret',
  'api_?key',
  'signature',
];
const HEADERS = [
  'h-authorization',
  'proxy-authorization',
  'authorization',
  'set-cookie',
  'cookie',
  'x-api-key',
];

const NAME = new RegExp(`(?<![\\w-])(?:(${HEADERS.join('|')})|${MEMBERS.join('|')})(?![\\w-])`, 'gi');
const SECRET_HEADER = new RegExp(`^(?:${HEADERS.join('|')})$`, 'i');

/** Between a name and its value: the closing quote of the name, a colon or an equals sign, white space. */
const TO_VALUE = /(?:\\*["'])?\s*([:=])\s*/y;
const OPENING_QUOTE = /\\*["']/y;
const NUMBER = /[\d.eE+-]{4,}/y;
const FORM_VALUE = /[^&;,\s"'<>)\]}]+/y;
const HEADER_VALUE = /[^\r\n"]+/y;
const ARRAY_OPENING = /[[\s]+/y;
const NEXT_ITEM = /\s*,\s*/y;
/** Names of passwords: every string in an object under such a name may be part of one. */
const PASSWORD = /^(?:memb_pwd|password|passwd|pwd)$/i;
/** In an object, up to the next brace or string. */
const IN_OBJECT = /[^"{}]*/y;
const COLON = /\s*:/y;
/** After a quote that is not the closing one: the value itself contains it unescaped, which JSON does not allow. */
const RUNS_ON = /[^\s,:;=&<>()[\]{}"'\\]*[A-Za-z0-9][^\s,:;=&<>()[\]{}"'\\]*/y;

/** Whether the value of this header is always masked. */
export function isSecretHeader(name: string): boolean {
  return SECRET_HEADER.test(name);
}

/**
 * Finds the values of members, parameters and headers with the name of a secret, in text like JSON, a form, a query or
 * header lines, also where it is malformed or cut off. Reads the text once.
 * @param report gets the start and end of each value, without its quotes; empty values are not reported
 */
export function scanNamed(text: string, report: (start: number, end: number) => void): void {
  const found = (start: number, end: number) => {
    if (end > start) report(start, end);
  };
  NAME.lastIndex = 0;
  for (let name = NAME.exec(text); name !== null; name = NAME.exec(text)) {
    const after = NAME.lastIndex;
    const between = matchAt(TO_VALUE, text, after);
    if (between === null) continue;
    const isHeader = name[1] !== undefined;
    const start = after + between[0].length;
    NAME.lastIndex =
      text[start] === '{' && PASSWORD.test(name[0])
        ? scanObject(text, start, found)
        : scanValue(text, start, between[1] === '=', isHeader, found);
  }
}

/** @returns the offset at which to continue */
function scanValue(
  text: string,
  start: number,
  assigned: boolean,
  isHeader: boolean,
  found: (start: number, end: number) => void,
): number {
  if (text[start] === '[') return scanArray(text, start, found);
  const quoted = scanString(text, start, found);
  if (quoted !== null) return quoted;
  // prose has colons too ("password: must be given"): an unquoted value must be that of a form, a header, or a number
  const pattern = isHeader ? HEADER_VALUE : assigned ? FORM_VALUE : NUMBER;
  const value = matchAt(pattern, text, start);
  if (value === null) return start;
  const end = start + value[0].length;
  found(start, end);
  return end;
}

function scanArray(text: string, start: number, found: (start: number, end: number) => void): number {
  let at = start + (matchAt(ARRAY_OPENING, text, start)?.[0].length ?? 0);
  for (;;) {
    const end = scanString(text, at, found);
    if (end === null) return at;
    at = end;
    const comma = matchAt(NEXT_ITEM, text, at);
    if (comma === null) return at;
    at += comma[0].length;
  }
}

/** Finds every string in an object except member names. @returns the offset after the object, or of its first error */
function scanObject(text: string, start: number, found: (start: number, end: number) => void): number {
  let depth = 0;
  for (let at = start; ; ) {
    at += matchAt(IN_OBJECT, text, at)?.[0].length ?? 0;
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    else {
      const strings: [number, number][] = [];
      const end = scanString(text, at, (from, to) => strings.push([from, to]));
      if (end === null) return at;
      if (matchAt(COLON, text, end) === null) for (const [from, to] of strings) found(from, to);
      at = end;
      continue;
    }
    at += 1;
    if (depth === 0) return at;
  }
}

/** @returns the offset after the string, the end of the text if it is cut off; `null`: no string begins here */
function scanString(text: string, start: number, found: (start: number, end: number) => void): number | null {
  const quote = matchAt(OPENING_QUOTE, text, start)?.[0];
  if (quote === undefined) return null;
  const from = start + quote.length;
  // a quote inside the string has one backslash more before it, also in JSON within JSON
  for (let end = text.indexOf(quote, from); ; end = text.indexOf(quote, end + 1)) {
    if (end === -1) {
      found(from, text.length);
      return text.length;
    }
    if (!isEscaped(text, from, end, quote)) {
      found(from, end);
      const after = end + quote.length;
      const rest = matchAt(RUNS_ON, text, after)?.[0].length ?? 0;
      found(after, after + rest);
      return after + rest;
    }
  }
}

function isEscaped(text: string, from: number, at: number, quote: string): boolean {
  let backslashes = 0;
  while (at - backslashes > from && text[at - backslashes - 1] === '\\') backslashes += 1;
  return quote.length > 1 ? backslashes > 0 : backslashes % 2 === 1;
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
