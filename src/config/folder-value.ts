import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { OptionValueError } from '../errors/option-value-error.js';
import { type GivenValue, lastText } from './given-value.js';

/**
 * Reads a folder that is there.
 *
 * @returns its absolute path
 * @throws {OptionValueError} when there is none, or it cannot be read
 */
export async function existingFolder(given: GivenValue): Promise<string> {
  const path = resolve(given.cwd, lastText(given));
  const kind = await kindOf(path);
  if (kind === 'none')
    throw new OptionValueError(given.origin, lastText(given), 'does not exist; name a folder');
  if (kind === 'other') throw new OptionValueError(given.origin, lastText(given), 'is not a folder');
  if (await permits(path, constants.R_OK | constants.X_OK)) return path;
  throw new OptionValueError(given.origin, lastText(given), 'is not readable');
}

/**
 * Reads a folder that is there or can be made; makes nothing yet.
 *
 * @returns its absolute path
 * @throws {OptionValueError} when it, or the nearest folder above it that is there, cannot be written
 */
export async function writableFolder(given: GivenValue): Promise<string> {
  const path = resolve(given.cwd, lastText(given));
  let above = path;
  let kind = await kindOf(above);
  while (kind === 'none' && dirname(above) !== above) {
    above = dirname(above);
    kind = await kindOf(above);
  }
  if (kind !== 'folder') {
    const what = above === path ? 'is not a folder' : `cannot be created: ${above} is not a folder`;
    throw new OptionValueError(given.origin, lastText(given), `${what}; name a folder to write reports to`);
  }
  if (await permits(above, constants.W_OK | constants.X_OK)) return path;
  throw new OptionValueError(given.origin, lastText(given), 'is not writable; choose a writable folder');
}

async function kindOf(path: string): Promise<'folder' | 'other' | 'none'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'other';
  } catch {
    return 'none';
  }
}

async function permits(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
