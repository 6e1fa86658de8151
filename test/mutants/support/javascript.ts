import { runInNewContext } from 'node:vm';
import { Refusal } from '../../../src/provider/http/refusal.js';

const STRINGS_AND_COMMENTS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
/** What is in no literal, but in programs. */
const PROGRAM = /[`=();?!&|<>*%^~]/;

/**
 * Reads a text as a literal of JavaScript: what is not quite JSON is taken for what it means.
 * @throws {Refusal} `unparsable`
 */
export function evaluated(text: string): unknown {
  if (isJson(text)) return JSON.parse(text);
  if (PROGRAM.test(text.replace(STRINGS_AND_COMMENTS, ''))) throw new Refusal('unparsable');
  try {
    const value: unknown = runInNewContext(`(${text}\n)`, Object.create(null), { timeout: 1000 });
    return JSON.parse(JSON.stringify(value));
  } catch {
    throw new Refusal('unparsable');
  }
}

/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
