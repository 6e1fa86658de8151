import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from './run-main.js';

/** The program as the user's shell starts it. */
export const CLI = fileURLToPath(new URL('../../../src/cli/token-assay.js', import.meta.url));

export interface ChildEnded {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a Node program; `ended` is there once all its output is. */
export function startNode(
  context: TestContext,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): { readonly child: ChildProcess; readonly ended: Promise<ChildEnded> } {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: options.env ?? plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  context.after(() => child.kill('SIGKILL'));
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, stdout, stderr }));
  return { child, ended };
}

/** Starts the targets of `target-process.ts` in a process of their own; their URLs by name. */
export async function startTargets(): Promise<{
  readonly urls: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}> {
  const child = fork(fileURLToPath(new URL('target-process.js', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [urls] = await once(child, 'message');
  const stop = async () => {
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
  };
  return { urls: urls as Record<string, string>, stop };
}
