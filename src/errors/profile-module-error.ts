import { AssayError } from './assay-error.js';
import { problemList } from './problem-list.js';

/** A module of `--profile-module` that cannot be loaded, or gives what is not a profile. */
export class ProfileModuleError extends AssayError {
  static readonly code = 'ASSAY_PROFILE_MODULE';
  static readonly exitCode = 2;

  /**
   * @param file the module as the user named it
   * @param problems sentences without full stop, at least one
   */
  constructor(file: string, problems: readonly string[], options?: ErrorOptions) {
    super(ProfileModuleError, problemList(file, problems), options);
  }
}
