import type { FailureKind } from './exchange.js';

/** What a target did that no library reports as an error of its own: carries its kind and its sentence. */
export class ProtocolFault extends Error {
  readonly kind: FailureKind;

  /** @param message one sentence for people, without a full stop */
  constructor(kind: FailureKind, message: string) {
    super(message);
    this.name = 'ProtocolFault';
    this.kind = kind;
  }
}
