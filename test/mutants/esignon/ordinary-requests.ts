import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { bothProfiles, type EsignonDefect } from '../support/esignon.js';
import {
  failingOn,
  hasNoLength,
  hasOddQuery,
  inSmallLettersOnly,
  isChunked,
  isCoded,
} from '../support/unusual-requests.js';

/** Refuses texts that a careless reader does not get on with. */
const unreadable =
  (which: (text: string) => boolean) =>
  ({ parse }: EsignonStages) => ({
    parse: (text: string) => {
      if (which(text)) throw new Refusal('unparsable');
      return parse(text);
    },
  });

/** Requests that are ordinary, and ones that are unusual and make no server fail. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'media-type-in-small-letters-only',
    clause: 'ES-19',
    wrong: 'Application/JSON is no JSON.',
    stages: inSmallLettersOnly,
  },
  {
    id: 'escaped-slash-refused',
    clause: ['ES-19', 'ES-28'],
    wrong: 'A slash may not be escaped.',
    stages: unreadable((text) => text.includes('\\/')),
  },
  {
    id: 'long-bodies-refused',
    clause: ['ES-19', 'ES-20'],
    wrong: 'A body of more than 4 KiB is not read to its end.',
    stages: unreadable((text) => text.length > 4096 && text.trimStart().startsWith('{')),
  },
  {
    id: 'line-of-1024-refused',
    clause: 'ES-19',
    wrong: 'A body is read by lines of at most 512 characters of white space.',
    stages: unreadable((text) => /\s{513}/.test(text)),
  },
  {
    id: 'many-unknown-members-refused',
    clause: 'ES-20',
    level: 'SHOULD',
    wrong: 'More than a hundred members make a request malformed.',
    stages: unreadable((text) => (text.match(/"note\d+":/g) ?? []).length > 100),
  },
  {
    id: 'no-body-is-500',
    clause: 'ES-17',
    wrong:
      'A request with neither a body nor a Content-Length has no document, and the code takes it for one.',
    stages: failingOn(hasNoLength),
  },
  {
    id: 'chunks-are-500',
    clause: 'ES-17',
    wrong: 'The code needs a Content-Length, and fails on chunks.',
    stages: failingOn(isChunked),
  },
  {
    id: 'identity-is-500',
    clause: 'ES-17',
    wrong: 'No decoder is found for Content-Encoding: identity.',
    stages: failingOn(isCoded),
  },
  {
    id: 'odd-query-is-500',
    clause: 'ES-17',
    wrong: 'A query that cannot be decoded is an exception that nobody catches.',
    stages: failingOn(hasOddQuery),
  },
  {
    id: 'session-id-number-is-500',
    clause: 'ES-17',
    wrong: 'A session id that is no string makes the code fail.',
    stages: ({ parse }) => ({
      parse: (text) => {
        if (/"session_id"\s*:\s*[^"\s]/.test(text)) throw new TypeError('session_id.trim is not a function');
        return parse(text);
      },
    }),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
