import { startProvider } from '../../../src/provider/listen.js';
import type { ConformingProvider } from '../conforming.js';

export const PROVIDERS: readonly ConformingProvider[] = [
  { id: 'reference', unusual: 'Nothing: the reference provider as it is.', start: () => startProvider() },
];
