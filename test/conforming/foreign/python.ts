import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type ConformingProvider, Unavailable } from '../conforming.js';

/** The script stands with the sources: it is not compiled. */
const SCRIPT = fileURLToPath(new URL('../../../../test/conforming/python/provider.py', import.meta.url));

/** Both eSignon profiles on Python's http.server. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'python',
    unusual: "Python's http.server: its own pages for errors and 501 for other methods, answers in ASCII.",
    profiles: ['esignon-startsimple', 'esignon-login'],
    start,
  },
];

async function start(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  if (spawnSync('python3', ['--version']).status !== 0) throw new Unavailable('there is no python3');
  const child = spawn('python3', ['-u', SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [port] = (await Promise.race([
    once(lines, 'line'),
    gone.then(() => Promise.reject(new Error('the Python provider ended before it listened'))),
  ])) as [string];
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      child.stdin.end();
      await gone;
    },
  };
}
