import { startProvider } from '../../../src/provider/listen.js';
import { optionsOf, WRONG_TARGETS } from './wrong-targets.js';

/* Serves targets in a process of their own, and says where; ends with the process that started it. */

const targets = await Promise.all([
  startProvider().then(({ url }) => ['conforming', url] as const),
  ...WRONG_TARGETS.map(async (target, at) => {
    const { url } = await startProvider(optionsOf(target));
    return [`wrong ${at}`, url] as const;
  }),
]);

process.once('disconnect', () => process.exit(0));
process.send?.(Object.fromEntries(targets));
