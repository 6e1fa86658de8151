import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The peers that come from npm: no dependencies of ours, for nothing but this bench uses them. */
export const PACKAGES = { dredd: '14.1.0', '@stoplight/prism-cli': '5.16.0' } as const;

/**
 * Installs the peers into a folder of their own in the system's folder for temporary files, unless they are there.
 * @returns the folder
 * @throws {Error} saying in one sentence what is missing
 */
export function installPeers(): string {
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  const digest = createHash('sha256').update(wanted.join(' ')).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `token-assay-peers-${digest}`);
  const done = join(folder, 'installed');
  if (existsSync(done)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  const { status, stderr, error } = spawnSync('npm', ['install', ...flags, ...wanted], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    const why = error?.message ?? stderr.split('\n').find((line) => line.includes('npm error')) ?? '';
    throw new Error(`${wanted.join(' and ')} cannot be installed: ${why}`);
  }
  writeFileSync(done, '');
  return folder;
}
