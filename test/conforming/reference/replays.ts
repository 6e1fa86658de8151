import type { ConformingProvider } from '../conforming.js';

/** Signed transactions that come twice. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'replays-refused',
    unusual: 'A request with a transaction id is refused when its signature was accepted before: a replay.',
    profiles: ['ckstack-token'],
    start: (serve) => {
      const identified = new Set<string>();
      const accepted = new Set<string>();
      return serve({
        stages: {
          'ckstack-token': ({ signatureOf, sameSignature }) => ({
            signatureOf: (call) => {
              const signature = signatureOf(call);
              if (call.target.includes('tid=')) identified.add(signature);
              return signature;
            },
            sameSignature: (given, expected) => {
              if (!sameSignature(given, expected) || accepted.has(expected)) return false;
              if (identified.has(expected)) accepted.add(expected);
              return true;
            },
          }),
        },
      });
    },
  },
];
