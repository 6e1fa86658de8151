import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { safeJson } from '../text/escape/json.js';
import type { HarEntry } from './har-entry.js';
import { makeFolder } from './make-folder.js';

/** Takes exchanges as they finish. */
export interface HarWriter {
  /** Adds an exchange. Never throws: what goes wrong with the file is told by `close`. */
  add(entry: HarEntry): void;
  /**
   * Writes what is left. The file is valid before as well, up to the last block written: a run that is cut off
   * leaves a HAR that can be opened. Calling it again changes nothing.
   *
   * @throws {Error} the file system's first error, if there was one
   */
  close(): Promise<void>;
}

const TAIL = '\n]}}\n';
/** Characters gathered before they are written: small beside a run, large beside a system call. */
const BLOCK = 256 * 1024;

/**
 * A HAR 1.2 file that grows with the run and takes no more memory for 50,000 exchanges than for 50. The file is
 * begun at once, so that a file of an earlier run is gone and an unwritable folder is noticed.
 *
 * @param file made with its folder, or overwritten
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

  /** Every block is followed by the tail, which the next block overwrites. */
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
      // What was written before stays readable: the tail goes back to where the last whole block ended.
      ftruncateSync(open, end);
      writeSync(open, TAIL, end);
    } catch {
      // The first error is the one to tell.
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
