import type { Violation } from '../verdict/check.js';

/** A violation that counts: it fails the step, and with it the scenario in every report. */
export class ViolationError extends Error {
  readonly violation: Violation;

  /**
   * @param statement of the clause
   * @param replay the command that makes it happen again
   */
  constructor(violation: Violation, statement: string, replay: string) {
    const shown = violation.exchanges.map(({ id }) => id).join(', ');
    super(
      [
        ...(violation.hint === undefined ? [] : [`first: ${violation.hint}`]),
        `${violation.clause} ${violation.level}: ${statement}`,
        `expected: ${violation.expected}`,
        `actual:   ${violation.actual}`,
        ...(shown ? [`exchange: ${shown} in exchanges.har`] : []),
        `replay:   ${replay}`,
      ].join('\n'),
    );
    this.name = 'ViolationError';
    this.violation = violation;
    // The fault is the target's, not this code's: a stack would only hide the lines above. Nor must cucumber-js look
    // for frames in a target's text: its expression for Firefox's takes minutes over some hundred quotes and an @.
    this.stack = '';
  }
}
