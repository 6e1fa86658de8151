import type { RunConfig } from './run-config.js';

/** What somebody who started the program wants of it. */
export type Invocation =
  | { readonly kind: 'run' | 'list'; readonly config: RunConfig }
  | { readonly kind: 'help' | 'version'; readonly text: string };
