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

/**
 * @param ca PEM text that replaces the system's trust, as `--ca` asks for; `null`: the system's
 * @param insecure no verification of certificates
 */
export function createAgents(ca: string | null, insecure: boolean): Agents {
  const trust = { ...(ca === null ? {} : { ca }), rejectUnauthorized: !insecure };
  const pairOf = (maxFreeSockets: number): AgentPair => ({
    http: new http.Agent({ keepAlive: true, maxFreeSockets }),
    https: new https.Agent({ keepAlive: true, maxFreeSockets, ...trust }),
  });
  const pooled = pairOf(256);
  const fresh = pairOf(0);
  return {
    pooled,
    fresh,
    destroy() {
      for (const agent of [pooled.http, pooled.https, fresh.http, fresh.https]) agent.destroy();
    },
  };
}
