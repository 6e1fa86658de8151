import { RunError } from './run-error.js';

/** A selection that no scenario matches. */
export class EmptySelectionError extends RunError {
  static readonly code = 'ASSAY_SELECTION_EMPTY';
  static readonly exitCode = 3;

  /**
   * @param tags the expression of `--tags`, `null` when there was none
   * @param profiles the names of the run's profiles
   */
  constructor(tags: string | null, profiles: readonly string[]) {
    const matching = tags === null ? '' : ` matches --tags=${tags}`;
    super(
      EmptySelectionError,
      `nothing was checked: no scenario of ${profiles.join(', ')}${matching || ' exists'}`,
      'npx token-assay --list shows the scenarios and clauses that can be selected',
    );
  }
}
