import { EventEmitter } from 'node:events';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import AllureReporter from 'allure-cucumberjs/reporter';
import type { Envelope } from '../envelope.js';
import { sanitizeEnvelope } from '../sanitize-envelope.js';
import { clearAllureResults } from './results-dir.js';
import {
  finishResult,
  placeOf,
  type RunningScenario,
  type ScenarioError,
  type ScenarioNode,
  type ScenarioPlace,
  scenarioNodes,
} from './scenario.js';
import { createResultsWriter } from './writer.js';

// Its types are those of CommonJS, and require every option of a formatter.
const Reporter = AllureReporter as unknown as new (options: object) => unknown;

/** Turns the messages of a run into Allure results. */
export interface AllureSink {
  /**
   * Takes a message of any of the cucumber runs that make up the run. Never throws.
   *
   * @param profile that the cucumber run is for
   */
  onEnvelope(envelope: Envelope, profile: string): void;
  /**
   * Completes the results; scenarios that have not ended are written as cut off. Calling it again changes nothing.
   *
   * @throws {Error} the first error of the file system: then results are missing
   */
  finish(): Promise<void>;
}

type StepFinished = NonNullable<Envelope['testStepFinished']>;

/**
 * A sink for the messages of one run, which may be those of several concurrent calls of `runCucumber`. The results of
 * an earlier run are deleted from the folder.
 *
 * @param resultsDir created if missing
 * @param supportCodeLibrary from `loadSupport`, for the names of hooks
 * @param profiles names of the profiles, which are tags of their scenarios too
 */
export function createAllureSink({
  resultsDir,
  supportCodeLibrary,
  profiles,
}: {
  readonly resultsDir: string;
  readonly supportCodeLibrary: ISupportCodeLibrary;
  readonly profiles: readonly string[];
}): AllureSink {
  let failure: unknown = null;
  /** The scenario whose result the reporter is writing. */
  let ending: RunningScenario | undefined;
  const writer = createResultsWriter(
    resultsDir,
    () => clearAllureResults(resultsDir),
    (result) => (ending === undefined ? result : finishResult(result, ending)),
  );
  const emitter = new EventEmitter();
  // The only options of a formatter that the reporter reads.
  const options = {
    parsedArgvOptions: { resultsDir, writer },
    eventBroadcaster: emitter,
    supportCodeLibrary,
  };
  new Reporter({ ...options, log: () => {} });

  const nodes = new Map<string, ScenarioNode>();
  const places = new Map<string, ScenarioPlace>();
  const pickleOfCase = new Map<string, string>();
  const running = new Map<string, RunningScenario>();
  let finished = false;

  const pass = (envelope: Envelope) => emitter.emit('envelope', envelope);
  const end = (id: string, envelope: Envelope) => {
    ending = running.get(id);
    running.delete(id);
    pass(envelope);
    ending = undefined;
  };
  const take = (envelope: Envelope, profile: string) => {
    const { gherkinDocument, pickle, testCase, testCaseStarted, testStepFinished, attachment } = envelope;
    if (gherkinDocument !== undefined) {
      for (const [id, node] of scenarioNodes(gherkinDocument)) nodes.set(id, node);
      pass({ gherkinDocument: forReporter(gherkinDocument) });
    } else if (pickle !== undefined) {
      places.set(pickle.id, placeOf(pickle, nodes.get(pickle.astNodeIds[0] ?? ''), profile, profiles));
      // Tags become labels in `finishResult`.
      pass({ pickle: { ...pickle, tags: [] } });
    } else if (testCase !== undefined) {
      pickleOfCase.set(testCase.id, testCase.pickleId);
      pass(envelope);
    } else if (testCaseStarted !== undefined) {
      const place = places.get(pickleOfCase.get(testCaseStarted.testCaseId) ?? '');
      if (place === undefined) return;
      const scenario: RunningScenario = { place, statuses: [], error: null, remark: '', isCutOff: false };
      running.set(testCaseStarted.id, scenario);
      pass(envelope);
    } else if (testStepFinished !== undefined) {
      const defined = asFailure(testStepFinished);
      const scenario = running.get(defined.testCaseStartedId);
      scenario?.statuses.push(defined.testStepResult.status);
      if (scenario !== undefined && defined.testStepResult.status === 'FAILED') {
        scenario.error ??= errorOf(defined);
      }
      pass({ testStepFinished: defined });
    } else if (attachment !== undefined) {
      const scenario = running.get(attachment.testCaseStartedId ?? '');
      if (scenario !== undefined && attachment.mediaType === 'text/plain') scenario.remark = attachment.body;
      pass(envelope);
    } else if (envelope.testCaseFinished !== undefined) {
      end(envelope.testCaseFinished.testCaseStartedId, envelope);
    } else if (envelope.testRunFinished === undefined) {
      pass(envelope);
    }
  };

  return {
    onEnvelope: (envelope, profile) => {
      if (finished || failure !== null) return;
      try {
        take(sanitizeEnvelope(envelope), profile);
      } catch (error) {
        failure = error;
      }
    },
    finish: async () => {
      if (!finished && failure === null) {
        const timestamp = {
          seconds: Math.floor(Date.now() / 1_000),
          nanos: (Date.now() % 1_000) * 1_000_000,
        };
        for (const [id, scenario] of running) {
          scenario.isCutOff = true;
          end(id, { testCaseFinished: { testCaseStartedId: id, timestamp, willBeRetried: false } });
        }
        pass({ testRunFinished: { success: false, timestamp } });
      }
      finished = true;
      await writer.end();
      if (failure !== null) throw failure;
    },
  };
}

/** A step without a definition, or with several, is a fault of the suite; Allure would show it as passed. */
function asFailure(finished: StepFinished): StepFinished {
  const { status } = finished.testStepResult;
  if (status === 'PASSED' || status === 'SKIPPED' || status === 'FAILED') return finished;
  const message = `A fault of the suite: the step is ${status.toLowerCase()}.`;
  const exception = { type: 'SuiteError', message };
  const failed = 'FAILED' as typeof status;
  return { ...finished, testStepResult: { ...finished.testStepResult, status: failed, message, exception } };
}

function errorOf({ testStepResult }: StepFinished): ScenarioError {
  const { exception, message } = testStepResult;
  return {
    type: exception?.type ?? 'Error',
    message: exception?.message ?? message ?? '',
    trace: exception?.stackTrace ?? message ?? '',
  };
}

/**
 * A document as the reporter should get it: without rules, in which it does not look for backgrounds, and without tables
 * of examples, which it would attach to each of their scenarios in addition to the parameters.
 */
function forReporter(
  document: NonNullable<Envelope['gherkinDocument']>,
): NonNullable<Envelope['gherkinDocument']> {
  const { feature } = document;
  if (feature === undefined) return document;
  const within = feature.children.flatMap(({ rule }) => rule?.children ?? []);
  const children = [...feature.children, ...within].flatMap(({ background, scenario }) => [
    ...(background === undefined ? [] : [{ background }]),
    ...(scenario === undefined ? [] : [{ scenario: { ...scenario, examples: [] } }]),
  ]);
  return { ...document, feature: { ...feature, children } };
}
