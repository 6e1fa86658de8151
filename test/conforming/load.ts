import { readdirSync } from 'node:fs';
import type { ConformingProvider } from './conforming.js';

/** Folders of providers; a file in one of them exports `PROVIDERS`. */
const FOLDERS = ['reference', 'foreign'];

/** Every conforming provider, in the order of folders, files and their lists. */
export async function loadConforming(): Promise<readonly ConformingProvider[]> {
  const files = FOLDERS.flatMap((folder) => {
    const url = new URL(`./${folder}/`, import.meta.url);
    const names = readdirSync(url).filter((name) => name.endsWith('.js'));
    return names.sort().map((name) => new URL(name, url));
  });
  const modules = await Promise.all(files.map(async (file) => await import(file.href)));
  return modules.flatMap(({ PROVIDERS }: { PROVIDERS: readonly ConformingProvider[] }) => PROVIDERS);
}
