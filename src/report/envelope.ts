import type { runCucumber } from '@cucumber/cucumber/api';

/** A message of cucumber's stream, as `runCucumber` passes it on. */
export type Envelope = Parameters<NonNullable<Parameters<typeof runCucumber>[2]>>[0];
