import { type ParseError, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { FileSyntaxError } from '../errors/file-syntax-error.js';
import { readTextFile, type UserFile } from './text-file.js';

/** By the names that the parser has for its error codes. */
const FAULTS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'only true, false, null, numbers and text in double quotes are allowed here',
  InvalidNumberFormat: 'this is not a JSON number',
  PropertyNameExpected: 'the name of a member in double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'nothing is allowed after the first value',
  InvalidCommentToken: 'comments are not allowed',
  UnexpectedEndOfComment: 'comments are not allowed',
  UnexpectedEndOfString: 'a closing double quote is missing',
  UnexpectedEndOfNumber: 'this is not a JSON number',
  InvalidUnicode: 'four hexadecimal digits must follow \\u',
  InvalidEscapeCharacter: 'this is not a JSON escape',
  InvalidCharacter: 'a control character must be escaped',
};

/**
 * Reads the JSON of a file, or what a program gave in its place.
 *
 * @throws {UnreadableFileError} when it cannot be read
 * @throws {FileSyntaxError} when it is not JSON
 */
export async function readJson(file: UserFile): Promise<unknown> {
  return file.content === undefined
    ? parseJson(await readTextFile(file), file.shown)
    : structuredClone(file.content);
}

/**
 * Parses strict JSON (RFC 8259) without duplicate member names.
 *
 * @param text the whole text
 * @param file the file it came from, as the user named it
 * @throws {FileSyntaxError} with line and column; it quotes nothing of the text, which may hold secrets
 */
export function parseJson(text: string, file: string): unknown {
  if (text.trim() === '') throw new FileSyntaxError(file, 'it is empty', null);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw syntaxError(text, file);
  }
  refuseRepeatedMembers(text, file);
  return value;
}

function syntaxError(text: string, file: string): FileSyntaxError {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return new FileSyntaxError(file, 'it is nested too deeply', null);
  }
  const [first] = errors;
  if (first === undefined) return new FileSyntaxError(file, 'it cannot be parsed', null);
  if (/,\s*$/.test(text.slice(0, first.offset)) && /^[}\]]/.test(text.slice(first.offset))) {
    const comma = text.lastIndexOf(',', first.offset);
    return new FileSyntaxError(file, 'no comma is allowed after the last member', positionOf(text, comma));
  }
  return new FileSyntaxError(
    file,
    FAULTS[printParseErrorCode(first.error)] ?? 'it cannot be parsed',
    positionOf(text, first.offset),
  );
}

/** Two members of one name: one of the two settings would be lost silently. */
function refuseRepeatedMembers(text: string, file: string): void {
  const open: Set<string>[] = [];
  const repeated: { name: string; offset: number }[] = [];
  try {
    visit(text, {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (name, offset) => {
        if (open.at(-1)?.has(name)) repeated.push({ name, offset });
        open.at(-1)?.add(name);
      },
    });
  } catch {
    throw new FileSyntaxError(file, 'it is nested too deeply', null);
  }
  const [first] = repeated;
  if (first === undefined) return;
  const name = JSON.stringify(first.name);
  throw new FileSyntaxError(file, `the member ${name} is there twice`, positionOf(text, first.offset));
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
