import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { FileContentError } from '../errors/file-content-error.js';
import { OptionValueError } from '../errors/option-value-error.js';
import type { PactDocument } from '../pact/pact-document.js';
import { type GivenValue, lastText } from './given-value.js';
import { parseJson } from './json-text.js';
import { pactProblems } from './pact-problems.js';
import { readTextFile } from './text-file.js';

/** A consumer contract of the user's, checked. */
export interface PactFile {
  /** As it is named in messages and reports. */
  readonly shown: string;
  readonly document: PactDocument;
}

/** Pacts contain examples of whole answers. */
const MAX_PACT_BYTES = 16 * 1024 * 1024;

/**
 * Loads every `*.json` of a folder as a pact of version 2, 3 or 4, in the order of their names.
 *
 * @param folder absolute
 * @param given the option that named it
 * @throws {OptionValueError} when there is none
 * @throws {UnreadableFileError} for one that cannot be read
 * @throws {FileSyntaxError} for one that is not JSON, or empty
 * @throws {FileContentError} for one that is not a pact, is of another version, or has no interaction
 */
export async function loadPacts(folder: string, given: GivenValue): Promise<readonly PactFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.json'))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) {
    throw new OptionValueError(given.origin, lastText(given), 'contains no pact file (*.json)');
  }
  return Promise.all(names.map((name) => loadPact(join(folder, name), given)));
}

async function loadPact(path: string, { cwd, origin }: GivenValue): Promise<PactFile> {
  const near = relative(cwd, path);
  const shown = near.startsWith('..') ? path : near;
  const document = parseJson(await readTextFile({ path, shown, origin }, MAX_PACT_BYTES), shown);
  const [problem] = pactProblems(document);
  if (problem !== undefined) throw new FileContentError(shown, [problem]);
  return { shown, document: document as PactDocument };
}
