import type { JsonNode, JsonPath } from './json-node.js';

/** The plain login that generated requests start from, and what generators must know about it. */
export interface BaseRequest {
  /** The document of the plain login. */
  readonly document: JsonNode;
  /** Where the name of the user is: `['body', 'memb_email']`, `['userId']`. */
  readonly user: JsonPath;
  readonly password: JsonPath;
  /** Where the code of the request is; `null`: the profile has none. */
  readonly code: JsonPath | null;
  /** Every object of the document, the top first. */
  readonly objects: readonly JsonPath[];
  /** What else the document holds. */
  readonly further: readonly JsonPath[];
  readonly userName: string;
  /** As the user types it. */
  readonly typedPassword: string;
  /** As it is sent: itself, or its digest. */
  readonly sent: (password: string) => string;
}

/** The body of a generated request, and what was done to it, in words that name no secret. */
export interface GeneratedBody {
  readonly words: readonly string[];
  readonly bytes: Uint8Array;
}
