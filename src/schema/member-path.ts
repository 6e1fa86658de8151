/** Member names and array indexes on the way from the top of a JSON value to one of its members. */
export type MemberPath = readonly (string | number)[];

const PLAIN_NAME = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

/**
 * Splits a JSON Pointer (RFC 6901).
 *
 * @param pointer `/esignon/user`, empty for the top
 * @param value the JSON value that it points into: distinguishes an index from a name of digits
 */
export function memberPath(pointer: string, value: unknown): MemberPath {
  const path: (string | number)[] = [];
  let inside: unknown = value;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(inside) ? Number(name) : name);
    inside =
      typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[name] : undefined;
  }
  return path;
}

/**
 * Writes a path as people do.
 *
 * @returns `esignon.user.email`, `roles["Company A"][0]`; "the top level" for the empty path
 */
export function formatMemberPath(path: MemberPath): string {
  const text = path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return PLAIN_NAME.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('');
  return text === '' ? 'the top level' : text.replace(/^\./, '');
}
