/** What firewalls look out for in a request, whichever way JSON spells it. */
const SUSPICIOUS = /' or '|" or "|\$(?:ne|gt|regex)|\*\)\(|'-- |__proto__|<script|\$\{jndi|\\u0000/i;

/** Whether a firewall takes a request for an attack. */
export function looksLikeAttack(body: Uint8Array): boolean {
  return SUSPICIOUS.test(Buffer.from(body).toString().replaceAll('\\"', '"'));
}

/** What a firewall answers. */
export const FIREWALL_PAGE = {
  status: 403,
  headers: { 'content-type': 'text/html' },
  body: '<!DOCTYPE html><html><body><h1>Request blocked</h1></body></html>',
};
