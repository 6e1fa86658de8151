import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ways in which a secret may stand in a report. Written apart from the masking, so as to test it. */
export function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const digest = createHash('sha256').update(bytes).digest();
  const inJson = JSON.stringify(secret).slice(1, -1);
  const escapes = [...secret].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const inForm = new URLSearchParams({ a: secret }).toString().slice(2);
  const inXml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const forms = [
    secret,
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    escapes,
    inXml,
    inForm,
    encodeURIComponent(secret),
    encodeURI(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    bytes.toString('hex'),
    ...base64Of(bytes),
    digest.toString('hex'),
    digest.toString('hex').toUpperCase(),
    ...base64Of(digest),
  ];
  return [...new Set(forms)];
}

/** Base64 without its padding, plain and for URLs, and inside a longer text wherever it begins there. */
function base64Of(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const inner = before === 0 ? text.slice(0, -1) : text.slice(before + 1, -1);
    return inner.length < 8 ? [] : [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Every file below a folder, as text of one character a byte, with what base64 in it decodes to. */
export function filesBelow(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path).toString('latin1');
      return { path, text: `${text}\n${decodedBase64(text)}` };
    });
}

function decodedBase64(text: string): string {
  const parts = text.match(/[A-Za-z0-9+/]{24,}={0,2}/g) ?? [];
  return [...new Set(parts)].map((part) => Buffer.from(part, 'base64').toString('latin1')).join('\n');
}

/** Where a secret stands in texts, in whichever form: `junit.xml: mu…rn as 4d6f…`. */
export function leaksIn(
  files: readonly { readonly path: string; readonly text: string }[],
  secrets: Iterable<string>,
): readonly string[] {
  const needles = [...new Set(secrets)].flatMap((secret) =>
    formsOf(secret).map((form) => ({ secret, form, needle: Buffer.from(form, 'utf8').toString('latin1') })),
  );
  return files.flatMap(({ path, text }) =>
    needles
      .filter(({ needle }) => text.includes(needle))
      .map(({ secret, form }) => `${path}: ${secret} as ${form}`),
  );
}
