import PQueue from 'p-queue';

/** Limits attempts to so many a second. */
export interface RateLimit {
  /** Waits for permission for one attempt. @returns `false`: the signal ended the wait */
  take(): Promise<boolean>;
}

/** At higher rates several attempts are permitted at once: timers are not exact enough. */
const STEPS_A_SECOND = 100;

/**
 * @param perSecond attempts in any second, spread evenly; `null`: no limit
 * @param signal ends every wait
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
