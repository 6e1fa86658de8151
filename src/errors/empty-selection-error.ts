import type { ProfileName } from '../profiles/built-in.js';
import { quote } from '../text/quote.js';
import { AssayError } from './assay-error.js';

/** A selection that no scenario matches. */
export class EmptySelectionError extends AssayError {
  static readonly code = 'ASSAY_SELECTION_EMPTY';
  static readonly exitCode = 3;

  /**
   * @param tags the expression of `--tags`, `null` when there was none
   * @param profiles the profiles of the run
   */
  constructor(tags: string | null, profiles: readonly ProfileName[]) {
    const selection = tags === null ? 'The selection' : `--tags=${quote(tags)}`;
    super(
      EmptySelectionError,
      `No verdict: ${selection} matches no scenario of ${profiles.join(', ')}; --list shows what there is.`,
    );
  }
}
