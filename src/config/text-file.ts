import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UnreadableFileError } from '../errors/unreadable-file-error.js';

/** More than any file of settings needs. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** A file of the user's. */
export interface UserFile {
  /** Absolute. */
  readonly path: string;
  /** As the user named it, for messages. */
  readonly shown: string;
  /** The option or environment variable that named it, `null` for a default name. */
  readonly origin: string | null;
  /** Its JSON, where a program gives that in place of a file. */
  readonly content?: unknown;
}

/**
 * Names a file of the user's.
 *
 * @param shown its name as the user gave it
 * @param cwd absolute folder that a relative name starts from
 * @param origin the option or environment variable that named it, `null` for a default name
 */
export function userFile(shown: string, cwd: string, origin: string | null = null): UserFile {
  return { path: resolve(cwd, shown), shown, origin };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'too many levels of symbolic links',
  ENAMETOOLONG: 'its name is too long',
};

/**
 * Reads a whole file of UTF-8 text, also one that is a pipe.
 *
 * @param limit bytes, a whole number of MiB
 * @returns the text, without a byte order mark
 * @throws {UnreadableFileError} when it cannot be read, is larger than the limit, or is not UTF-8
 */
export async function readTextFile(file: UserFile, limit: number = MAX_FILE_BYTES): Promise<string> {
  const bytes = await readBytes(file, limit).catch((error: NodeJS.ErrnoException) => {
    const reason = REASONS[error.code ?? ''] ?? `the system says ${error.code ?? 'no'}`;
    throw new UnreadableFileError(file.shown, reason, file.origin, { cause: error });
  });
  if (bytes.length > limit) {
    const mebibytes = limit / MAX_FILE_BYTES;
    throw new UnreadableFileError(file.shown, `it is larger than ${mebibytes} MiB`, file.origin);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnreadableFileError(file.shown, 'it is not UTF-8 text', file.origin, { cause: error });
  }
}

/** Whether there is anything under the name; a file that is not readable is there. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}

/** At most one byte more than the limit. */
async function readBytes({ path }: UserFile, limit: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of handle.createReadStream({ end: limit })) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) break;
    }
    return Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
}
