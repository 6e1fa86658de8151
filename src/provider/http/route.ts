import type { ProfileName } from '../../profiles/built-in.js';

/** Where a profile is served. */
export interface ProfileRoute {
  readonly profile: ProfileName;
  /** In the router's notation: `/api/:company/login`. */
  readonly pattern: string;
  /** Matches a raw request target, before any percent-decoding; group 1 is the raw company. */
  readonly rawTarget: RegExp;
}

/**
 * @param path the prefix and the profile's path, with `{company}` where it has one
 */
export function profileRoute(profile: ProfileName, path: string): ProfileRoute {
  const raw = path
    .split('{company}')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('([^/?#]+)');
  return {
    profile,
    pattern: path.replace('{company}', ':company'),
    rawTarget: new RegExp(`^${raw}(?:[?#]|$)`),
  };
}

/**
 * The request target in origin form: path and query.
 * @param url as it stands in the request line; the absolute form (RFC 9112, 3.2.2) loses scheme and host
 */
export function originForm(url: string): string {
  const target = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return target.startsWith('/') || target === '*' ? target : `/${target}`;
}
