import http from 'node:http';
import https from 'node:https';

/** Connections of a run. */
export interface Agents {
  /** Keeps connections open between requests. */
  readonly pooled: AgentPair;
  /** A new connection for each request. */
  readonly fresh: AgentPair;
  /** Closes every connection, including those in use. */
  destroy(): void;
}

export interface AgentPair {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

/** As most clients do. */
const KEPT = { keepAlive: true, maxFreeSockets: 256 } as const;

/**
 * @param ca PEM text of `--ca`, which replaces the trusted certificates of the system; `null`: those of the system
 * @param insecure certificates are not verified
 */
export function createAgents(ca: string | null, insecure: boolean): Agents {
  const trust = { ...(ca === null ? {} : { ca }), rejectUnauthorized: !insecure };
  const pooled = { http: new http.Agent(KEPT), https: new https.Agent({ ...KEPT, ...trust }) };
  const fresh = { http: new http.Agent(KEPT), https: new https.Agent({ ...KEPT, ...trust }) };
  // There is no option for it: Node takes `maxFreeSockets: 0` for the default.
  for (const agent of [fresh.http, fresh.https]) agent.keepSocketAlive = () => false;
  return {
    pooled,
    fresh,
    destroy() {
      for (const agent of [pooled.http, pooled.https, fresh.http, fresh.https]) agent.destroy();
    },
  };
}
