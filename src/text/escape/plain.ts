import { visible } from './visible.js';

/** A text that is not ours on one plain line, for messages and names: white space collapsed, nothing hidden in it. */
export function plainLine(text: string, limit = 200): string {
  return visible(text.replace(/\s+/gu, ' ').trim(), limit);
}
