import { NEAR_HEADER_TEXTS } from '../../login/near/near-credentials.js';
import type { NotApplicable } from '../../profile.js';
import { imfFixdate } from '../http-date.js';
import { type CkstackDraft, type CkstackLogin, type CkstackVariation, draftOf, withTid } from './login.js';

const HOUR_MS = 3_600_000;

/** `H-Authorization` missing, with another scheme, an unknown key or a wrong signature (CK-19). */
export const AUTHORIZATION_FAULTS: readonly CkstackVariation[] = [
  fault('without H-Authorization', () => ({ authorization: () => null })),
  fault('with the scheme Basic in H-Authorization', ({ apiKey }) => ({
    authorization: (signature) => `Basic ${apiKey}:${signature}`,
  })),
  fault('with the scheme Bearer in H-Authorization', ({ apiKey }) => ({
    authorization: (signature) => `Bearer ${apiKey}:${signature}`,
  })),
  fault('with Authorization instead of H-Authorization', () => ({
    headerCase: (name) => (name === 'H-Authorization' ? 'Authorization' : name),
  })),
  fault('with the API key in a different letter case', ({ apiKey }) => ({ apiKey: inOtherCase(apiKey) })),
  fault('with an unknown API key', ({ nonce }) => ({ apiKey: `unknown-${nonce}` })),
  fault('with an empty signature after the API key', ({ apiKey }) => ({
    authorization: () => `Open ${apiKey}:`,
  })),
  fault('with only the API key', ({ apiKey }) => ({ authorization: () => `Open ${apiKey}` })),
  fault('with an empty API key before the signature', () => ({
    authorization: (signature) => `Open :${signature}`,
  })),
  fault('with a signature that differs in its first character', ({ apiKey }) => ({
    authorization: (signature) => `Open ${apiKey}:${changed(signature, 0)}`,
  })),
  fault('with a signature that differs near its end', ({ apiKey }) => ({
    // Not in the last characters: some of the bits there mean nothing in base64.
    authorization: (signature) => `Open ${apiKey}:${changed(signature, Math.max(0, signature.length - 6))}`,
  })),
  fault('with a signature that differs in one letter', ({ apiKey }) => ({
    authorization: (signature) => `Open ${apiKey}:${recased(signature)}`,
  })),
  fault('with a signature cut to half its length', ({ apiKey }) => ({
    authorization: (signature) => `Open ${apiKey}:${signature.slice(0, signature.length / 2)}`,
  })),
  {
    phrase: 'without a transaction id and with a wrong signature',
    build: (login) =>
      draftOf(
        { ...login, tid: undefined },
        {
          label: 'without tid, and the signature is wrong',
          authorization: (signature) => `Open ${login.apiKey}:${changed(signature, 0)}`,
        },
      ),
  },
];

/** The right signature of another request (CK-19): only where the signature covers what differs. */
export const BORROWED_SIGNATURES: readonly CkstackVariation[] = [
  fault('with a signature made for another minute', ({ now }) => ({
    signedAs: { date: new Date(now.getTime() - 60_000).toUTCString() },
  })),
  fault('with a signature made without the date', () => ({ signedAs: { date: '' } })),
  fault('with a signature made without the service', () => ({ signedAs: { service: '' } })),
  fault('with a signature made without the transaction id', ({ path }) => ({ signedAs: { path } })),
  fault('with a signature made for another transaction id', ({ path, nonce }) => ({
    signedAs: { path: withTid(path, `other-${nonce}`) },
  })),
  fault('with a signature made for the method GET', () => ({ signedAs: { method: 'GET' } })),
  fault('with a signature made for another path', ({ path, tid }) => ({
    signedAs: { path: withTid(path.replace(/(?=\?|$)/, 's'), tid) },
  })),
  fault('with a signature made for yesterday', ({ now }) => ({
    signedAs: { date: new Date(now.getTime() - 24 * HOUR_MS).toUTCString() },
  })),
  fault('with a signature made for another service', ({ service }) => ({
    signedAs: { service: `${service}x` },
  })),
  fault('with a signature made with an empty key', () => ({ signedAs: { key: 'empty' } })),
  fault('with a signature made with another key', () => ({ signedAs: { key: 'another' } })),
  fault('with a signature made without a key', () => ({ signedAs: { key: 'none' } })),
];

/** A word in place of a signature (CK-19). */
export const WORDS_FOR_A_SIGNATURE: readonly CkstackVariation[] = [
  'undefined',
  'null',
  'true',
  'signature',
  '0',
].map((word) =>
  fault(`with the word ${word} as the signature`, ({ apiKey }) => ({
    authorization: () => `Open ${apiKey}:${word}`,
  })),
);

