import type { ProfileName } from '../profiles/documents.js';
import type { Accounts } from './accounts.js';
import type { CkstackStages } from './ckstack/stages.js';
import type { EsignonStages } from './esignon/stages.js';
import type { Call } from './http/call.js';
import type { Awaitable, StageChange } from './http/profile-handler.js';
import type { Reply } from './http/reply.js';

/**
 * What can be set on the reference provider. Without options it is the one that conforms; the options make
 * deployments (accounts, prefix, profiles, TLS) and variants (stages, reply) of it:
 *
 * @example a provider that compares passwords on their first eight characters
 * createServer({
 *   stages: {
 *     'esignon-login': () => ({ samePassword: (given, stored) => given.slice(0, 8) === stored.slice(0, 8) }),
 *   },
 * });
 * @example one that sends the result code of a success as a number
 * createServer({
 *   stages: {
 *     'esignon-login': (reference) => ({
 *       succeed: (...call) => {
 *         const answer = reference.succeed(...call);
 *         return { ...answer, header: { ...answer.header, result_code: 0 } };
 *       },
 *     }),
 *   },
 * });
 * @example one that answers every tenth request by HTTP 500
 * let count = 0;
 * createServer({ onReply: (reply) => (++count % 10 === 0 ? { ...reply, status: 500 } : reply) });
 */
export interface ProviderOptions {
  /** Default: `ACCOUNTS`. */
  readonly accounts?: Accounts;
  /** The provider's clock. Default: the machine's. */
  readonly now?: () => Date;
  /** How far `H-Date` may be from `now`, either way. Default: 15 minutes. */
  readonly dateToleranceMs?: number;
  /** The largest body that is read, in bytes; a larger one is answered HTTP 413. Default: 262,144. */
  readonly bodyLimit?: number;
  /** Put before the path of every profile: `/v1`. Default: none. */
  readonly prefix?: string;
  /** The profiles that are served. Default: all three. */
  readonly profiles?: readonly ProfileName[];
  /** Paths other than the documents'; `{company}` is replaced with the company. */
  readonly paths?: { readonly [name in ProfileName]?: string };
  /** Serve https with this key and certificate (PEM). Default: plain http. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** The methods that are answered like POST. Default: POST alone. */
  readonly methods?: readonly string[];
  /** Stages that differ from the reference's. */
  readonly stages?: {
    readonly 'esignon-startsimple'?: StageChange<EsignonStages>;
    readonly 'esignon-login'?: StageChange<EsignonStages>;
    readonly 'ckstack-token'?: StageChange<CkstackStages>;
  };
  /** The last word on every answer, refusals by HTTP (404, 405, 413…) included. */
  readonly onReply?: (reply: Reply, call: Call) => Awaitable<Reply>;
}
