/**
 * The transaction id of a request, percent-decoded as UTF-8 (CK-02). `+` is a space, as in forms; of several
 * the first counts; what does not decode becomes U+FFFD.
 * @param target path and query as on the wire
 * @returns undefined when there is no `tid`
 */
export function readTid(target: string): string | undefined {
  const query = target.indexOf('?');
  if (query < 0) return undefined;
  return new URLSearchParams(target.slice(query + 1)).get('tid') ?? undefined;
}
