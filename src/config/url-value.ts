import { OptionValueError } from '../errors/option-value-error.js';
import { type GivenValue, lastText } from './given-value.js';

/**
 * Reads the base URL of a target.
 *
 * @returns scheme, host, port and path prefix, without trailing slash
 * @throws {OptionValueError} for anything but http and https, and for a URL with user, password, query or fragment;
 *   the message shows neither user, password nor query
 */
export function targetUrl(given: GivenValue): string {
  return baseUrl(given, "send --header='Authorization: Basic …' (or ASSAY_HEADER) instead");
}

/**
 * Reads the base URL of a Pact Broker, as `targetUrl` reads that of a target.
 *
 * @throws {OptionValueError} as there
 */
export function brokerUrl(given: GivenValue): string {
  return baseUrl(given, 'set ASSAY_PACT_BROKER_USERNAME and ASSAY_PACT_BROKER_PASSWORD instead');
}

function baseUrl(given: GivenValue, instead: string): string {
  const { url, text } = httpUrl(given, instead);
  if (/[?#]/.test(text)) {
    throw new OptionValueError(
      given.origin,
      shown(text),
      'has a query or a fragment (? or #), which a base URL cannot have; leave it out',
    );
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/**
 * Reads the URL of a provider-state endpoint; a query stays.
 *
 * @throws {OptionValueError} for anything but http and https, and for a URL with user, password or fragment
 */
export function stateUrl(given: GivenValue): string {
  const { url, text } = httpUrl(given, 'set up the endpoint without them');
  if (!text.includes('#')) return url.href;
  throw new OptionValueError(
    given.origin,
    shown(text),
    'has a fragment (#), which is never sent; leave it out',
  );
}

function httpUrl(given: GivenValue, instead: string): { url: URL; text: string } {
  const text = lastText(given).trim();
  const url = /^https?:\/\/[^\s\\]+$/i.test(text) ? parsed(text) : null;
  if (url === null) {
    throw new OptionValueError(
      given.origin,
      shown(text),
      'is not an http or https URL; write it in full, such as https://api.example.com/prefix',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new OptionValueError(
      given.origin,
      null,
      `must not contain a user name or a password, which would show in reports; ${instead}`,
    );
  }
  return { url, text };
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function shown(text: string): string {
  return withoutCredentials(text).replace(/[?#].*$/s, '');
}

/** For messages: whatever comes before an `@` may be a password. */
export function withoutCredentials(text: string): string {
  return text.replace(
    /^([a-z][a-z0-9+.-]*:\/*)?.*@/is,
    (_, scheme: string | undefined) => `${scheme ?? ''}***@`,
  );
}
