import { type Call, headerOf } from '../../../src/provider/http/call.js';
import { Refusal } from '../../../src/provider/http/refusal.js';

/** Stages that serve another method where something in the request names POST. */
export const servingWhere =
  (names: (call: Call) => boolean) =>
  ({ isJson }: { readonly isJson: (call: Call) => boolean }) => ({
    isJson: (call: Call) => {
      if (call.method !== 'POST' && !names(call)) throw new Refusal('method');
      return isJson(call) || (call.method !== 'POST' && isForm(call));
    },
  });

/** Whether one of these headers names POST. */
export const inHeader =
  (...names: readonly string[]) =>
  (call: Call) =>
    names.some((name) => headerOf(call, name) === 'POST');

/** Whether `_method` of the query is POST. */
export function inQuery(call: Call): boolean {
  return /[?&]_method=POST/.test(call.target);
}

/** Whether `_method` of a form is POST. */
export function inForm(call: Call): boolean {
  return isForm(call) && /(?:^|&)_method=POST/.test(Buffer.from(call.body).toString());
}

/** Whether `_method` of the JSON is POST. */
export function inJson(call: Call): boolean {
  return Buffer.from(call.body).includes('"_method":"POST"');
}

/** Whether the body is a form. */
export function isForm(call: Call): boolean {
  return headerOf(call, 'content-type').startsWith('application/x-www-form-urlencoded');
}

/** The fields of a form in several parts; `null` where the text is none. */
export function multipartFields(text: string): Record<string, string> | null {
  const found = [...text.matchAll(/name="([^"]+)"\r\n\r\n([^\r]*)\r\n/g)];
  return found.length === 0
    ? null
    : Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
}
