import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packageVersion } from '../../src/config/package-version.js';
import { loadConforming } from '../../test/conforming/load.js';
import { coreOf, loadMutants } from '../../test/mutants/load.js';
import { runTasks } from '../../test/self-evaluation/pool.js';
import type { Task } from '../../test/self-evaluation/task.js';
import { detectionPage } from './detection-page.js';
import { KeptResults } from './kept-results.js';
import { ExaminationProgress } from './progress.js';

/*
 * `npm run detection`: runs the suite against every mutant and every conforming provider, and writes what it
 * found to docs/detection.md. Takes a while: `-- --mutant-seeds=N --conforming-seeds=N` say how long; with `--add` the
 * results of the last time stay, so that it can be done in parts, each with its own `--first-seed=N`. Conforming providers
 * get the whole suite with seeds up to `--whole-seeds=N`, with others the generated logins alone: all that depends on a seed.
 */
const { values } = parseArgs({
  options: {
    'mutant-seeds': { type: 'string', default: '1' },
    'conforming-seeds': { type: 'string', default: '25' },
    'whole-seeds': { type: 'string', default: '5' },
    'first-seed': { type: 'string', default: '1' },
    add: { type: 'boolean', default: false },
    page: { type: 'string', default: 'docs/detection.md' },
  },
});
/** What `npm run bench:peers` wrote. */
const PEERS = 'docs/peers.json';
const RESULTS = 'reports/detection.json';
const mutantSeeds = seedCount(values['mutant-seeds']);
const conformingSeeds = seedCount(values['conforming-seeds']);
const firstSeed = seedCount(values['first-seed']);
const wholeSeeds = seedCount(values['whole-seeds']);

const seedsOf = (count: number) => Array.from({ length: count }, (_, at) => firstSeed + at);
const mutants = await loadMutants();
const providers = await loadConforming();
const tasks: Task[] = [
  ...mutants.flatMap(({ id }) => seedsOf(mutantSeeds).map((seed) => ({ kind: 'mutant' as const, id, seed }))),
  ...seedsOf(conformingSeeds).flatMap((seed) =>
    providers.map(({ id }) => ({ kind: 'conforming' as const, id, seed, generatedOnly: seed > wholeSeeds })),
  ),
];
const progress = new ExaminationProgress(tasks.length);
const kept = new KeptResults(RESULTS, values.add);
await runTasks(tasks, {
  onResult: (result) => {
    progress.onResult(result);
    kept.add(result);
  },
});
kept.save();
// In the order of the lists, whenever they were run; what is no longer in them is dropped.
const order = new Map([...mutants, ...providers].map(({ id }, at) => [id, at]));
const results = kept.all
  .filter(({ id }) => order.has(id))
  .toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0) || one.seed - other.seed);
const ofMutants = results.filter((result) => result.kind === 'mutant');
const ofConforming = results.filter((result) => result.kind === 'conforming');
const page = detectionPage({
  mutants: ofMutants,
  conforming: ofConforming,
  failed: results.filter((result) => result.kind === 'failed'),
  version: packageVersion(),
  mutantSeeds: new Set(ofMutants.map(({ seed }) => seed)).size,
  conformingSeeds: new Set(ofConforming.map(({ seed }) => seed)).size,
  coreMutants: coreOf(mutants).length,
  peers: existsSync(PEERS) ? JSON.parse(readFileSync(PEERS, 'utf8')) : null,
});
mkdirSync('docs', { recursive: true });
writeFileSync(values.page, page);
console.log(page.slice(0, page.indexOf('## Clause by clause')));

function seedCount(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  console.error(`A number of seeds is a whole number, not ${text}.`);
  process.exit(2);
}
