import { type Call, headerOf } from '../../../src/provider/http/call.js';

/** Stages that fail, as code that nobody tried does, on some requests. */
export const failingOn =
  (which: (call: Call) => boolean) =>
  ({ isJson }: { readonly isJson: (call: Call) => boolean }) => ({
    isJson: (call: Call) => {
      if (which(call)) throw new TypeError('nobody thought of that');
      return isJson(call);
    },
  });

/** Whether a POST has neither a Content-Length nor chunks. */
export function hasNoLength(call: Call): boolean {
  return headerOf(call, 'content-length') === '' && !isChunked(call);
}

/** Whether a body comes in chunks. */
export function isChunked(call: Call): boolean {
  return headerOf(call, 'transfer-encoding') !== '';
}

/** Whether a content coding is named. */
export function isCoded(call: Call): boolean {
  return headerOf(call, 'content-encoding') !== '';
}

/** Whether the query cannot be decoded. */
export function hasOddQuery({ target }: Call): boolean {
  return /\?.*%(?![0-9a-f]{2})/i.test(target);
}

/** Stages that know one letter case of the media type. */
export const inSmallLettersOnly = ({ isJson }: { readonly isJson: (call: Call) => boolean }) => ({
  isJson: (call: Call) => isJson(call) && headerOf(call, 'content-type').startsWith('application/json'),
});
