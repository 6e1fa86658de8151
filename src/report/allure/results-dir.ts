import { copyFileSync, lstatSync, readdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.js';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** The files that Allure's integrations write into a results folder; all others belong to the user. */
const MADE_BY_ALLURE = new RegExp(
  `^(?:${UUID}-(?:result\\.json|container\\.json|globals\\.json|attachment(?:\\.[^/]*)?)|environment\\.properties|categories\\.json|executor\\.json)$`,
);

/** The files that Allure takes over from one report to the next, for its trends. */
export const HISTORY_FILES = [
  'history.json',
  'history-trend.json',
  'duration-trend.json',
  'categories-trend.json',
  'retry-trend.json',
] as const;

/**
 * Deletes the results of an earlier run, which must not end up in the report of this one: only files that Allure writes;
 * links are not followed.
 *
 * @throws {Error} of the file system
 */
export async function clearAllureResults(resultsDir: string): Promise<void> {
  const old = (await readdir(resultsDir)).filter((name) => MADE_BY_ALLURE.test(name));
  const history = join(resultsDir, 'history');
  const isOwnFolder = lstatSync(history, { throwIfNoEntry: false })?.isDirectory() === true;
  const files = [...old, ...(isOwnFolder ? HISTORY_FILES.map((name) => join('history', name)) : [])];
  await Promise.all(files.map((name) => rm(join(resultsDir, name), { force: true })));
}

/**
 * Copies the history of the last report, as far as there is one, into the results, so that the next report continues its
 * trends.
 */
export function carryHistory(reportDir: string, resultsDir: string): void {
  for (const name of HISTORY_FILES) {
    const from = join(reportDir, 'history', name);
    if (lstatSync(from, { throwIfNoEntry: false })?.isFile() !== true) continue;
    makeFolder(join(resultsDir, 'history'));
    copyFileSync(from, join(resultsDir, 'history', name));
  }
}

/** Whether a results folder has at least one test result. */
export function hasResults(resultsDir: string): boolean {
  try {
    return readdirSync(resultsDir).some((name) => name.endsWith('-result.json'));
  } catch {
    return false;
  }
}
