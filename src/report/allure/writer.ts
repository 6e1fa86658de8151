import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestResult } from 'allure-js-commons';
import type { Writer } from 'allure-js-commons/sdk/reporter';
import PQueue from 'p-queue';
import { makeFolder } from '../make-folder.js';

/** A writer of Allure results that does not block the run. */
export interface ResultsWriter extends Writer {
  /**
   * Waits until everything is written.
   *
   * @throws {Error} the first error of the file system
   */
  end(): Promise<void>;
}

/** Creating a file can take longer than the scenario it is about. */
const FILES_AT_A_TIME = 4;

/**
 * Writes Allure results into a folder in the background. Allure's own writer flushes every file to disk before it
 * returns, which takes longer than the run itself.
 *
 * @param prepare prepares the folder; nothing is written before it is done
 * @param finish makes the last changes to a result before it is written
 */
export function createResultsWriter(
  resultsDir: string,
  prepare: () => Promise<void>,
  finish: (result: TestResult) => TestResult,
): ResultsWriter {
  let failure: unknown = null;
  const queue = new PQueue({ concurrency: FILES_AT_A_TIME, autoStart: false });
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
      // Hooks that passed are of no interest, and every scenario has some.
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
    // Written from the verdict, see metadata.ts.
    writeEnvironmentInfo: () => {},
    writeCategoriesDefinitions: () => {},
    end: async () => {
      await ready;
      await queue.onIdle();
      if (failure !== null) throw failure;
    },
  };
}
