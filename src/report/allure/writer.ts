import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestResult } from 'allure-js-commons';
import type { Writer } from 'allure-js-commons/sdk/reporter';

/** A writer of Allure results that keeps what went wrong instead of throwing it into the run. */
export interface ResultsWriter extends Writer {
  /** The file system's first error; `null` when there was none. */
  readonly failure: unknown;
}

/**
 * Writes Allure results into a folder. Allure's own writer makes every file durable before it goes on, which
 * costs more than the run that it reports.
 *
 * @param finish last changes to a result before it is written
 */
export function createResultsWriter(
  resultsDir: string,
  finish: (result: TestResult) => TestResult,
): ResultsWriter {
  let failure: unknown = null;
  const attempt = (write: () => void) => {
    if (failure !== null) return;
    try {
      write();
    } catch (error) {
      failure = error;
    }
  };
  const put = (name: string, content: string | Buffer) =>
    attempt(() => writeFileSync(join(resultsDir, name), content));
  attempt(() => mkdirSync(resultsDir, { recursive: true }));
  return {
    get failure() {
      return failure;
    },
    writeResult: (result) => put(`${result.uuid}-result.json`, JSON.stringify(finish(result))),
    writeGroup: (group) => {
      // Hooks that passed say nothing, and there are some for every scenario.
      const hooks = [...group.befores, ...group.afters];
      if (
        hooks.some((hook) => hook.status !== 'passed' || hook.steps.length > 0 || hook.attachments.length > 0)
      ) {
        put(`${group.uuid}-container.json`, JSON.stringify(group));
      }
    },
    writeAttachment: put,
    writeAttachmentFromPath: (name, from) => attempt(() => copyFileSync(from, join(resultsDir, name))),
    writeGlobals: (name, globals) => put(name, JSON.stringify(globals)),
    // What describes the run as a whole is written from the verdict, see metadata.ts.
    writeEnvironmentInfo: () => {},
    writeCategoriesDefinitions: () => {},
  };
}
