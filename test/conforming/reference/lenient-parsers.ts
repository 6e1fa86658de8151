import type { CkstackStages } from '../../../src/provider/ckstack/stages.js';
import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { isObject } from '../../../src/text/json-members.js';
import { evaluated } from '../../mutants/support/javascript.js';
import type { ConformingProvider, Serve } from '../conforming.js';

/** How the bytes of a request become a value. */
interface Reader {
  readonly decode?: (bytes: Uint8Array) => string;
  readonly parse?: (text: string) => unknown;
  /** Changes the document before its members are looked at. */
  readonly bind?: (document: unknown) => unknown;
}

const DOCUMENTED = [
  ...['header', 'body', 'request_code', 'request_msg', 'session_id'],
  ...['comp_id', 'memb_email', 'memb_pwd', 'client_id', 'userId', 'password'],
];

function strictly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('unparsable');
  }
}

/** Reads the first document, whatever follows it. */
function firstDocument(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, end] = /after JSON at position (\d+)/.exec(String(error)) ?? [];
    return strictly(end === undefined ? text : text.slice(0, Number(end)));
  }
}

/** UTF-8, UTF-16 or UTF-32 by where the zeros are; what is ill-formed is replaced. */
function detected(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  const buffer = Buffer.from(bytes);
  if (bytes.length >= 4 && a === 0 && b === 0 && c === 0) return fromUtf32(buffer, 'readUInt32BE');
  if (bytes.length >= 4 && a !== 0 && b === 0 && c === 0 && d === 0) return fromUtf32(buffer, 'readUInt32LE');
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== undefined)) return unmarked(fromUtf16BigEndian(buffer));
  if ((a === 0xff && b === 0xfe) || b === 0) return unmarked(buffer.toString('utf16le'));
  return unmarked(buffer.toString('utf8'));
}

function fromUtf32(buffer: Buffer, read: 'readUInt32BE' | 'readUInt32LE'): string {
  const codes = Array.from({ length: Math.floor(buffer.length / 4) }, (_, at) => buffer[read](at * 4));
  return codes.map((code) => (code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code))).join('');
}

function fromUtf16BigEndian(buffer: Buffer): string {
  const even = buffer.subarray(0, buffer.length - (buffer.length % 2));
  return Buffer.from(even).swap16().toString('utf16le');
}

function unmarked(text: string): string {
  return text.replace(/^\ufeff/, '');
}

/** Every name in the letter case that the document has: of several the last counts. */
function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      DOCUMENTED.find((known) => known.toUpperCase() === name.toUpperCase()) ?? name,
      folded(member),
    ]),
  );
}

/** Arrays and objects are one type. */
function arraysAsObjects(value: unknown): unknown {
  if (Array.isArray(value)) return Object.fromEntries(Object.entries(value.map(arraysAsObjects)));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, arraysAsObjects(member)]));
}

/** Scalars become texts, as binding to fields of the type String does. */
function scalarsAsTexts(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, scalarsAsTexts(member)]));
}

function reading(serve: Serve, { decode, parse, bind }: Reader) {
  const own = { ...(decode ? { decode } : {}), ...(parse ? { parse } : {}) };
  const esignon = ({ readLogin }: EsignonStages): Partial<EsignonStages> => ({
    ...own,
    ...(bind ? { readLogin: (document, call) => readLogin(bind(document), call) } : {}),
  });
  const ckstack = ({ readLogin }: CkstackStages): Partial<CkstackStages> => ({
    ...own,
    ...(bind ? { readLogin: (document, call) => readLogin(bind(document), call) } : {}),
  });
  return serve({
    stages: { 'esignon-startsimple': esignon, 'esignon-login': esignon, 'ckstack-token': ckstack },
  });
}

/** SHOULD clauses that a reader leaves that takes more than JSON, or other letter case in names. */
const MORE_THAN_JSON = ['ES-12', 'CK-17'];
const OTHER_CASE = ['ES-14', 'CK-16'];

/** Readers of JSON as the languages of the field have them (RFC 8259 section 9). */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'reads-like-go',
    unusual:
      'Names of members match in any letter case, ill-formed UTF-8 is replaced, and what follows the document is ignored.',
    leaves: [...MORE_THAN_JSON, ...OTHER_CASE],
    start: (serve) =>
      reading(serve, {
        decode: (bytes) => Buffer.from(bytes).toString('utf8'),
        parse: firstDocument,
        bind: folded,
      }),
  },
  {
    id: 'reads-like-php',
    unusual: 'Arrays and objects are one type, so that an array lacks members; nested 512 deep at most.',
    start: (serve) =>
      reading(serve, {
        parse: (text) => {
          const value = strictly(unmarked(text));
          let depth = 0;
          for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
            if (token === '{' || token === '[') depth += 1;
            if (token === '}' || token === ']') depth -= 1;
            if (depth > 512) throw new Refusal('unparsable');
          }
          return value;
        },
        bind: arraysAsObjects,
      }),
  },
  {
    id: 'reads-like-jackson',
    unusual:
      'UTF-16 and UTF-32 are recognised, numbers are taken for texts, and what follows the document is ignored.',
    leaves: MORE_THAN_JSON,
    start: (serve) => reading(serve, { decode: detected, parse: firstDocument, bind: scalarsAsTexts }),
  },
  {
    id: 'reads-like-python',
    unusual: 'NaN and Infinity are numbers; UTF-16 and UTF-32 are recognised.',
    leaves: MORE_THAN_JSON,
    start: (serve) =>
      reading(serve, {
        decode: detected,
        parse: (text) =>
          strictly(
            text.replace(/("(?:[^"\\]|\\.)*")|-?\b(?:NaN|Infinity)\b/g, (_, string) => string ?? 'null'),
          ),
      }),
  },
  {
    id: 'reads-like-json5',
    unusual:
      'Comments, single quotes, unquoted names, trailing commas and every number of JavaScript are read.',
    leaves: MORE_THAN_JSON,
    start: (serve) =>
      reading(serve, { decode: (bytes) => unmarked(Buffer.from(bytes).toString('utf8')), parse: evaluated }),
  },
  {
    id: 'ill-formed-bytes-dropped-outside-credentials',
    unusual: 'Ill-formed bytes are dropped, and a credential with one in it is wrong.',
    leaves: MORE_THAN_JSON,
    start: (serve) =>
      reading(serve, {
        decode: (bytes) =>
          Buffer.from(bytes)
            .toString('utf8')
            .replace(
              /("(?:memb_email|memb_pwd|userId|password)"\s*:\s*"[^"]*")|\ufffd/g,
              (_, kept) => kept ?? '',
            ),
      }),
  },
  {
    id: 'no-body-is-an-empty-object',
    unusual: 'A body without bytes is an object without members.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    start: (serve) => reading(serve, { parse: (text) => (text === '' ? {} : strictly(unmarked(text))) }),
  },
];
