import type { Exchange, Failure, OutgoingRequest } from '../../src/http/exchange.js';
import type { Sender } from '../../src/http/request-queue.js';
import { answered, failed, type SampleAnswer } from '../profiles/login/sample-exchanges.js';

/** What a fake target makes of a request: an answer, or the kind of a failure. */
export type Reply = SampleAnswer | Failure['kind'];

/** Answers requests without a network, and keeps what it was sent. */
export class FakeSender implements Sender {
  readonly sent: OutgoingRequest[] = [];
  readonly #reply: (request: OutgoingRequest, at: number) => Reply;

  /** @param reply gets the request and how many were sent before it */
  constructor(reply: (request: OutgoingRequest, at: number) => Reply) {
    this.#reply = reply;
  }

  async send(request: OutgoingRequest): Promise<Exchange> {
    const at = this.sent.push(request) - 1;
    const reply = this.#reply(request, at);
    return typeof reply === 'string' ? failed(request, reply) : answered(request, reply);
  }

  exclusive<T>(sequence: (sender: Sender) => Promise<T>): Promise<T> {
    return sequence(this);
  }

  /** Their labels, in order. */
  get labels(): readonly string[] {
    return this.sent.map(({ label }) => label);
  }
}
