import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import type { Envelope } from '../../src/report/envelope.js';

/** What a step of an invented scenario does. */
export interface SampleStep {
  readonly status?: 'PASSED' | 'FAILED' | 'SKIPPED' | 'UNDEFINED' | 'PENDING';
  readonly error?: { readonly type: string; readonly message: string };
  readonly attach?: readonly {
    readonly body: string;
    readonly mediaType: string;
    readonly fileName?: string;
    readonly contentEncoding?: 'IDENTITY' | 'BASE64';
  }[];
  /** A hook in place of a step. */
  readonly isHook?: boolean;
}

export interface SampleScenario {
  /** That it is run for; default {@link PROFILE}. */
  readonly profile?: string;
  readonly name?: string;
  readonly rule?: string;
  readonly feature?: string;
  readonly uri?: string;
  readonly tags?: readonly string[];
  readonly steps?: readonly SampleStep[];
  /** The row of examples that it comes of. */
  readonly row?: Readonly<Record<string, string>>;
  /** The run ends before the scenario does. */
  readonly isCutOff?: boolean;
}

let ids = 0;

/** The messages that cucumber sends for a run of one scenario, its document and run included. */
export function envelopesOf(sample: SampleScenario = {}): readonly Envelope[] {
  const id = (what: string) => `${what}-${++ids}`;
  const {
    name = 'The password is wrong',
    rule = 'Wrong credentials yield 10',
    feature = 'Refusing',
  } = sample;
  const { uri = 'features/esignon/refusing.feature', tags = ['@esignon-login', '@must', '@ES-09'] } = sample;
  const steps = sample.steps ?? [{}];
  const row = sample.row === undefined ? null : examplesOf(sample.row, `row-${++ids}`);
  const location = { line: 1 };
  const timestamp = { seconds: 1_700_000_000, nanos: 0 };
  const run = id('run');
  const scenario = id('scenario');
  const pickle = id('pickle');
  const testCase = id('case');
  const started = id('started');
  const named = steps.map((step) => ({ ...step, ast: id('ast'), pickleStep: id('pstep'), test: id('test') }));
  const real = named.filter(({ isHook }) => isHook !== true);
  const messages: unknown[] = [
    { meta: { protocolVersion: '1', implementation: {}, runtime: {}, os: {}, cpu: {} } },
    { source: { uri, data: '', mediaType: 'text/x.cucumber.gherkin+plain' } },
    {
      gherkinDocument: {
        uri,
        comments: [],
        feature: {
          location,
          tags: [],
          language: 'en',
          keyword: 'Feature',
          name: feature,
          description: '',
          children: [
            {
              rule: {
                id: id('rule'),
                location,
                tags: [],
                keyword: 'Rule',
                name: rule,
                description: '',
                children: [
                  {
                    background: {
                      id: id('background'),
                      location,
                      keyword: 'Background',
                      name: '',
                      description: '',
                      steps: real.slice(0, 1).map(({ ast }) => gherkinStep(ast, 'Given ')),
                    },
                  },
                  {
                    scenario: {
                      id: scenario,
                      location,
                      tags: [],
                      keyword: 'Scenario',
                      name,
                      description: '',
                      examples: row === null ? [] : [row],
                      steps: real.slice(1).map(({ ast }) => gherkinStep(ast, 'When ')),
                    },
                  },
                ],
              },
            },
          ],
        },
      },
    },
    {
      pickle: {
        id: pickle,
        uri,
        name,
        language: 'en',
        astNodeIds: row === null ? [scenario] : [scenario, row.tableBody[0]?.id ?? ''],
        tags: tags.map((tag) => ({ name: tag, astNodeId: 'x' })),
        steps: real.map(({ ast, pickleStep }) => ({
          id: pickleStep,
          text: 'Mina logs in',
          type: 'Action',
          astNodeIds: [ast],
        })),
      },
    },
    { testRunStarted: { timestamp, id: run } },
    {
      testCase: {
        id: testCase,
        pickleId: pickle,
        testRunStartedId: run,
        testSteps: named.map(({ test, pickleStep, isHook }) => ({
          id: test,
          ...(isHook === true
            ? { hookId: 'after-hook' }
            : { pickleStepId: pickleStep, stepDefinitionIds: [] }),
        })),
      },
    },
    { testCaseStarted: { id: started, testCaseId: testCase, attempt: 0, timestamp } },
  ];
  for (const { test, status = 'PASSED', error, attach = [] } of named) {
    messages.push({ testStepStarted: { testCaseStartedId: started, testStepId: test, timestamp } });
    for (const attachment of attach) {
      messages.push({
        attachment: {
          contentEncoding: 'IDENTITY',
          ...attachment,
          testCaseStartedId: started,
          testStepId: test,
        },
      });
    }
    const exception = error && {
      exception: { ...error, stackTrace: `${error.type}: ${error.message}\n    at x` },
    };
    const testStepResult = {
      status,
      duration: { seconds: 0, nanos: 1_000_000 },
      ...(error && { message: exception?.exception.stackTrace, ...exception }),
    };
    messages.push({
      testStepFinished: { testCaseStartedId: started, testStepId: test, testStepResult, timestamp },
    });
  }
  if (sample.isCutOff !== true) {
    messages.push({ testCaseFinished: { testCaseStartedId: started, timestamp, willBeRetried: false } });
    messages.push({ testRunFinished: { testRunStartedId: run, timestamp, success: true } });
  }
  return messages as readonly Envelope[];
}

function examplesOf(row: Readonly<Record<string, string>>, id: string) {
  const cells = (values: readonly string[]) => values.map((value) => ({ location: { line: 3 }, value }));
  return {
    id: `${id}-table`,
    location: { line: 3 },
    tags: [],
    keyword: 'Examples',
    name: '',
    description: '',
    tableHeader: { id: `${id}-header`, location: { line: 3 }, cells: cells(Object.keys(row)) },
    tableBody: [{ id, location: { line: 4 }, cells: cells(Object.values(row)) }],
  };
}

/** The profile that scenarios are run for, unless they say otherwise. */
export const PROFILE = 'esignon-login';

/** As much of the support code as the Allure reporter reads: one hook after each scenario. */
const SUPPORT_CODE = {
  beforeTestCaseHookDefinitions: [],
  afterTestCaseHookDefinitions: [{ id: 'after-hook', name: 'universal checks' }],
  beforeTestRunHookDefinitions: [],
  afterTestRunHookDefinitions: [],
} as unknown as ISupportCodeLibrary;

/** What a sink needs besides its folder. */
export const SINK = {
  supportCodeLibrary: SUPPORT_CODE,
  profiles: ['esignon-startsimple', PROFILE, 'ckstack-token'],
};

function gherkinStep(id: string, keyword: string) {
  return { id, location: { line: 2 }, keyword, text: 'Mina logs in', keywordType: 'Action' };
}
