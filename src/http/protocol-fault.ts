import type { FailureKind } from './exchange.js';

/** A violation of HTTP by the target that no library reports as an error. */
export class ProtocolFault extends Error {
  readonly kind: FailureKind;

  /** @param message one sentence for people, without a full stop */
  constructor(kind: FailureKind, message: string) {
    super(message);
    this.name = 'ProtocolFault';
    this.kind = kind;
  }
}
