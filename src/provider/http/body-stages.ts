import { type JsonObject, memberOf } from '../../text/json-members.js';
import type { Call } from './call.js';
import { headerOf } from './call.js';
import { Refusal } from './refusal.js';

/** The stages that every profile has: bytes in, JSON value; JSON value, bytes out. */
export interface BodyStages {
  /** Whether the request says that its body is JSON. */
  readonly isJson: (call: Call) => boolean;
  /** Bytes → text. @throws {Refusal} `unparsable` */
  readonly decode: (bytes: Uint8Array) => string;
  /** Text → value. @throws {Refusal} `unparsable` */
  readonly parse: (text: string) => unknown;
  /** Answer → what is sent. */
  readonly serialise: (answer: unknown) => string | Uint8Array;
}

export const BODY_STAGES: BodyStages = { isJson, decode, parse, serialise: JSON.stringify };

/**
 * The value in a request's body.
 * @throws {Refusal} `media-type` or `unparsable`
 */
export function readDocument(call: Call, stages: BodyStages): unknown {
  if (!stages.isJson(call)) throw new Refusal('media-type');
  return stages.parse(stages.decode(call.body));
}

/**
 * One member of a JSON object that must be a string with something in it.
 * @throws {Refusal} `member`
 */
export function textMember(object: JsonObject, name: string): string {
  const value = memberOf(object, name);
  if (typeof value !== 'string' || value === '') throw new Refusal('member');
  return value;
}

// Parameters are ignored (ES-21, CK-25): RFC 8259 gives application/json none.
function isJson(call: Call): boolean {
  const [type = ''] = headerOf(call, 'content-type').split(';', 1);
  const coding = headerOf(call, 'content-encoding').trim().toLowerCase();
  return type.trim().toLowerCase() === 'application/json' && (coding === '' || coding === 'identity');
}

// Strict UTF-8. A BOM is dropped, as RFC 8259 section 8.1 lets a parser do.
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('unparsable');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('unparsable');
  }
}
