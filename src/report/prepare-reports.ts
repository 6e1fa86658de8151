import { mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.js';
import { explainFailure } from './report-file.js';

/** Reports that could be mistaken for those of a run that was killed before it wrote its own. */
const OF_AN_EARLIER_RUN = ['verdict.json', 'summary.md', 'junit.xml'];

/**
 * Prepares the folder of the reports before anything is sent: creates it, checks that it is writable, and deletes the
 * verdict of an earlier run.
 *
 * @param dir absolute
 * @returns `null`, or one sentence on why it cannot be created or written to
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
  // A folder of that name stays: writing the report will say so.
  for (const name of OF_AN_EARLIER_RUN) await rm(join(dir, name)).catch(() => {});
  return null;
}
