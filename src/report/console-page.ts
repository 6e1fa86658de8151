import type picocolors from 'picocolors';

/** What every part of the console text is written on. */
export interface ConsolePage {
  /** Columns. */
  readonly width: number;
  readonly paint: ReturnType<typeof picocolors.createColors>;
}
