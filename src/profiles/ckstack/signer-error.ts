/** A signature that could not be made: what needs it is skipped, with this reason. */
export class SignerError extends Error {
  /** @param message one sentence without a full stop, free of control characters: what went wrong, what to do */
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SignerError';
  }
}
