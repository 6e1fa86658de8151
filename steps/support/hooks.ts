import {
  After,
  Before,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setParallelCanAssign,
} from '@cucumber/cucumber';
import { scenarioRefOf } from '../../src/engine/scenario-ref.js';
import { clausesOfTags, levelOfTags } from '../../src/engine/scenario-tags.js';
import { ViolationError } from '../../src/engine/violation-error.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import type { AssayWorld } from './world.js';

// No step timeout: every exchange has its own deadline, and a login may wait long for its account's turn.
setDefaultTimeout(-1);
// The budget of failed logins lives in one process.
setParallelCanAssign(() => false);

Before({ name: 'begin' }, function (this: AssayWorld, { gherkinDocument, pickle }) {
  this.begin(scenarioRefOf(gherkinDocument, pickle));
});

After({ name: 'universal checks' }, function (this: AssayWorld, { result }) {
  try {
    if (result?.status !== 'FAILED') this.scenario.finish();
  } finally {
    this.end();
  }
});

/**
 * Wraps every step: what cannot be checked skips the scenario with its reason, a violation that does not
 * count skips it with what was found, and an error that is not a violation is one of the suite itself.
 */
setDefinitionFunctionWrapper((fn: (this: AssayWorld, ...args: unknown[]) => unknown) => {
  const wrapped = async function (this: AssayWorld, ...args: unknown[]): Promise<unknown> {
    try {
      const result = await fn.apply(this, args);
      const [nonGating] = this.scenario.nonGating;
      if (!nonGating) return result;
      const { message } = this.scenario.errorOf(nonGating);
      this.attach(`Violated, but it does not decide the verdict.\n${message}`, 'text/plain');
      return 'skipped';
    } catch (error) {
      if (error instanceof NotChecked) return skip(this, error);
      if (!(error instanceof ViolationError))
        this.run.suiteErrors.push(`${error} (${this.scenario.ref.location})`);
      throw error;
    }
  };
  // Cucumber counts the parameters of a step.
  return Object.defineProperty(wrapped, 'length', { value: fn.length });
});

function skip(world: AssayWorld, { message, skipCause }: NotChecked): 'skipped' {
  const { ref, open } = world.scenario;
  world.run.ledger.skip({
    scenario: ref.name,
    location: ref.location,
    profile: open.profile.name,
    clauses: clausesOfTags(ref.tags),
    level: levelOfTags(ref.tags),
    reason: message,
    cause: skipCause,
  });
  world.attach(world.run.redactor.text(`Not checked: ${message}.`), 'text/plain');
  return 'skipped';
}
