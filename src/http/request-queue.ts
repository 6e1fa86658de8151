import PQueue from 'p-queue';
import type { Exchange, OutgoingRequest } from './exchange.js';

/** Sends requests, so many at a time. */
export interface Sender {
  /**
   * Sends a request and waits for what comes of it. Whatever a target does ends in the `Exchange`, never in a throw.
   * @throws {SuiteError} for a request that HTTP cannot carry
   */
  send(request: OutgoingRequest): Promise<Exchange>;

  /**
   * Runs `sequence` while no other exchange is in flight: waits for those under way, lets none begin but those made
   * through the sender that `sequence` is given. Exclusive sequences run one after another; inside one, use the given
   * sender only (the outer one would wait for the sequence to end).
   * @returns what `sequence` returns; its error is passed on
   */
  exclusive<T>(sequence: (sender: Sender) => Promise<T>): Promise<T>;
}

/** A sender with its own queue. */
export interface RequestQueue extends Sender {
  /** When nothing is in flight or waiting. */
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
