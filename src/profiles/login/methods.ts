import type { HeaderField } from '../../text/header-field.js';

/** Methods that clients and caches repeat at will: none of them must make a server log somebody in. */
const SAFE_METHODS = ['GET', 'HEAD', 'QUERY', 'SEARCH'] as const;

/** Methods with which POST's name is less of a danger (the SHOULD part of ES-22 and CK-22). */
const UNSAFE_METHODS = ['PUT', 'PATCH', 'DELETE'] as const;

/** Methods other than POST with which right credentials are sent (ES-22, CK-22). */
export const OTHER_METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'QUERY', 'SEARCH', 'PROPFIND', 'LOCK'];

/** Where frameworks look for the method that is meant instead of the one that was sent (ES-22, CK-22). */
const OVERRIDE_PLACES = [
  ...(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'] as const).map((header) => ({
    words: `POST in ${header}`,
    header: [header, 'POST'] as HeaderField,
  })),
  { words: '_method=POST in the query', in: 'query' as const },
  { words: '_method=POST in a form', in: 'form' as const },
  { words: '_method=POST in the JSON', in: 'json' as const },
] satisfies readonly OverridePlace[] as readonly OverridePlace[];

/** One such place: a header, or where a parameter `_method` is. */
interface OverridePlace {
  /** In words: "POST in X-HTTP-Method". */
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

/** A method other than POST, while something in the request names POST as the one that is meant. */
export interface Override extends OverridePlace {
  readonly method: string;
}

/** Every such request that is tried (ES-22, CK-22). */
export const OVERRIDES: readonly Override[] = [...SAFE_METHODS, ...UNSAFE_METHODS].flatMap((method) =>
  OVERRIDE_PLACES.map((place) => ({
    ...place,
    method,
    words: `with the method ${method} and ${place.words}`,
  })),
);

/** The path with the parameters, for methods whose requests often have no body; as it is for others. */
export function pathFor(method: string, path: string, parameters: Readonly<Record<string, string>>): string {
  return method === 'GET' || method === 'HEAD' ? withQuery(path, parameters) : path;
}
