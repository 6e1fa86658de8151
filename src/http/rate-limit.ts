import PQueue from 'p-queue';

/** Gives out the right to send, at most so many times a second. */
export interface RateLimit {
  /** @returns whether it was given; `false` when the signal cut the wait off */
  take(): Promise<boolean>;
}

/** Rights given out at once at high rates, for timers are no finer than a millisecond. */
const STEPS_A_SECOND = 100;

/**
 * @param perSecond sendings in any second, spread evenly; `null`: no limit
 * @param signal cuts every wait off
 */
export function createRateLimit(perSecond: number | null, signal: AbortSignal): RateLimit {
  if (perSecond === null) return { take: async () => !signal.aborted };
  const intervalCap = Math.max(1, Math.floor(perSecond / STEPS_A_SECOND));
  const interval = (1000 * intervalCap) / perSecond;
  const queue = new PQueue({ intervalCap, interval, strict: true });
  return {
    async take() {
      try {
        await queue.add(() => {}, { signal });
        return true;
      } catch {
        return false;
      }
    },
  };
}
