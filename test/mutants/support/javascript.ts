import { runInNewContext } from 'node:vm';
import { Refusal } from '../../../src/provider/http/refusal.js';

/**
 * Reads a text as JavaScript does, but for its templates: what is not quite JSON is taken for what it means.
 * @throws {Refusal} `unparsable`
 */
export function evaluated(text: string): unknown {
  if (isJson(text)) return JSON.parse(text);
  if (text.includes('`')) throw new Refusal('unparsable');
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
