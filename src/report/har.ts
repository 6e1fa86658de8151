import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { safeJson } from '../text/escape/json.js';
import type { HarEntry } from './har-entry.js';
import { makeFolder } from './make-folder.js';

/** Writes exchanges as they finish. */
export interface HarWriter {
  /** Adds an exchange. Never throws: `close` reports what went wrong with the file. */
  add(entry: HarEntry): void;
  /**
   * Writes the rest. The file is a valid HAR before as well, up to the last block written, also when the process is
   * killed. Calling it again changes nothing.
   *
   * @throws {Error} the first error of the file system
   */
  close(): Promise<void>;
}

const TAIL = '\n]}}\n';
/** Characters that are gathered before they are written. */
const BLOCK = 256 * 1024;

/**
 * A HAR 1.2 file that is written during the run, so that it takes no more memory for 50,000 exchanges than for 50. The
 * file is begun at once: it replaces that of an earlier run.
 *
 * @param file created with its folder, or overwritten
 */
export function createHarWriter(
  file: string,
  { creator }: { readonly creator: { readonly name: string; readonly version: string } },
): HarWriter {
  let handle: number | null = null;
  let failure: unknown = null;
  let end = 0;
  let pending = '';
  let first = true;

  /** Writes a block and the tail; the next block overwrites the tail. */
  const flush = () => {
    if (handle === null) return;
    try {
      const block = Buffer.from(pending);
      const whole = Buffer.concat([block, Buffer.from(TAIL)]);
      for (let at = 0; at < whole.length; ) at += writeSync(handle, whole, at, whole.length - at, end + at);
      end += block.length;
    } catch (error) {
      fail(error);
    }
    pending = '';
  };
  const fail = (error: unknown) => {
    failure ??= error;
    if (handle === null) return;
    const open = handle;
    handle = null;
    try {
      // Keep the file readable: put the tail where the last whole block ended.
      ftruncateSync(open, end);
      writeSync(open, TAIL, end);
    } catch {
      // The first error is the one to report.
    } finally {
      closeSync(open);
    }
  };

  try {
    makeFolder(dirname(file));
    handle = openSync(file, 'w');
    pending = `{"log":{"version":"1.2","creator":${safeJson(creator)},"entries":[`;
    flush();
  } catch (error) {
    failure = error;
  }

  return {
    add: (entry) => {
      if (handle === null) return;
      pending += `${first ? '' : ','}\n${safeJson(entry)}`;
      first = false;
      if (pending.length >= BLOCK) flush();
    },
    close: async () => {
      if (pending !== '') flush();
      if (handle !== null) closeSync(handle);
      handle = null;
      if (failure !== null) throw failure;
    },
  };
}
