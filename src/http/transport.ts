import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { GuardedRequest, type TransportTrace } from './guarded-request.js';
import { MAX_HEAD_BYTES } from './limits.js';
import type { WireRequest } from './wire-request.js';

/** What axios hands to a transport: node's own options, and the headers that a proxy needs. */
type TransportOptions = RequestOptions & { readonly headers: Readonly<Record<string, string>> };

/** Axios's `transport` option. */
export interface Transport {
  request(options: TransportOptions, onResponse: (response: IncomingMessage) => void): GuardedRequest;
}

/**
 * A transport for axios that puts exactly this request on the wire: the path not normalised by a URL parser, header
 * names in their own case and order, repeated ones kept, no header of axios's own (Accept, Accept-Encoding,
 * Content-Type). Only what a forward proxy needs is taken over from axios.
 * @param seen filled in as the sending goes on
 */
export function exactTransport(wire: WireRequest, seen: TransportTrace): Transport {
  return {
    request(options, onResponse) {
      const module = options.protocol === 'https:' ? https : http;
      const proxied = /^https?:\/\//i.test(options.path ?? '');
      const request: ClientRequest = module.request({
        ...options,
        method: wire.method,
        path: proxied ? wire.url : wire.path,
        headers: flat(wire, options.headers),
        maxHeaderSize: MAX_HEAD_BYTES,
        insecureHTTPParser: false,
      });
      return new GuardedRequest(request, seen, onResponse);
    },
  };
}

/** Name, value, name, value, …: the one form in which node keeps case, order and repetition. */
function flat(wire: WireRequest, ofAxios: Readonly<Record<string, string>>): string[] {
  const lines = wire.headers.flatMap(([name, value]) => [name, headerBytes(value)]);
  const forProxy = ofAxios['Proxy-Authorization'];
  return forProxy === undefined ? lines : [...lines, 'Proxy-Authorization', forProxy];
}

/** One character a byte: Latin-1 as it is, a value with any other character in it as UTF-8. */
function headerBytes(value: string): string {
  return /[^\u0000-\u00ff]/.test(value) ? Buffer.from(value, 'utf8').toString('latin1') : value;
}
