import { createHash, createHmac } from 'node:crypto';

/**
 * Signs a ckstack request, for an operator whose rule no HMAC template of the fixtures file can say. In the fixtures
 * file: "signature": { "module": "./signer.mjs" }.
 *
 * @param {{ method: string, path: string, date: string, service: string, body: string | Uint8Array, apiKey: string }} request
 *   what is sent on the wire: `path` with prefix and query; a missing header is the empty string
 * @returns {string} what comes after the colon in `H-Authorization: Open <api_key>:<signature>`
 */
export default function sign({ method, path, date, service, body, apiKey }) {
  const secret = process.env.ASSAY_CKSTACK_SECRET;
  if (!secret) throw new Error('set the environment variable ASSAY_CKSTACK_SECRET');
  const digest = createHash('sha256').update(body).digest('hex');
  const message = [apiKey, method.toUpperCase(), path, date, service, digest].join('\n');
  return createHmac('sha256', secret).update(message).digest('base64');
}
