import { Refusal } from '../../../src/provider/http/refusal.js';
import { isObject } from '../../../src/text/json-members.js';
import type { ConformingProvider } from '../conforming.js';

/** Members of requests that are known. */
const KNOWN = new Set([
  ...['header', 'body', 'request_code', 'request_msg', 'session_id'],
  ...['comp_id', 'memb_email', 'memb_pwd', 'client_id', 'userId', 'password'],
]);

/** JSON.parse, but of duplicate members the first counts; good enough for requests that are JSON. */
function firstWins(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) return value;
  return JSON.parse(text, function (this: Record<string, unknown>, name, member) {
    const quoted = `"${name}"`;
    const twice = typeof member === 'string' && text.split(quoted).length > 2;
    if (!twice) return member;
    const first = new RegExp(`${quoted}\\s*:\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(text)?.[1];
    return first === undefined ? member : JSON.parse(first);
  });
}

const parsing = (parse: (text: string, reference: (text: string) => unknown) => unknown) => {
  const stages = ({ parse: reference }: { readonly parse: (text: string) => unknown }) => ({
    parse: (text: string) => parse(text, reference),
  });
  return { 'esignon-startsimple': stages, 'esignon-login': stages, 'ckstack-token': stages };
};

/** Readers more lenient, or stricter, than the reference's, within what is not judged. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'commas-allowed-on-login',
    unusual: 'esignon-login reads the commas of its own document.',
    profiles: ['esignon-login'],
    start: (serve) =>
      serve({
        stages: {
          'esignon-login': ({ parse }) => ({ parse: (text) => parse(text.replace(/,(\s*})/g, '$1')) }),
        },
      }),
  },
  {
    id: 'bom-and-duplicates-refused',
    unusual: 'A byte order mark or a member that comes twice makes a request malformed.',
    profiles: ['esignon-startsimple', 'ckstack-token'],
    start: (serve) => {
      const refusing = parsing((text, reference) => {
        const value = reference(text);
        const names = text.match(/"(?:header|body|request_code|memb_\w+|userId|password)"\s*:/g) ?? [];
        if (new Set(names).size < names.length) throw new Refusal('unparsable');
        return value;
      });
      const noBom = () => ({
        decode: (bytes: Uint8Array) => {
          if (bytes[0] === 0xef && bytes[1] === 0xbb) throw new Refusal('unparsable');
          try {
            return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
          } catch {
            throw new Refusal('unparsable');
          }
        },
      });
      const both = (name: keyof typeof refusing) => (reference: { parse: (text: string) => unknown }) => ({
        ...refusing[name](reference),
        ...noBom(),
      });
      return serve({
        stages: {
          'esignon-startsimple': both('esignon-startsimple'),
          'esignon-login': both('esignon-login'),
          'ckstack-token': both('ckstack-token'),
        },
      });
    },
  },
  {
    id: 'first-duplicate-counts',
    unusual: 'Of a member that comes twice the first counts.',
    profiles: ['esignon-login', 'ckstack-token'],
    start: (serve) =>
      serve({
        stages: parsing((text, reference) => {
          const value = reference(text);
          return isObject(value) ? firstWins(text) : value;
        }),
      }),
  },
  {
    id: 'shallow-requests-only',
    unusual: 'Requests nested deeper than 16 are malformed.',
    profiles: ['esignon-login', 'ckstack-token'],
    start: (serve) =>
      serve({
        stages: parsing((text, reference) => {
          const value = reference(text);
          if (depthOf(value) > 16) throw new Refusal('unparsable');
          return value;
        }),
      }),
  },
  {
    id: 'strict-requests-only',
    unusual: 'Unknown members make a request malformed, a charset in Content-Type gets 415.',
    leaves: ['ES-20', 'ES-21', 'ES-32', 'CK-25', 'CK-32'],
    start: (serve) => {
      const strict = ({ parse }: { readonly parse: (text: string) => unknown }) => ({
        isJson: ({ headers }: { readonly headers: NodeJS.Dict<string | string[]> }) =>
          String(headers['content-type']).toLowerCase() === 'application/json',
        parse: (text: string) => {
          const value = parse(text);
          if (hasUnknown(value)) throw new Refusal('unparsable');
          return value;
        },
      });
      return serve({
        stages: { 'esignon-startsimple': strict, 'esignon-login': strict, 'ckstack-token': strict },
      });
    },
  },
  {
    id: 'names-and-passwords-normalised',
    unusual: 'E-mails ignore case, passwords of eSignon are compared in the Unicode normal form NFKC.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    start: (serve) => {
      const stages = () => ({
        sameEmail: (given: string, stored: string) => given.toLowerCase() === stored.toLowerCase(),
        samePassword: (given: string, stored: string) => given.normalize('NFKC') === stored.normalize('NFKC'),
      });
      return serve({ stages: { 'esignon-startsimple': stages, 'esignon-login': stages } });
    },
  },
  {
    id: 'hash-in-capitals-accepted',
    unusual:
      'ckstack takes the hexadecimal digits of the hash in capitals as well, and user ids in any case.',
    profiles: ['ckstack-token'],
    start: (serve) =>
      serve({
        stages: {
          'ckstack-token': ({ sameSecret }) => ({
            sameUser: (given, stored) => given.toLowerCase() === stored.toLowerCase(),
            sameSecret: (given, stored) =>
              sameSecret(/^[0-9A-F]{64}$/i.test(given) ? given.toLowerCase() : given, stored),
          }),
        },
      }),
  },
];

function depthOf(value: unknown): number {
  let depth = 0;
  for (let level: readonly unknown[] = [value]; level.length > 0 && depth < 100; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return depth;
}

function hasUnknown(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries(value).some(([name, member]) => !KNOWN.has(name) || hasUnknown(member));
}
