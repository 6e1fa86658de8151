import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { PactDocument } from '../../../src/pact/pact-document.js';

/** A folder of pact files for one test. @returns its path */
export async function tempPacts(
  context: TestContext,
  pacts: Readonly<Record<string, PactDocument>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'token-assay-pacts-'));
  context.after(() => rm(folder, { recursive: true }));
  for (const [name, document] of Object.entries(pacts)) {
    await writeFile(join(folder, `${name}.json`), JSON.stringify(document));
  }
  return folder;
}
