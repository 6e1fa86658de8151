import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { plainLine } from '../text/escape/plain.js';
import { makeFolder } from './make-folder.js';

/**
 * Writes a report atomically: into a temporary file in the same folder, which is then renamed.
 *
 * @throws {Error} of the file system; {@link explainFailure} turns it into a sentence
 */
export async function writeReportFile(file: string, content: string | Uint8Array): Promise<void> {
  makeFolder(dirname(file));
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    await writeFile(draft, content);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw error;
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'permission was denied; choose another folder with --reports=DIR',
  EPERM: 'permission was denied; choose another folder with --reports=DIR',
  EROFS: 'the file system is read-only; choose another folder with --reports=DIR',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is exhausted',
  ENOTDIR: 'a part of its path is a file, not a folder; choose another folder with --reports=DIR',
  ENOENT: 'it cannot be created there; choose another folder with --reports=DIR',
  EEXIST: 'there is a file of that name; choose another folder with --reports=DIR',
  EISDIR: 'there is a folder of that name; move it away',
  ENOTEMPTY: 'there is a folder of that name; move it away',
  EMFILE: 'too many files are open',
};

/** One sentence that says which report could not be written, and why. */
export function explainFailure(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const cause = CAUSES[code] ?? (error instanceof Error ? error.message : String(error));
  const note = CAUSES[code] === undefined ? '' : ` (${code})`;
  return `${plainLine(file, 400)} was not written: ${plainLine(cause, 300)}${note}.`;
}
