import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { headerFields, headerNames } from '../text/header-field.js';
import { GuardedRequest, type TransportTrace } from './guarded-request.js';
import { MAX_HEAD_BYTES } from './limits.js';
import { BODILESS_METHODS, type WireRequest } from './wire-request.js';

/** What axios passes to a transport: Node's options, and the headers for a proxy. */
type TransportOptions = RequestOptions & { readonly headers: Readonly<Record<string, string>> };

/** Axios's `transport` option. */
export interface Transport {
  request(options: TransportOptions, onResponse: (response: IncomingMessage) => void): GuardedRequest;
}

/**
 * A transport for axios that sends exactly this request: the path is not normalised, header names keep their case,
 * order and repetition, and axios's default headers (Accept, Accept-Encoding, Content-Type) are not sent. Only the
 * headers for a forward proxy are taken from axios.
 * @param seen filled in while the request is sent
 */
export function exactTransport(wire: WireRequest, seen: TransportTrace): Transport {
  return {
    request(options, onResponse) {
      const module = options.protocol === 'https:' ? https : http;
      const proxied = /^https?:\/\//i.test(options.path ?? '');
      seen.forwarded = proxied;
      const lines = flat(wire, options.headers);
      const bare = !saysLength(wire) && !BODILESS_METHODS.has(wire.method);
      const request: ClientRequest = module.request({
        ...options,
        method: wire.method,
        path: proxied ? wire.url : wire.path,
        headers: bare ? grouped(lines) : lines,
        maxHeaderSize: MAX_HEAD_BYTES,
        insecureHTTPParser: false,
      });
      if (bare) {
        // Node adds one of them otherwise.
        request.removeHeader('Content-Length');
        request.removeHeader('Transfer-Encoding');
      }
      return new GuardedRequest(request, seen, onResponse);
    },
  };
}

/** Name, value, name, value, …: the form in which Node keeps case, order and repetition. */
function flat(wire: WireRequest, ofAxios: Readonly<Record<string, string>>): string[] {
  const lines = wire.headers.flatMap(([name, value]) => [name, headerBytes(value)]);
  const forProxy = ofAxios['Proxy-Authorization'];
  return forProxy === undefined ? lines : [...lines, 'Proxy-Authorization', forProxy];
}

/** One character for each byte: Latin-1 as it is, a value with any other character as UTF-8. */
function headerBytes(value: string): string {
  return /[^\u0000-\u00ff]/.test(value) ? Buffer.from(value, 'utf8').toString('latin1') : value;
}

function saysLength({ headers }: WireRequest): boolean {
  const names = headerNames(headers);
  return names.has('content-length') || names.has('transfer-encoding');
}

/** The same fields in the form in which Node still lets them be removed: repeated ones come one after another. */
function grouped(lines: readonly string[]): Record<string, string | string[]> {
  const groups: Record<string, string | string[]> = {};
  for (const [name, value] of headerFields(lines)) {
    const known = groups[name];
    groups[name] = known === undefined ? value : [known, value].flat();
  }
  return groups;
}
