import type { HeaderField } from '../../text/header-field.js';

/** Methods that clients and caches repeat as they like, with which a server must not be talked into a login. */
export const SAFE_METHODS = ['GET', 'HEAD', 'QUERY', 'SEARCH'] as const;

/** Methods with which POST's name is less of a danger (the SHOULD part of ES-22 and CK-22). */
export const UNSAFE_METHODS = ['PUT', 'PATCH', 'DELETE'] as const;

/** Where frameworks look for the method that is meant instead of the one that was sent (ES-22, CK-22). */
export const OVERRIDE_PLACES = [
  ...(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'] as const).map((header) => ({
    words: `POST in ${header}`,
    header: [header, 'POST'] as HeaderField,
  })),
  { words: '_method=POST in the query', in: 'query' as const },
  { words: '_method=POST in a form', in: 'form' as const },
  { words: '_method=POST in the JSON', in: 'json' as const },
] satisfies readonly OverridePlace[] as readonly OverridePlace[];

/** One such place: a header, or where a parameter `_method` is. */
export interface OverridePlace {
  /** Continues the phrase "with the method GET and …". */
  readonly words: string;
  readonly header?: HeaderField;
  readonly in?: 'query' | 'form' | 'json';
}

/** The parameter in which a browser's form names the method that is meant. */
export const METHOD_PARAMETER = { _method: 'POST' } as const;

/**
 * Adds parameters to a path that may have some.
 * @param parameters names and values, not encoded
 */
export function withQuery(path: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(parameters).toString();
  return query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
