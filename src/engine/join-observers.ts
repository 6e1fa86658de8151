import type { RunObserver } from './run-suite.js';

/** Two observers as one: each is called for everything, the first one first. */
export function joinObservers(first: RunObserver, second: RunObserver): RunObserver {
  return {
    exchange: (exchange) => {
      first.exchange?.(exchange);
      second.exchange?.(exchange);
    },
    planned: (plan, profiles) => {
      first.planned?.(plan, profiles);
      second.planned?.(plan, profiles);
    },
    envelope: (envelope, profile) => {
      first.envelope?.(envelope, profile);
      second.envelope?.(envelope, profile);
    },
    scenarios: {
      started: (scenario, profile) => {
        first.scenarios?.started?.(scenario, profile);
        second.scenarios?.started?.(scenario, profile);
      },
      finished: (status) => {
        first.scenarios?.finished?.(status);
        second.scenarios?.finished?.(status);
      },
    },
    fuzz: (progress) => {
      first.fuzz?.(progress);
      second.fuzz?.(progress);
    },
  };
}
