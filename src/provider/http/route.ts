import type { ProfileName } from '../../profiles/documents.js';

/** Where a profile is served. */
export interface ProfileRoute {
  readonly profile: ProfileName;
  /** Matches what `pathOf` gives; group 1 is the company, still percent-encoded. */
  readonly pattern: RegExp;
}

/**
 * @param path the prefix and the profile's path, with `{company}` where it has one
 */
export function profileRoute(profile: ProfileName, path: string): ProfileRoute {
  const pattern = path
    .split('{company}')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('([^/]+)');
  return { profile, pattern: new RegExp(`^${pattern}$`) };
}

/**
 * The request target in origin form: path and query.
 * @param url as in the request line; the absolute form (RFC 9112, 3.2.2) loses scheme and host
 */
export function originForm(url: string): string {
  const target = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return target.startsWith('/') || target === '*' ? target : `/${target}`;
}

/**
 * The path of a target in origin form, its unreserved characters decoded: `/api/%61cme` and `/api/acme` are equivalent
 * (RFC 3986, 2.3).
 */
export function pathOf(target: string): string {
  const [path = ''] = target.split(/[?#]/, 1);
  return path.replace(/%([2-7][0-9a-f])/gi, (encoded, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(character) ? character : encoded;
  });
}

/** @returns `null` for a part of a path that cannot be percent-decoded */
export function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
