import PQueue from 'p-queue';
import type { Exchange, OutgoingRequest } from './exchange.js';

/** Sends requests, a limited number at a time. */
export interface Sender {
  /**
   * Sends a request and waits for its outcome. Whatever the target does, it results in an `Exchange`, not in an error.
   * @throws {SuiteError} for a request that HTTP cannot carry
   */
  send(request: OutgoingRequest): Promise<Exchange>;

  /**
   * Runs `sequence` while no other exchange is in flight: waits for those under way, and lets no others begin but those
   * of the sender that `sequence` gets. Exclusive sequences run one after another; use only that sender within one, for
   * this one would wait for the end of the sequence.
   * @returns what `sequence` returns, or its error
   */
  exclusive<T>(sequence: (sender: Sender) => Promise<T>): Promise<T>;
}

/** A sender with its own queue. */
export interface RequestQueue extends Sender {
  /** Resolves when nothing is in flight or waiting. */
  idle(): Promise<void>;
}

/**
 * @param perform makes one exchange
 * @param maxInFlight how many at a time
 */
export function createRequestQueue(
  perform: (request: OutgoingRequest) => Promise<Exchange>,
  maxInFlight: number,
): RequestQueue {
  const queue = new PQueue({ concurrency: maxInFlight });
  const turns = new PQueue({ concurrency: 1 });
  return {
    send: (request) => queue.add(() => perform(request)),
    exclusive: (sequence) =>
      turns.add(async () => {
        queue.pause();
        await queue.onPendingZero();
        try {
          return await sequence(createRequestQueue(perform, maxInFlight));
        } finally {
          queue.start();
        }
      }),
    async idle() {
      await turns.onIdle();
      await queue.onIdle();
    },
  };
}
