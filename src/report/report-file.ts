import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { plainLine } from '../text/escape/plain.js';
import { makeFolder } from './make-folder.js';

/**
 * Writes a report so that nobody ever reads half of it: beside its place, then renamed into it.
 *
 * @throws {Error} the file system's own; {@link explainFailure} makes a sentence of it
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
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'something on the way to it is a file, not a folder; choose another folder with --reports=DIR',
  ENOENT: 'it cannot be made there; choose another folder with --reports=DIR',
  EEXIST: 'a file stands where the folder is to be; choose another folder with --reports=DIR',
  EISDIR: 'a folder of that name is in its place; move it away',
  ENOTEMPTY: 'a folder of that name is in its place; move it away',
  EMFILE: 'too many files are open',
};

/** One sentence on a report that could not be written: which, and why. */
export function explainFailure(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const cause = CAUSES[code] ?? (error instanceof Error ? error.message : String(error));
  const note = CAUSES[code] === undefined ? '' : ` (${code})`;
  return `${plainLine(file, 400)} was not written: ${plainLine(cause, 300)}${note}.`;
}
