import type { ConformingProvider } from '../conforming.js';

export const PROVIDERS: readonly ConformingProvider[] = [
  { id: 'reference', unusual: 'Nothing: the reference provider as it is.', start: (serve) => serve() },
];
