import { createHash } from 'node:crypto';
import { MIN_NEEDLE } from './needle-index.js';

/** Longer secrets are texts of attacks, not of accounts: only they themselves and their digest are searched for. */
const LONG = 4096;
/** Length of base64 that cannot occur by chance. */
const MIN_INNER_BASE64 = 10;

/** Number of bytes whose hexadecimal form cannot occur by chance. */
const MIN_HEX = 6;

/** Words that requests and answers contain by contract: masking them would hide what happened. */
const PUBLIC_WORDS = new Set(
  [
    'header body request_code request_msg session_id comp_id client_id memb_email memb_pwd version 1001Q 1001A',
    'response_code result_code result_msg access_token device_id expire_date userId password token expireDate',
    'ckTid ckError ckMessage S000001 user company groups menus name null true false undefined HTTP POST Open',
  ].flatMap((line) => line.split(' ')),
);

/** Whether a text can be masked wherever it occurs: at least four characters, and not a word of the contract. */
export function isMaskable(secret: string): boolean {
  return secret.length >= MIN_NEEDLE && !PUBLIC_WORDS.has(secret);
}

/**
 * The forms of a secret, apart from escapes of JSON and percent-encoding: as it is, form-encoded, UTF-16, hexadecimal,
 * base64 (also within a longer base64 text), its SHA-256 in hexadecimal and base64.
 * @returns binary strings of four characters or more, one for each byte
 */
export function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const raw = bytes.toString('latin1');
  const digest = createHash('sha256').update(bytes).digest();
  const hex = digest.toString('hex');
  const forms = [raw, hex, hex.toUpperCase(), ...base64Forms(digest)];
  if (bytes.length <= LONG) {
    if (raw.includes(' ')) forms.push(raw.replaceAll(' ', '+'));
    const utf16 = Buffer.from(secret, 'utf16le');
    forms.push(utf16.toString('latin1'), Buffer.from(utf16).swap16().toString('latin1'));
    forms.push(...base64Forms(bytes), ...innerBase64(bytes));
    if (bytes.length >= MIN_HEX) forms.push(bytes.toString('hex'), bytes.toString('hex').toUpperCase());
  }
  return forms.filter((form) => form.length >= MIN_NEEDLE);
}

function base64Forms(bytes: Buffer): string[] {
  return withStandardForm(bytes.toString('base64url'));
}

/** The parts of base64 that a secret determines within a longer text, for each of the three alignments. */
function innerBase64(bytes: Buffer): string[] {
  const padded = Buffer.concat([Buffer.alloc(2), bytes]);
  return [0, 1, 2].flatMap((before) => {
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    const inner = padded.toString('base64url', 2 - before).slice(before === 0 ? 0 : before + 1, whole);
    return inner.length >= MIN_INNER_BASE64 ? withStandardForm(inner) : [];
  });
}

/** Base64 in its URL alphabet and, where that differs, in the standard one; without padding. */
function withStandardForm(url: string): string[] {
  return /[-_]/.test(url) ? [url, url.replaceAll('-', '+').replaceAll('_', '/')] : [url];
}
