import type { RunConfig } from './run-config.js';

/** What the program was started for. */
export type Invocation =
  | { readonly kind: 'run' | 'list'; readonly config: RunConfig }
  | { readonly kind: 'help' | 'version'; readonly text: string };
