/** Answers hold one or two tokens; a hostile one may hold any number. */
const MAX_TOKENS = 16;
/** Shorter ones are no tokens, and as secrets they would hide words. */
const MIN_TOKEN_LENGTH = 8;
const MAX_TOKEN_LENGTH = 8192;
/** As far as an answer is searched: all that is ever shown of it. */
const SEARCHED_BYTES = 256 * 1024;

const TOKEN_MEMBER = /"(?:access_token|token)"\s*:\s*"((?:[^"\\]|\\.)*)"/gi;

/** String values of `access_token` and `token` anywhere in a body, also in one that is not quite JSON. */
export function tokensOf(body: Uint8Array): readonly string[] {
  const text = Buffer.from(
    body.buffer,
    body.byteOffset,
    Math.min(body.byteLength, SEARCHED_BYTES),
  ).toString();
  if (!/token"/i.test(text)) return [];
  const tokens = new Set<string>();
  for (const [, escaped = ''] of text.matchAll(TOKEN_MEMBER)) {
    const token = unescaped(escaped);
    if (token.length >= MIN_TOKEN_LENGTH && token.length <= MAX_TOKEN_LENGTH) tokens.add(token);
    if (tokens.size >= MAX_TOKENS) break;
  }
  return [...tokens];
}

function unescaped(jsonString: string): string {
  try {
    return JSON.parse(`"${jsonString}"`) as string;
  } catch {
    return jsonString;
  }
}
