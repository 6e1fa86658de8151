import { join } from 'node:path';
import type { Verdict } from '../verify/verdict.js';
import { safeJson } from './escape/json.js';
import { writeReportFile } from './report-file.js';

/**
 * Writes `verdict.json`, which `schemas/verdict.schema.json` describes.
 *
 * @param dir the reports folder, made if it is not there
 * @returns the file
 * @throws {Error} the file system's
 */
export async function writeVerdictJson(verdict: Verdict, dir: string): Promise<string> {
  const file = join(dir, 'verdict.json');
  await writeReportFile(file, `${safeJson(verdict, 2)}\n`);
  return file;
}
