import { visible } from './visible.js';

/** A foreign text as one plain line, for messages and names that go no particular place. */
export function plainLine(text: string, limit = 200): string {
  return visible(text.replace(/\s+/gu, ' ').trim(), limit);
}
