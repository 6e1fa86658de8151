/** The reference provider, each answer of which takes as many milliseconds as the first argument says. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startProvider } from '../src/provider/listen.js';

const delay = Number(process.argv[2] ?? 100);
const provider = await startProvider({
  onReply: async (reply) => {
    if (delay > 0) await sleep(delay);
    return reply;
  },
});
process.stdout.write(`${provider.url}\n`);
