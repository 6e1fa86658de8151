import { LARGE_REQUEST } from '../../../http/request-size.js';
import type { Open } from './expectation.js';
import { type SentRequest, trimmedValues } from './sent-request.js';

/** Leaves open whatever Content-Type says in addition to `application/json`. */
export function mediaTypeOpen(sent: SentRequest): readonly Open[] {
  const types = trimmedValues(sent, 'content-type');
  if (types.length === 1 && types[0] === 'application/json') return [];
  const charset = /^application\/json\s*;\s*charset="?utf-8"?$/i;
  return types.length === 1 && charset.test(types[0] ?? '') ? ['charset'] : ['media type parameters'];
}

/** Leaves open how a large request is answered. */
export function sizeOpen({ path, headers, body }: SentRequest): readonly Open[] {
  const size = headers.reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    path.length + body.length,
  );
  return size > LARGE_REQUEST ? ['size'] : [];
}
