import { NotChecked } from '../errors/not-checked.js';
import { isObject, memberOf } from '../text/json-members.js';
import type { PactDocument, PactInteraction, PactState } from './pact-document.js';

/** One interaction of a consumer contract, ready to be verified by itself. */
export interface ContractInteraction {
  readonly consumer: string;
  readonly provider: string;
  readonly description: string;
  readonly states: readonly PactState[];
  /** Its consumer does not yet ask for it: a failure does not count. */
  readonly pending: boolean;
  /** A request and its answer, not a message. */
  readonly isHttp: boolean;
  /** What its generators take from the answers of the provider states. */
  readonly wantedValues: readonly string[];
  /** Its answer must have a `Location`, which the verifier would follow instead of comparing it. */
  readonly wantsLocation: boolean;
  /** `response`, as the contract has it. */
  readonly response: unknown;
  /** The contract with this interaction alone. */
  readonly alone: PactDocument;
}

/** The interactions of a contract that was checked when it was loaded, in its order. */
export function interactionsOf(document: PactDocument): readonly ContractInteraction[] {
  const { messages, ...pact } = document;
  const http = (document.interactions ?? []).map((interaction) =>
    interactionOf({ ...pact, interactions: [interaction] }, interaction, isHttp(interaction)),
  );
  const others = (messages ?? []).map((message) =>
    interactionOf({ ...document, interactions: [], messages: [message] }, message, false),
  );
  return [...http, ...others];
}

function interactionOf(
  alone: PactDocument,
  interaction: PactInteraction,
  httpInteraction: boolean,
): ContractInteraction {
  const { description, response } = interaction;
  const headers = memberOf(response, 'headers');
  return {
    consumer: alone.consumer.name,
    provider: alone.provider.name,
    description,
    states: statesOf(interaction),
    pending: interaction.pending === true,
    isHttp: httpInteraction,
    wantedValues: [...new Set([...wantedBy(interaction.request), ...wantedBy(response)])],
    wantsLocation: isObject(headers) && Object.keys(headers).some((name) => /^location$/i.test(name)),
    response,
    alone,
  };
}

function isHttp({ type }: PactInteraction): boolean {
  return type === undefined || type === 'Synchronous/HTTP';
}

function statesOf({ providerStates, providerState }: PactInteraction): readonly PactState[] {
  if (Array.isArray(providerStates)) return providerStates;
  return typeof providerState === 'string' && providerState !== '' ? [{ name: providerState }] : [];
}

/**
 * Names in the expressions of all generators of the type `ProviderState`: `Open ${apiKey}:${signature}`, or
 * `apiKey`.
 */
function wantedBy(part: unknown): readonly string[] {
  const found: string[] = [];
  const left: unknown[] = [memberOf(part, 'generators')];
  for (let value = left.pop(); value !== undefined || left.length > 0; value = left.pop()) {
    if (Array.isArray(value)) left.push(...value);
    if (!isObject(value)) continue;
    const { type, expression } = value;
    if (type === 'ProviderState' && typeof expression === 'string') found.push(...namesIn(expression));
    left.push(...Object.values(value));
  }
  return found;
}

function namesIn(expression: string): readonly string[] {
  const names = [...expression.matchAll(/\$\{([^}]*)\}/g)].map(([, name = '']) => name.trim());
  return names.length === 0 ? [expression.trim()] : names;
}

/** Why an interaction cannot be verified at all; `null`: it can. */
export function unsupportedReason(interaction: ContractInteraction): NotChecked | null {
  const { isHttp, states, wantedValues, wantsLocation } = interaction;
  if (!isHttp) return new NotChecked('fixture', 'it is a message, not a request over HTTP');
  if (wantsLocation) {
    return new NotChecked('fixture', 'it wants a Location, which the verifier follows and cannot compare');
  }
  if (states.length > 0 || wantedValues.length === 0) return null;
  return new NotChecked('fixture', `no provider state gives a value for ${wantedValues.join(', ')}`);
}
