import type { TestContext } from 'node:test';
import { loadFixtures } from '../../../src/config/fixtures-file.js';
import { userFile } from '../../../src/config/text-file.js';
import { BUILT_IN_PROFILES } from '../../../src/profiles/built-in.js';
import type { Fixtures } from '../../support/profiles.js';
import { tempFolder } from './temp-folder.js';

/** Loads a file `f.json` of this content, or of this text. */
export async function load(
  context: TestContext,
  content: unknown,
  env: NodeJS.ProcessEnv = {},
): Promise<Fixtures> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const cwd = await tempFolder(context, { 'f.json': text });
  return loadFixtures(userFile('f.json', cwd), env, BUILT_IN_PROFILES);
}
