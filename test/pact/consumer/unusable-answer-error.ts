/** A service that did not answer, or answered something that no client can use. */
export class UnusableAnswerError extends Error {
  /** @param message one sentence without a full stop; it quotes nothing of the answer */
  constructor(message: string) {
    super(message);
    this.name = 'UnusableAnswerError';
  }
}
