import { EventEmitter } from 'node:events';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import AllureReporter from 'allure-cucumberjs/reporter';
import { PROFILE_NAMES } from '../../profiles/documents.js';
import type { Envelope } from '../envelope.js';
import { sanitizeEnvelope } from '../sanitize-envelope.js';
import { clearAllureResults } from './results-dir.js';
import {
  finishResult,
  placeOf,
  type RunningScenario,
  type ScenarioError,
  type ScenarioPlace,
} from './scenario.js';
import { createResultsWriter } from './writer.js';

// Its types are written as if it were CommonJS, and ask for all the options that a formatter may have.
const Reporter = AllureReporter as unknown as new (options: object) => unknown;

/** Makes Allure results of the messages of a run. */
export interface AllureSink {
  /** Takes a message of cucumber's stream, of any of the runs that make up this run. Never throws. */
  onEnvelope(envelope: Envelope): void;
  /**
   * Ends the results; scenarios that have not ended are written as cut off. Calling it again changes nothing.
   *
   * @throws {Error} the file system's first error: then results are missing
   */
  finish(): Promise<void>;
}

type StepFinished = NonNullable<Envelope['testStepFinished']>;

/**
 * A sink for the messages of one run, which may be several calls of `runCucumber` at a time. The results of the
 * run before are cleared out of the folder.
 *
 * @param resultsDir made if it is not there
 * @param supportCodeLibrary as `loadSupport` gives it, for the names of hooks
 */
export function createAllureSink({
  resultsDir,
  supportCodeLibrary,
}: {
  readonly resultsDir: string;
  readonly supportCodeLibrary: ISupportCodeLibrary;
}): AllureSink {
  let failure: unknown = null;
  /** The scenario whose result is being written: the reporter writes it while it is told of its end. */
  let ending: RunningScenario | undefined;
  const writer = createResultsWriter(
    resultsDir,
    () => clearAllureResults(resultsDir),
    (result) => (ending === undefined ? result : finishResult(result, ending)),
  );
  const emitter = new EventEmitter();
  // The reporter reads these of the options that a formatter gets, and nothing else.
  const options = {
    parsedArgvOptions: { resultsDir, writer },
    eventBroadcaster: emitter,
    supportCodeLibrary,
  };
  new Reporter({ ...options, log: () => {} });

  const documents = new Map<string, NonNullable<Envelope['gherkinDocument']>>();
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
  const take = (envelope: Envelope) => {
    const { gherkinDocument, pickle, testCase, testCaseStarted, testStepFinished, attachment } = envelope;
    if (gherkinDocument !== undefined) {
      if (gherkinDocument.uri !== undefined) documents.set(gherkinDocument.uri, gherkinDocument);
      pass({ gherkinDocument: forReporter(gherkinDocument) });
    } else if (pickle !== undefined) {
      places.set(pickle.id, placeOf(pickle, documents.get(pickle.uri), PROFILE_NAMES));
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
    onEnvelope: (envelope) => {
      if (finished || failure !== null) return;
      try {
        take(sanitizeEnvelope(envelope));
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

/** A step without a definition, or with several, is a fault of the suite: Allure would show it as passed. */
function asFailure(finished: StepFinished): StepFinished {
  const { status } = finished.testStepResult;
  if (status === 'PASSED' || status === 'SKIPPED' || status === 'FAILED') return finished;
  const message = `The suite is at fault: the step is ${status.toLowerCase()}.`;
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
 * A document as the reporter is to have it: it looks for backgrounds beside the scenarios of a feature only, not
 * in rules, and attaches the whole table of examples to each of them, for which the parameters stand already.
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
