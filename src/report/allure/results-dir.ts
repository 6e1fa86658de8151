import { copyFileSync, lstatSync, readdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.js';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** The files that Allure's integrations write into a results folder; everything else there is the user's. */
const MADE_BY_ALLURE = new RegExp(
  `^(?:${UUID}-(?:result\\.json|container\\.json|globals\\.json|attachment(?:\\.[^/]*)?)|environment\\.properties|categories\\.json|executor\\.json)$`,
);

/** What Allure keeps from one report to the next, for its trends. */
export const HISTORY_FILES = [
  'history.json',
  'history-trend.json',
  'duration-trend.json',
  'categories-trend.json',
  'retry-trend.json',
] as const;

/**
 * Makes the results folder ready for a run: results of the run before must not mix into its report. Only files
 * that Allure makes go; links are not followed.
 *
 * @throws {Error} the file system's
 */
export async function clearAllureResults(resultsDir: string): Promise<void> {
  const old = (await readdir(resultsDir)).filter((name) => MADE_BY_ALLURE.test(name));
  const history = join(resultsDir, 'history');
  const isOwnFolder = lstatSync(history, { throwIfNoEntry: false })?.isDirectory() === true;
  const files = [...old, ...(isOwnFolder ? HISTORY_FILES.map((name) => join('history', name)) : [])];
  await Promise.all(files.map((name) => rm(join(resultsDir, name), { force: true })));
}

/**
 * Copies the history of the last report into the results, so that the next report continues its trends. What
 * is not there is not copied.
 */
export function carryHistory(reportDir: string, resultsDir: string): void {
  for (const name of HISTORY_FILES) {
    const from = join(reportDir, 'history', name);
    if (lstatSync(from, { throwIfNoEntry: false })?.isFile() !== true) continue;
    makeFolder(join(resultsDir, 'history'));
    copyFileSync(from, join(resultsDir, 'history', name));
  }
}

/** Whether a results folder has at least one test result in it. */
export function hasResults(resultsDir: string): boolean {
  try {
    return readdirSync(resultsDir).some((name) => name.endsWith('-result.json'));
  } catch {
    return false;
  }
}
