import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Finds Java: that of `JAVA_HOME`, else the first on `PATH`. Does not start it.
 *
 * @returns its path, absolute or as in `PATH`; `null`: there is none
 */
export function findJava(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const names = platform === 'win32' ? ['java.exe'] : ['java'];
  const home = env.JAVA_HOME;
  const dirs = [
    ...(home ? [join(home, 'bin')] : []),
    ...(env.PATH ?? env.Path ?? '').split(delimiter).filter((dir) => dir !== ''),
  ];
  for (const dir of dirs) {
    for (const name of names) {
      const file = join(dir, name);
      if (isExecutable(file)) return file;
    }
  }
  return null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
