import { NotChecked } from '../errors/not-checked.js';
import { BrokerSession, type Observation } from './broker-session.js';
import type { ContractsSetting } from './contracts.js';
import {
  brokenDown,
  shownMismatches,
  type VerifiedInteraction,
  verifierFailure,
} from './verified-interaction.js';
import type { InteractionResult } from './verifier-report.js';

/** What became of the contracts of a broker. */
export interface BrokerOutcome {
  readonly verified: readonly VerifiedInteraction[];
  /** Sentences on results that were not published. */
  readonly warnings: readonly string[];
}

/** Has the verifier fetch, verify and, if asked to, publish the contracts that a broker has for the target. */
export async function verifyBroker(setting: ContractsSetting): Promise<BrokerOutcome> {
  const { config, stateResolver, forwarder, verifier, mask } = setting;
  const { broker, insecure } = config;
  if (!broker) return { verified: [], warnings: [] };
  const { url, provider } = broker;
  const unverified = (notChecked: NotChecked): VerifiedInteraction => ({
    ...{ source: url, provider, consumer: 'every consumer', description: 'every interaction of the broker' },
    ...{ outcome: 'not-verified', pending: false, mismatches: [], notChecked },
    ...{ response: null, exchanges: [], evaluated: [] },
  });
  const session = new BrokerSession(stateResolver, forwarder);
  const outcome = await (await verifier.remote()).verifyBroker(session, broker, insecure);
  if ('fault' in outcome) return { verified: [unverified(brokenDown(mask(outcome.fault)))], warnings: [] };
  const { interactions, errors, unpublished } = outcome;
  const observations = matched(session.observations, interactions);
  const verified = interactions.map((result, at): VerifiedInteraction => {
    const exchange = observations[at]?.exchange ?? undefined;
    const failure = exchange ? verifierFailure(result, exchange, mask) : null;
    const notChecked = result.kept ? null : (observations[at]?.notVerified ?? failure);
    const isFailed = !result.kept && notChecked === null;
    return {
      ...{ source: url, provider, notChecked, response: null, evaluated: [] },
      consumer: result.consumer || 'a consumer of the broker',
      description: result.description,
      outcome: result.kept ? 'verified' : isFailed ? 'failed' : 'not-verified',
      pending: result.pending,
      mismatches: isFailed ? shownMismatches(result, exchange, mask) : [],
      exchanges: exchange ? [exchange] : [],
    };
  });
  const failed = errors.map((error) =>
    unverified(new NotChecked('verifier', `the contracts of the broker were not verified: ${mask(error)}`)),
  );
  if (verified.length + failed.length === 0) {
    const none = `the broker has no contract with "${provider}" that the selectors choose`;
    failed.push(unverified(new NotChecked('fixture', none)));
  }
  return {
    verified: [...verified, ...failed],
    warnings: unpublished.map((why) => `verification results were not published to ${url}: ${mask(why)}`),
  };
}

/**
 * What was seen of each interaction. Where the number of requests does not show which is whose, an
 * interaction that was not answered at all is taken for one that we refused.
 */
function matched(
  seen: readonly Observation[],
  interactions: readonly InteractionResult[],
): readonly (Observation | undefined)[] {
  if (seen.length === interactions.length) return seen;
  const refused = seen.find(({ notVerified }) => notVerified !== null);
  return interactions.map(({ error }) => (error === null ? undefined : refused));
}
