/**
 * Pact files of versions 2 to 4, as far as the suite reads them:
 * https://github.com/pact-foundation/pact-specification. All else in them is left to the verifier.
 */

export interface PactDocument {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: string };
  readonly interactions?: readonly PactInteraction[];
  /** Version 3 only: in version 4 a message is an interaction of its own type. */
  readonly messages?: readonly PactInteraction[];
  readonly metadata?: unknown;
}

export interface PactInteraction {
  readonly description: string;
  /** Version 4 only; absent: HTTP. */
  readonly type?: string;
  /** Version 4 only: a failure does not count yet. */
  readonly pending?: boolean;
  readonly providerStates?: readonly PactState[];
  /** Version 2, and version 3 where there is one state without parameters. */
  readonly providerState?: string | null;
  readonly request?: unknown;
  readonly response?: unknown;
}

export interface PactState {
  readonly name: string;
  readonly params?: Readonly<Record<string, unknown>>;
}
