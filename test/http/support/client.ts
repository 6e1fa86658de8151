import { type ClientOptions, createClient } from '../../../src/http/client.js';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import { createRedactor } from '../../../src/redaction/redactor.js';

/** Long enough for the slowest machine: a test that waits this long has failed. */
export const PATIENT_MS = 60_000;

/** A client with plain settings, and `changes` laid over them. */
export function clientFor(baseUrl: string, changes: Partial<ClientOptions> = {}) {
  return createClient({
    baseUrl,
    timeoutMs: PATIENT_MS,
    rate: null,
    maxInFlight: 8,
    headers: [],
    ca: null,
    insecure: false,
    userAgent: 'token-assay/0.0.0',
    redactor: createRedactor(),
    onExchange: () => {},
    signal: new AbortController().signal,
    ...changes,
  });
}

/** A plain login request, and `changes` laid over it. */
export function loginRequest(changes: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return {
    profile: 'esignon-login',
    method: 'POST',
    path: '/api/acme/login',
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from('{"a":1}'),
    label: 'a valid login',
    secrets: [],
    ...changes,
  };
}
