import { mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.js';
import { explainFailure } from './report-file.js';

/** What would pass for the result of a run that was killed before it could write its own. */
const OF_AN_EARLIER_RUN = ['verdict.json', 'summary.md', 'junit.xml'];

/**
 * Makes the folder of the reports ready before anything is sent: it is there, it takes a file, and no verdict of
 * an earlier run stands in it.
 *
 * @param dir absolute
 * @returns `null`, or one sentence on why it cannot be made or takes no file
 */
export async function prepareReports(dir: string): Promise<string | null> {
  try {
    makeFolder(dir);
    const trial = await mkdtemp(join(dir, '.trial-'));
    try {
      await writeFile(join(trial, 'file'), 'x');
    } finally {
      await rm(join(trial, 'file'), { force: true });
      await rmdir(trial);
    }
  } catch (error) {
    return explainFailure(`The reports folder ${dir}`, error);
  }
  // A folder of such a name stays; it is told of when the report is written.
  for (const name of OF_AN_EARLIER_RUN) await rm(join(dir, name)).catch(() => {});
  return null;
}
