import { loadConforming } from '../conforming/load.js';
import { loadMutants } from '../mutants/load.js';
import { examineConforming } from './examine-conforming.js';
import { examineMutant } from './examine-mutant.js';
import type { Result, Task } from './task.js';

/*
 * A process of the pool: gets tasks, sends results. Several tasks may be under way at once. It ends when the
 * channel to its parent closes.
 */
const mutants = new Map((await loadMutants()).map((mutant) => [mutant.id, mutant]));
const conforming = new Map((await loadConforming()).map((provider) => [provider.id, provider]));

process.on('message', (task: Task) => {
  void perform(task)
    .catch((error: unknown): Result => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { kind: 'failed', id: task.id, seed: task.seed, error: text };
    })
    .then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function perform({ kind, id, seed, fuzzRuns, generatedOnly = false }: Task): Promise<Result> {
  const setting = { seed, ...(fuzzRuns === undefined ? {} : { fuzzRuns }) };
  if (kind === 'mutant') {
    const mutant = mutants.get(id);
    if (!mutant) throw new Error(`no mutant ${id}`);
    return examineMutant(mutant, setting);
  }
  const provider = conforming.get(id);
  if (!provider) throw new Error(`no conforming provider ${id}`);
  return examineConforming(provider, { ...setting, generatedOnly });
}
