/** Where the requests of a run go: the parts of `--target` that are sent. */
export interface Endpoint {
  /** `http://host:port`, without the default port of the scheme. */
  readonly origin: string;
  /** `host:port`, always with its port, for messages. */
  readonly address: string;
  /** Value of the Host header. */
  readonly host: string;
  readonly secure: boolean;
  /** Path prefix without a trailing slash; often empty. */
  readonly prefix: string;
  readonly loopback: boolean;
}

/**
 * Splits a base URL into its parts; its credentials, query and fragment are ignored.
 * @param baseUrl absolute, `http:` or `https:`, as the configuration has checked
 * @throws {TypeError} for anything else
 */
export function endpointOf(baseUrl: string): Endpoint {
  const url = new URL(baseUrl);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new TypeError(`not an http or https URL: ${url.protocol}`);
  }
  const secure = url.protocol === 'https:';
  return {
    origin: `${url.protocol}//${url.host}`,
    address: `${url.hostname}:${url.port || (secure ? 443 : 80)}`,
    host: url.host,
    secure,
    prefix: url.pathname.replace(/\/+$/, ''),
    loopback: isLoopback(url.hostname),
  };
}

/** @param hostname of a `URL`: in lower case, IPv4 in four parts, IPv6 in brackets and compressed */
function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  if (/^127\.\d+\.\d+\.\d+$/.test(name) || name === '0.0.0.0') return true;
  return name === '[::1]' || name === '[::]' || /^\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]$/.test(name);
}
