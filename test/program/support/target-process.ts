import { startProvider } from '../../../src/provider/listen.js';
import { WRONG_TARGETS } from './wrong-targets.js';

/* Serves targets in a process of their own, and says where; ends with the process that started it. */

const targets = await Promise.all([
  startProvider().then(({ url }) => ['conforming', url] as const),
  startProvider({ prefix: '/gateway/v1' }).then(({ url }) => ['behind a prefix', url] as const),
  ...Object.entries(WRONG_TARGETS).map(async ([name, { options }]) => {
    const { url } = await startProvider(options);
    return [name, url] as const;
  }),
]);

process.once('disconnect', () => process.exit(0));
process.send?.(Object.fromEntries(targets));
