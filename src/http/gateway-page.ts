import { headerValue } from '../text/header-field.js';
import type { Answer } from './exchange.js';
import { isPage } from './page.js';

/** Statuses by which gateways turn requests away. */
const TURNED_AWAY = [403, 405, 406, 429, 501, 503];

/** What their pages, or the headers of those, give away. */
const TELL_TALES: readonly (readonly [gateway: string, header: string | null, pattern: RegExp])[] = [
  ['Cloudflare', 'server', /cloudflare/i],
  ['Akamai', 'server', /AkamaiGHost/i],
  ['Amazon CloudFront', 'server', /CloudFront/i],
  ['AWS', 'server', /^awselb/i],
  ['Sucuri', 'server', /Sucuri/i],
  ['Imperva', 'x-iinfo', /./],
  ['Azure', 'x-azure-ref', /./],
  ['Cloudflare', null, /Attention Required!|cf-error-details/i],
  ['Akamai', null, /Reference&#32;&#35;|errors\.edgesuite\.net/i],
  ['F5', null, /The requested URL was rejected\. Please consult with your administrator/i],
  ['Imperva', null, /Incapsula incident ID/i],
  ['ModSecurity', null, /mod_security|ModSecurity|Not Acceptable!/i],
  ['Wordfence', null, /Wordfence/i],
  ['Barracuda', null, /Barracuda/i],
  ['FortiWeb', null, /FortiWeb|FortiGuard/i],
  [
    'a web application firewall',
    null,
    /web application firewall|\bWAF\b|request (?:was |has been )?blocked/i,
  ],
  ['nginx', null, /<center>nginx/i],
];

/**
 * Names the gateway whose page an answer seems to be: a web application firewall, a proxy, a content delivery network.
 * @returns `null`: it does not look like one's
 */
export function gatewayOf(answer: Pick<Answer, 'status' | 'headers' | 'body'>): string | null {
  if (!TURNED_AWAY.includes(answer.status) || !isPage(answer)) return null;
  const text = Buffer.from(answer.body.subarray(0, 16 * 1024)).toString('latin1');
  const found = TELL_TALES.find(([, header, pattern]) =>
    pattern.test(header === null ? text : (headerValue(answer.headers, header) ?? '')),
  );
  return found?.[0] ?? null;
}
