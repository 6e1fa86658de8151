import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestResult } from 'allure-js-commons';
import type { Writer } from 'allure-js-commons/sdk/reporter';
import PQueue from 'p-queue';
import { makeFolder } from '../make-folder.js';

/** A writer of Allure results that never holds up the run. */
export interface ResultsWriter extends Writer {
  /**
   * Waits until everything is written.
   *
   * @throws {Error} the file system's first error
   */
  end(): Promise<void>;
}

/** Files that are written at a time: making one can take longer than the scenario that it tells of. */
const LANES = 4;

/**
 * Writes Allure results into a folder, beside the run. Allure's own writer makes every file durable before it
 * goes on, which costs more than the run that it reports.
 *
 * @param prepare makes the folder ready; nothing is written before
 * @param finish last changes to a result before it is written
 */
export function createResultsWriter(
  resultsDir: string,
  prepare: () => Promise<void>,
  finish: (result: TestResult) => TestResult,
): ResultsWriter {
  let failure: unknown = null;
  const queue = new PQueue({ concurrency: LANES, autoStart: false });
  const attempt = async (write: () => Promise<void>) => {
    if (failure !== null) return;
    try {
      await write();
    } catch (error) {
      failure ??= error;
    }
  };
  const later = (write: () => Promise<void>) => {
    void queue.add(() => attempt(write));
  };
  const put = (name: string, content: string | Buffer) =>
    later(() => writeFile(join(resultsDir, name), content));
  const ready = attempt(async () => {
    makeFolder(resultsDir);
    await prepare();
  }).then(() => queue.start());
  return {
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
    writeAttachmentFromPath: (name, from) => later(() => copyFile(from, join(resultsDir, name))),
    writeGlobals: (name, globals) => put(name, JSON.stringify(globals)),
    // What describes the run as a whole is written from the verdict, see metadata.ts.
    writeEnvironmentInfo: () => {},
    writeCategoriesDefinitions: () => {},
    end: async () => {
      await ready;
      await queue.onIdle();
      if (failure !== null) throw failure;
    },
  };
}
