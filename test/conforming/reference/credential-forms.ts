import type { ConformingProvider } from '../conforming.js';

const trimmed = (given: string, stored: string) => given.trim() === stored;

/** What is looked at in credentials before they are compared. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'names-trimmed',
    unusual:
      'White space round an e-mail or a user id is taken off before it is looked up, whatever there is of it.',
    start: (serve) =>
      serve({
        stages: {
          'esignon-startsimple': () => ({ sameEmail: trimmed }),
          'esignon-login': () => ({ sameEmail: trimmed }),
          'ckstack-token': () => ({ sameUser: trimmed }),
        },
      }),
  },
];
