/** MUST counts in the verdict; SHOULD counts with `--strict`. */
export type Level = 'MUST' | 'SHOULD';

/**
 * One requirement. A clause that has a MUST and a SHOULD part is two entries of the same id.
 */
export interface Clause {
  /** `ES-01`, `SS-01`, `LG-01`, `CK-01`, `RO-01`, … */
  readonly id: string;
  readonly level: Level;
  /** One sentence, present tense: what a conforming provider does. */
  readonly statement: string;
  /** Where it comes from: the section of the profile's document, or the standard it rests on. */
  readonly source: string;
  /** Our reading, where the document is silent or contradicts itself, and its reason. */
  readonly reading?: string;
  /** True where only generated requests check it (features/fuzzing). */
  readonly generated?: boolean;
}
