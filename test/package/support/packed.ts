import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../architecture/project-files.js';
import { plainEnvironment } from '../../cli/support/run-main.js';
import { projectJson } from './project-json.js';

const run = promisify(execFile);

/** A project into which the packed package is installed, with nothing but the packages it depends on. */
export interface Consumer {
  readonly folder: string;
  /** Folder of the installed package. */
  readonly home: string;
  /** Files of the tarball, from its root. */
  readonly files: readonly string[];
  /** Writes a file into the project. */
  write(name: string, text: string): void;
  /** Runs node there. @throws when it ends with another code than 0, with what it printed */
  node(...argv: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }>;
  remove(): void;
}

/** Packs the project as it is built, and unpacks it into a new project. Needs no network. */
export async function packedConsumer(): Promise<Consumer> {
  const folder = mkdtempSync(join(tmpdir(), 'assay consumer '));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await run('npm', pack, { cwd: ROOT, maxBuffer: 16 * 1024 * 1024 });
  const [packed]: { filename: string; files: { path: string }[] }[] = JSON.parse(stdout);
  if (packed === undefined) throw new Error('npm pack made nothing');
  await run('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
  const home = join(modules, 'token-assay');
  renameSync(join(folder, 'package'), home);
  const { dependencies } = projectJson<{ dependencies: Record<string, string> }>('package.json');
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return {
    folder,
    home,
    files: packed.files.map(({ path }) => path),
    write: (name, text) => writeFileSync(join(folder, name), text),
    node: (...argv) => run(process.execPath, argv, { cwd: folder, env: plainEnvironment() }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The examples of a Markdown document in TypeScript. */
export function examplesOf(document: string): readonly string[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
}
