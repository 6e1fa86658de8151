import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NotChecked } from '../../src/errors/not-checked.js';
import { createClient } from '../../src/http/client.js';
import type { ContractInteraction } from '../../src/pact/interactions.js';
import { ownInteractions } from '../../src/pact/own-contracts.js';
import { ProviderStates } from '../../src/pact/provider-states.js';
import { signed } from '../../src/pact/signed-request.js';
import { startVerification, type Verification } from '../../src/pact/verification.js';
import type { ProxyHandler } from '../../src/pact/verifier-proxy.js';
import { createSigner } from '../../src/profiles/ckstack/signer.js';
import { createRedactor } from '../../src/redaction/redactor.js';
import type { Complaint, Peer, Subject } from './peer.js';
import { callersOf, pathPrefixOf } from './traffic.js';

const TIME_LIMIT_MS = 20_000;

/**
 * Pact's own verifier and the contracts in `pacts/`, and nothing else of ours judges: provider states and
 * signatures are filled in as its users would.
 */
export async function startPact(): Promise<Peer> {
  const verification = await startVerification();
  return {
    name: 'Pact',
    version: pactVersion(),
    how: 'by its verifier alone, with `pacts/*.json`; provider states and signatures come from the fixtures',
    async examine(subject) {
      const complaints: Complaint[] = [];
      for (const interaction of await ownInteractions(subject.profile)) {
        const text = await verify(verification, interaction, subject);
        if (text !== null) complaints.push({ about: interaction.description, text });
      }
      return complaints;
    },
    close: () => verification.close(),
  };
}

/** @returns why the interaction is not kept; null: it is, or the fixtures do not fill it */
async function verify(
  verification: Verification,
  interaction: ContractInteraction,
  { url, profile, fixtures }: Subject,
): Promise<string | null> {
  const states = new ProviderStates(callersOf(fixtures, url), fixtures, [profile]);
  const signer = createSigner(fixtures.ckstack?.signature);
  const setting = { signer, apiKey: fixtures.ckstack?.apiKey ?? '', pathPrefix: pathPrefixOf(url) };
  const client = clientOf(url);
  let lacking = false;
  const counter: ProxyHandler = {
    contract: interaction.alone,
    async changeState({ action, state, params }) {
      if (action === 'teardown') return { values: {} };
      try {
        const { values } = await states.setUp({ name: state, params }, 'peers');
        return { values };
      } catch (error) {
        if (!(error instanceof NotChecked)) throw error;
        lacking = true;
        return { refused: true };
      }
    },
    async exchange(relayed) {
      const { request } = await signed(relayed, setting);
      const label = interaction.description;
      const { answer } = await client.send({ ...request, profile, label, secrets: [] });
      return answer;
    },
  };
  try {
    const result = await verification.single(counter, profile);
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
