import { NotChecked } from '../errors/not-checked.js';
import type { Exchange } from '../http/exchange.js';
import type { EvaluatedExchange } from '../profiles/profile.js';
import type { RedactedText } from '../redaction/redacted-exchange.js';
import type { ContractMismatch, ContractVerdict } from '../verdict/verdict.js';
import type { ContractInteraction } from './interactions.js';
import { canBeRelayed } from './relayed-request.js';
import type { InteractionResult } from './verifier-report.js';

/** What became of one interaction of a consumer contract. */
export interface VerifiedInteraction {
  readonly consumer: string;
  readonly provider: string;
  readonly description: string;
  /** The file that holds it, or the broker it came from. */
  readonly source: string;
  readonly outcome: 'verified' | 'failed' | 'not-verified';
  /** A failure does not count yet. */
  readonly pending: boolean;
  /** Only of a failed one. */
  readonly mismatches: readonly ContractMismatch[];
  /** Why it was not verified. */
  readonly notChecked: NotChecked | null;
  readonly exchanges: readonly Exchange[];
  /** The answer that the contract asks for, as the contract has it; `null` where that is not known. */
  readonly response: unknown;
  /** Own contracts only: the answers as our clauses read them. */
  readonly evaluated: readonly EvaluatedExchange[];
}

/** Masks whatever may quote the target or a contract. */
export type Mask = (text: string) => RedactedText;

/** An interaction that was not verified, and why. */
export function unverified(
  { consumer, provider, description, pending, response }: ContractInteraction,
  source: string,
  notChecked: NotChecked,
): VerifiedInteraction {
  return {
    ...{ consumer, provider, description, source, pending, response, notChecked },
    outcome: 'not-verified',
    mismatches: [],
    exchanges: [],
    evaluated: [],
  };
}

/** The reason for whatever the verifier left undone because it does not work. */
export function brokenDown(fault: string): NotChecked {
  return new NotChecked('verifier', `the verifier of consumer contracts broke down: ${fault}`);
}

/**
 * Why a result says nothing about the target: the verifier compared nothing although there was an answer, or asked for
 * none. `null`: it is about the target, even if only about an answer that did not come.
 * @param exchange the last of the interaction
 */
export function verifierFailure(
  { error }: InteractionResult,
  exchange: Exchange | undefined,
  mask: Mask,
): NotChecked | null {
  if (error === null || exchange?.failure) return null;
  if (exchange?.answer && !canBeRelayed(exchange.answer)) return null;
  return new NotChecked('verifier', `the verifier of consumer contracts compared nothing: ${mask(error)}`);
}

/**
 * The mismatches of a result as they may be shown.
 * @param exchange the last of the interaction
 */
export function shownMismatches(
  { kept, mismatches, error }: InteractionResult,
  exchange: Exchange | undefined,
  mask: Mask,
): readonly ContractMismatch[] {
  if (kept) return [];
  if (error !== null) {
    const failure = exchange?.failure;
    const actual = mask(failure ? `no answer: ${failure.message}` : error);
    return [{ path: mask('answer'), expected: mask('an answer'), actual, description: mask(error) }];
  }
  return mismatches.map(({ path, expected, actual, description }) => ({
    path: mask(path),
    expected: mask(expected),
    actual: mask(actual),
    description: mask(description),
  }));
}

/** An interaction as the verdict has it. @param counts its failure makes the target not conformant */
export function contractVerdict(
  {
    consumer,
    provider,
    description,
    source,
    outcome,
    mismatches,
    exchanges,
    notChecked,
  }: VerifiedInteraction,
  counts: boolean,
  mask: Mask,
): ContractVerdict {
  return {
    consumer: mask(consumer),
    provider: mask(provider),
    interaction: mask(description),
    source: mask(source),
    ...{ outcome, counts, mismatches },
    exchanges: exchanges.map(({ id }) => id),
    ...(notChecked === null ? {} : { reason: mask(notChecked.message) }),
  };
}
