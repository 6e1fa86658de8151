import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { contractProfiles } from '../../src/engine/contract-profiles.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import { createClient } from '../../src/http/client.js';
import type { ContractProfile } from '../../src/pact/contract-profile.js';
import { type ContractVerifier, startContractVerifier } from '../../src/pact/contract-verifier.js';
import type { ContractInteraction } from '../../src/pact/interactions.js';
import { ownInteractions } from '../../src/pact/own-contracts.js';
import { NO_STATES, ProviderStateResolver } from '../../src/pact/provider-state-resolver.js';
import type { ProxyHandler } from '../../src/pact/verifier-proxy.js';
import { createRedactor } from '../../src/redaction/redactor.js';
import type { Complaint, Peer, Subject } from './peer.js';
import { openedAt } from './traffic.js';

const TIME_LIMIT_MS = 20_000;

/**
 * Pact's own verifier and the contracts in `pacts/`, and nothing else of ours judges: provider states and
 * signatures are filled in as its users would.
 */
export async function startPact(): Promise<Peer> {
  const verifier = await startContractVerifier();
  return {
    name: 'Pact',
    version: pactVersion(),
    how: 'by its verifier alone, with `pacts/*.json`; provider states and signatures come from the fixtures',
    async examine(subject) {
      const complaints: Complaint[] = [];
      const profile = contractProfileOf(subject);
      for (const interaction of await ownInteractions(profile)) {
        const text = await verify(verifier, interaction, profile, subject.url);
        if (text !== null) complaints.push({ about: interaction.description, text });
      }
      return complaints;
    },
    close: () => verifier.close(),
  };
}

function contractProfileOf({ url, profile, fixtures }: Subject): ContractProfile {
  const all = openedAt(fixtures, url);
  const known = contractProfiles(
    all,
    all.filter((open) => open.profile.name === profile),
  );
  const found = known.find(({ name }) => name === profile);
  if (!found) throw new Error(`there is no contract with ${profile}`);
  return found;
}

/** @returns why the interaction is not kept; null: it is, or the fixtures do not fill it */
async function verify(
  verifier: ContractVerifier,
  interaction: ContractInteraction,
  profile: ContractProfile,
  url: string,
): Promise<string | null> {
  const states = new ProviderStateResolver([profile], null);
  const client = clientOf(url);
  let ready = NO_STATES;
  let lacking = false;
  const handler: ProxyHandler = {
    contract: interaction.alone,
    async changeState(call) {
      if (call.action === 'teardown') return { values: {} };
      try {
        ready = await states.setUp(call, ready, 'peers');
        return { values: ready.values };
      } catch (error) {
        if (!(error instanceof NotChecked)) throw error;
        lacking = true;
        return { refused: true };
      }
    },
    async exchange({ method, path, headers, body }) {
      if (!ready.setUp) throw new Error('the interaction has no provider state');
      const { profile: name } = ready.setUp.login;
      const label = interaction.description;
      const request = { profile: name, label, method, path, headers, body, secrets: [] };
      const { answer } = await client.send((await profile.contracts.complete?.(request)) ?? request);
      return answer;
    },
  };
  try {
    const result = await verifier.verifyInteraction(handler, profile.name);
    if (lacking) return null;
    if ('fault' in result) throw new Error(`Pact's verifier: ${result.fault}`);
    if (result.kept) return null;
    return result.error ?? result.mismatches.map(({ description }) => description).join('; ');
  } finally {
    await client.close();
  }
}

function clientOf(url: string) {
  return createClient({
    baseUrl: url,
    timeoutMs: TIME_LIMIT_MS,
    rate: null,
    maxInFlight: 1,
    headers: [],
    ca: null,
    insecure: true,
    userAgent: 'token-assay/bench',
    redactor: createRedactor(),
    onExchange: () => undefined,
    signal: new AbortController().signal,
  });
}

function pactVersion(): string {
  const file = createRequire(import.meta.url).resolve('@pact-foundation/pact-core/package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