/** API keys that a careless comparison mistakes for the right one (CK-19). */
export const NEAR_API_KEYS: readonly CkstackVariation[] = NEAR_HEADER_TEXTS.map(({ once, of }) => ({
  phrase: `with an API key that is right once ${once}`,
  build: (login) => {
    const apiKey = headerText(of(login.apiKey));
    if (typeof apiKey !== 'string') return apiKey;
    return draftOf(login, { label: `with an API key that is right once ${once}`, apiKey });
  },
}));

/** What can be sent in a header, and is not taken off by those who read it. */
function headerText(text: string | NotApplicable): string | NotApplicable {
  if (typeof text !== 'string') return text;
  if (/[^\x20-\x7e]/.test(text)) return { notApplicable: 'a header has no room for such characters' };
  return text.trim() === text ? text : { notApplicable: 'white space round a key is not judged' };
}

/** `H-Date` missing, not an HTTP-date, a day old or a day ahead (CK-20). */
export const DATE_FAULTS: readonly CkstackVariation[] = [
  fault('without H-Date', () => ({ date: null })),
  fault('with an H-Date that is not a date', () => ({ date: 'yesterday' })),
  fault('with an H-Date in ISO 8601', ({ now }) => ({ date: now.toISOString() })),
  fault('with an H-Date in seconds since 1970', ({ now }) => ({
    date: String(Math.floor(now.getTime() / 1000)),
  })),
  fault('with an H-Date in the time zone +0900', ({ now }) => ({
    // The clock of that zone: the instant is now, so that nothing is wrong but the form.
    date: imfFixdate(new Date(now.getTime() + 9 * HOUR_MS)).replace('GMT', '+0900'),
  })),
  fault('with an H-Date that is a day old', ({ now }) => ({
    // Half an hour more: clocks differ.
    date: new Date(now.getTime() - 24.5 * HOUR_MS).toUTCString(),
  })),
  fault('with an H-Date that is a day ahead', ({ now }) => ({
    date: new Date(now.getTime() + 24.5 * HOUR_MS).toUTCString(),
  })),
];

/** `Ck-Service` missing or unknown (CK-21). */
export const SERVICE_FAULTS: readonly CkstackVariation[] = [
  fault('without Ck-Service', () => ({ service: null })),
  fault('with an extra letter appended to the Ck-Service', ({ service }) => ({ service: `${service}x` })),
  fault('with an unknown Ck-Service', ({ nonce }) => ({ service: `unknown-${nonce}` })),
  fault('with an empty Ck-Service', () => ({ service: '' })),
  {
    phrase: 'with the Ck-Service in a different letter case',
    build: (login) => {
      const service = otherCaseOf(login.service);
      if (service === undefined) return { notApplicable: 'the service has no letters' };
      return draftOf(login, { label: 'Ck-Service in a different letter case', service });
    },
  },
  {
    phrase: 'with the Ck-Service minus its last character',
    build: (login) => {
      const service = login.service.slice(0, -1).trimEnd();
      if (service === '') return { notApplicable: 'the service has one character only' };
      return draftOf(login, { label: 'Ck-Service minus its last character', service });
    },
  },
];

/** A key without letters gets one. */
function inOtherCase(key: string): string {
  return otherCaseOf(key) ?? `${key}x`;
}

function otherCaseOf(text: string): string | undefined {
  return [text.toUpperCase(), text.toLowerCase()].find((other) => other !== text);
}

function changed(signature: string, at: number): string {
  const other =
    signature[at] === 'A'
      ? 'B'
      : signature[at] === '0'
        ? '1'
        : /[0-9a-f]/.test(signature[at] ?? '')
          ? '0'
          : 'A';
  return `${signature.slice(0, at)}${other}${signature.slice(at + 1)}`;
}

/** Base64 is case-sensitive, so a letter in the other case is wrong; hexadecimal need not be. */
function recased(signature: string): string {
  if (/^[0-9a-f]*$/i.test(signature)) return changed(signature, Math.floor(signature.length / 2));
  // Not in the last characters: some of the bits there mean nothing.
  const at = signature.slice(0, -6).search(/[a-z]/i);
  if (at < 0) return changed(signature, 0);
  const letter = signature[at] ?? '';
  const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
  return `${signature.slice(0, at)}${other}${signature.slice(at + 1)}`;
}

function fault(phrase: string, of: (login: CkstackLogin) => Partial<CkstackDraft>): CkstackVariation {
  return { phrase, build: (login) => draftOf(login, { label: phrase, ...of(login) }) };
}
