/** Answers have one or two tokens; a hostile one may have any number. */
const MAX_TOKENS = 16;
/** Shorter values are not tokens, and masking them would hide ordinary words. */
const MIN_TOKEN_LENGTH = 8;
const MAX_TOKEN_LENGTH = 8192;
/** Only the beginning of an answer is searched: more of it is never shown. */
const SEARCHED_BYTES = 256 * 1024;

const TOKEN_MEMBER = /"(?:access_token|token)"\s*:\s*"((?:[^"\\]|\\.)*)"/gi;

/** The values of `access_token` and `token` anywhere in a body, also if it is not valid JSON. */
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
