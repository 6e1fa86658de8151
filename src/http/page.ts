import { headerValue } from '../text/header-field.js';
import type { Answer } from './exchange.js';

/** Whether an answer is a page for people. */
export function isPage({ headers, body }: Pick<Answer, 'headers' | 'body'>): boolean {
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(headerValue(headers, 'content-type') ?? ''))
    return true;
  return /^\s*<(?:!doctype html|html)\b/i.test(Buffer.from(body.subarray(0, 200)).toString('latin1'));
}
