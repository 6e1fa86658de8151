import type { VerifierOptions } from '@pact-foundation/pact-core';

/** What the run asks of its verifier process. */
export interface VerifyRequest {
  readonly job: number;
  readonly options: VerifierOptions;
}

/** What the process says: first that it is ready, then once for each job. */
export type VerifierMessage =
  | { readonly kind: 'ready' }
  /** `report`: JSON text of the native core. */
  | { readonly kind: 'verified'; readonly job: number; readonly report: string }
  /** The native core could not do it, or could not be loaded (`job` is null). */
  | { readonly kind: 'broken'; readonly job: number | null; readonly message: string };

/** Narrows whatever came from the process. */
export function isVerifierMessage(message: unknown): message is VerifierMessage {
  if (typeof message !== 'object' || message === null) return false;
  const { kind, job, report, message: text } = message as Record<string, unknown>;
  if (kind === 'ready') return true;
  if (kind === 'verified') return typeof job === 'number' && typeof report === 'string';
  return kind === 'broken' && (typeof job === 'number' || job === null) && typeof text === 'string';
}
