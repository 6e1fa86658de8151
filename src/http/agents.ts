import http from 'node:http';
import https from 'node:https';

/** Connections of a run. */
export interface Agents {
  /** Keeps connections open between requests. */
  readonly pooled: AgentPair;
  /** Every request a connection of its own. */
  readonly fresh: AgentPair;
  /** Closes every connection, those in use too. */
  destroy(): void;
}

export interface AgentPair {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

/** As browsers and most clients have it. */
const KEPT = { keepAlive: true, maxFreeSockets: 256 } as const;

/**
 * @param ca PEM text that replaces the system's trust, as `--ca` asks for; `null`: the system's
 * @param insecure no verification of certificates
 */
export function createAgents(ca: string | null, insecure: boolean): Agents {
  const trust = { ...(ca === null ? {} : { ca }), rejectUnauthorized: !insecure };
  const pooled = { http: new http.Agent(KEPT), https: new https.Agent({ ...KEPT, ...trust }) };
  const fresh = { http: new http.Agent(KEPT), https: new https.Agent({ ...KEPT, ...trust }) };
  // No option says so: node takes `maxFreeSockets: 0` for its default.
  for (const agent of [fresh.http, fresh.https]) agent.keepSocketAlive = () => false;
  return {
    pooled,
    fresh,
    destroy() {
      for (const agent of [pooled.http, pooled.https, fresh.http, fresh.https]) agent.destroy();
    },
  };
}
