/** Values of one option as they were given, not yet checked. */
export interface GivenValue {
  /** Where they come from, for messages: `--timeout` or `ASSAY_TIMEOUT`. */
  readonly origin: string;
  /** In the order given, at least one. */
  readonly texts: readonly string[];
  /** Absolute folder that relative paths start from. */
  readonly cwd: string;
}

/** The value that counts of an option that takes one: the last. */
export function lastText({ texts }: GivenValue): string {
  return texts.at(-1) ?? '';
}
