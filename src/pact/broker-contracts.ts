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

/**
 * Has the verifier fetch, verify and, if asked to, publish the contracts that a broker has for the target.
 */
export async function verifyBroker(setting: ContractsSetting): Promise<BrokerOutcome> {
  const { config, stateResolver, forwarder, verification, mask } = setting;
  if (!config.broker) return { verified: [], warnings: [] };
  const { url, provider } = config.broker;
  const interactionSession = new BrokerSession(stateResolver, forwarder);
  const outcome = await (await verification.remote()).ofBroker(
    interactionSession,
    config.broker,
    config.insecure,
  );
  const whole = (notChecked: NotChecked): VerifiedInteraction => ({
    ...of(url, provider, 'every consumer', 'every interaction of the broker'),
    outcome: 'not-verified',
    pending: false,
    mismatches: [],
    notChecked,
    exchanges: [],
  });
  if ('fault' in outcome) return { verified: [whole(brokenDown(mask(outcome.fault)))], warnings: [] };
  const { interactions, errors, unpublished } = outcome;
  const observations = sightingsOf(interactionSession.observations, interactions);
  const verified = interactions.map((result, at): VerifiedInteraction => {
    const observation = observations[at];
    const exchange = observation?.exchange ?? null;
    const notVerified =
      observation?.notVerified ?? (exchange ? verifierFailure(result, exchange, mask) : null);
    const kept = result.kept ? 'verified' : notVerified ? 'not-verified' : 'failed';
    return {
      ...of(url, provider, result.consumer || 'a consumer of the broker', result.description),
      outcome: kept,
      pending: result.pending,
      mismatches: kept === 'failed' ? shownMismatches(result, exchange ?? undefined, mask) : [],
      notChecked: kept === 'not-verified' ? notVerified : null,
      exchanges: exchange ? [exchange] : [],
    };
  });
  const failed = errors.map((error) =>
    whole(new NotChecked('verifier', `the contracts of the broker were not verified: ${mask(error)}`)),
  );
  const none = new NotChecked(
    'fixture',
    `the broker has no contract with «${provider}» that the selectors choose`,
  );
  const left = verified.length + failed.length === 0 ? [whole(none)] : failed;
  return {
    verified: [...verified, ...left],
    warnings: unpublished.map((why) => `verification results were not published to ${url}: ${mask(why)}`),
  };
}

/**
 * What was seen of each interaction. Where the number of requests does not tell which is whose, an
 * interaction that was not answered at all is taken for one that we refused.
 */
function sightingsOf(
  seen: readonly Observation[],
  interactions: readonly InteractionResult[],
): readonly (Observation | undefined)[] {
  if (seen.length === interactions.length) return seen;
  const refused = seen.filter(({ notVerified }) => notVerified !== null);
  return interactions.map(({ error }) => (error === null ? undefined : refused[0]));
}

function of(source: string, provider: string, consumer: string, description: string) {
  return { source, provider, consumer, description, response: null, evaluated: [] };
}
