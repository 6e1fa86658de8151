import type { CkstackStages } from '../../../src/provider/ckstack/stages.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';
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
  ({ parse }: CkstackStages) => ({
    parse: (text: string) => {
      if (which(text)) throw new Refusal('unparsable');
      return parse(text);
    },
  });

/** Requests that are ordinary, and ones that are unusual and make no server fail. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'media-type-in-small-letters-only',
    clause: 'CK-24',
    wrong: 'Application/JSON is no JSON.',
    stages: inSmallLettersOnly,
  },
  {
    id: 'escaped-slash-refused',
    clause: ['CK-24', 'CK-30'],
    wrong: 'A slash may not be escaped.',
    stages: unreadable((text) => text.includes('\\/')),
  },
  {
    id: 'long-bodies-refused',
    clause: ['CK-24', 'CK-25'],
    wrong: 'A body of more than 4 KiB is not read to its end.',
    stages: unreadable((text) => text.length > 4096 && text.trimStart().startsWith('{')),
  },
  {
    id: 'line-of-1024-refused',
    clause: 'CK-24',
    wrong: 'A body is read by lines of at most 512 characters of white space.',
    stages: unreadable((text) => /\s{513}/.test(text)),
  },
  {
    id: 'many-unknown-members-refused',
    clause: 'CK-25',
    level: 'SHOULD',
    wrong: 'More than a hundred members make a request malformed.',
    stages: unreadable((text) => (text.match(/"note\d+":/g) ?? []).length > 100),
  },
  {
    id: 'no-body-is-500',
    clause: 'CK-23',
    wrong:
      'A request with neither a body nor a Content-Length has no document, and the code takes it for one.',
    stages: failingOn(hasNoLength),
  },
  {
    id: 'chunks-are-500',
    clause: 'CK-23',
    wrong: 'The code needs a Content-Length, and fails on chunks.',
    stages: failingOn(isChunked),
  },
  {
    id: 'identity-is-500',
    clause: 'CK-23',
    wrong: 'No decoder is found for Content-Encoding: identity.',
    stages: failingOn(isCoded),
  },
  {
    id: 'odd-query-is-500',
    clause: 'CK-23',
    wrong: 'A query that cannot be decoded is an exception that nobody catches.',
    stages: failingOn(hasOddQuery),
  },
  {
    id: 'tid-first-or-refused',
    clause: 'CK-24',
    wrong: 'A query that does not begin with tid is refused.',
    stages: ({ isJson }) => ({
      isJson: (call) => {
        if (/\?(?!tid=).*&tid=/.test(call.target)) throw new Refusal('target');
        return isJson(call);
      },
    }),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
