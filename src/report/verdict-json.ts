import { join } from 'node:path';
import { safeJson } from '../text/escape/json.js';
import type { Verdict } from '../verdict/verdict.js';
import { writeReportFile } from './report-file.js';

/**
 * Writes `verdict.json`, which `schemas/verdict.schema.json` describes.
 *
 * @param dir the reports folder, created if missing
 * @returns the path of the file
 * @throws {Error} of the file system
 */
export async function writeVerdictJson(verdict: Verdict, dir: string): Promise<string> {
  const file = join(dir, 'verdict.json');
  await writeReportFile(file, `${safeJson(verdict, 2)}\n`);
  return file;
}
