/**
 * Makes a test of whether the bytes of a request name an account, be it escaped, in UTF-16 or in other letter case:
 * then a refusal may count as one of its failed logins.
 * @param name of its user
 */
export function namesAccount(name: string): (bytes: Uint8Array) => boolean {
  const wanted = plain(name);
  return (bytes) => {
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)) return true;
    const text = decoder.decode(bytes);
    const seen = text.replaceAll('\0', '');
    return plain(seen).includes(wanted) || (seen.includes('\\') && plain(unescaped(seen)).includes(wanted));
  };
}

const decoder = new TextDecoder('utf-8');

/** Without case, accents, white space and invisible characters. */
function plain(text: string): string {
  const ascii = /^[\x21-\x7e]*$/.test(text);
  const bare = ascii
    ? text
    : text.normalize('NFKD').replace(/[\p{M}\s\p{Default_Ignorable_Code_Point}]/gu, '');
  return bare.toLowerCase();
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, '$1');
}
