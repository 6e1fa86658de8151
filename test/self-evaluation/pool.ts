import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Result, Task } from './task.js';

const WORKER = fileURLToPath(new URL('worker.js', import.meta.url));
/** Runs that one process has under way: while one waits for its target, another computes. */
const AT_ONCE = 3;
/** No run takes nearly as long. */
const TIME_LIMIT_MS = 300_000;

export interface PoolOptions {
  /** Called with each result as it comes. */
  readonly onResult?: (result: Result) => void;
  /** Default: as many as there are cores. */
  readonly processes?: number;
}

/**
 * Performs tasks in processes of their own.
 * @returns a result for each task, in the order of the tasks; a run that fails or hangs is one of kind `failed`
 */
export async function runTasks(
  tasks: readonly Task[],
  { onResult, processes = availableParallelism() }: PoolOptions = {},
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = tasks.map((task, index) => ({ task, index }));
  await Promise.all(Array.from({ length: Math.min(processes, tasks.length) }, () => work()));
  return results;

  /** One process, from start to end; a new one takes the place of one that dies. */
  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const child = fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      await serve(child);
      child.kill();
    }
  }

  /** Keeps a process busy until nothing is left to do, or it dies. */
  function serve(child: ChildProcess): Promise<void> {
    return new Promise((resolve) => {
      const underWay = new Map<string, { task: Task; index: number; timer: NodeJS.Timeout }>();
      const settle = (result: Result, index: number) => {
        results[index] = result;
        onResult?.(result);
      };
      const next = () => {
        while (underWay.size < AT_ONCE) {
          const given = waiting.shift();
          if (!given) break;
          const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT_MS);
          underWay.set(keyOf(given.task), { ...given, timer });
          child.send(given.task);
        }
        if (underWay.size === 0) resolve();
      };
      child.on('message', (message: Result | 'ready') => {
        if (message !== 'ready') {
          const key = keyOf(message);
          const done = underWay.get(key);
          if (!done) return;
          clearTimeout(done.timer);
          underWay.delete(key);
          settle(message, done.index);
        }
        next();
      });
      child.on('exit', (code, signal) => {
        for (const { task, index, timer } of underWay.values()) {
          clearTimeout(timer);
          const error = `its process ended (${signal ?? `exit code ${code}`}) while it was under way`;
          settle({ kind: 'failed', id: task.id, seed: task.seed, error }, index);
        }
        resolve();
      });
    });
  }
}

function keyOf({ id, seed }: { readonly id: string; readonly seed: number }): string {
  return `${id} ${seed}`;
}
