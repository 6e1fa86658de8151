/**
 * The evidence for the generated requests: no finding on the reference provider over many seeds, and how often each
 * provider that is wrong on purpose is found within 100 generated requests, with the right clause and with a smallest
 * case of at most one fault.
 *
 * `node dist/bench/fuzzing-evidence.js [seeds] [runs on the reference provider]`
 */
import { PROFILE_NAMES } from '../src/profiles/documents.js';
import { startProvider } from '../src/provider/listen.js';
import { FUZZ_MUTANTS } from '../test/engine/fuzzing/mutants.js';
import { fuzz, kindsOf } from '../test/engine/fuzzing/support/fuzz-run.js';

const [seeds = '20', runs = '1000'] = process.argv.slice(2);
const SEEDS = Array.from({ length: Number(seeds) }, (_, at) => at + 1);
/** How many seeds of twenty must find a mutant. */
const WANTED = 0.95;

await tryReference();
for (const mutant of FUZZ_MUTANTS) await tryMutant(mutant);

async function tryReference(): Promise<void> {
  const provider = await startProvider();
  try {
    for (const profile of PROFILE_NAMES) {
      let [findings, exchanges] = [0, 0];
      for (const seed of SEEDS) {
        const result = await fuzz({
          profile,
          kinds: kindsOf(profile),
          seed,
          runs: Number(runs),
          url: provider.url,
        });
        findings += result.violations.length;
        exchanges += result.exchanges;
        for (const report of result.reports) tell(`seed ${seed}: ${report}`);
      }
      tell(
        `${profile}: ${findings} findings, ${SEEDS.length} seeds x ${runs} runs a property, ${exchanges} exchanges`,
      );
      if (findings > 0) process.exitCode = 1;
    }
  } finally {
    await provider.close();
  }
}

async function tryMutant({
  wrong,
  profile,
  kind,
  clause,
  provider,
}: (typeof FUZZ_MUTANTS)[number]): Promise<void> {
  let [found, single] = [0, 0];
  const named = new Map<string, number>();
  for (const seed of SEEDS) {
    const { violations } = await fuzz({ profile, kinds: [kind], seed, runs: 100, provider });
    const must = violations.filter(({ level }) => level === 'MUST');
    for (const one of new Set(must.map((violation) => violation.clause)))
      named.set(one, (named.get(one) ?? 0) + 1);
    const right = must.filter((violation) => violation.clause === clause);
    if (right.length > 0) found += 1;
    const isSingle = right.some(
      ({ exchanges }) => !exchanges[0]?.request.label.split(' (generated')[0]?.includes('; '),
    );
    if (isSingle) single += 1;
  }
  const clauses = [...named].map(([id, count]) => `${id} ${count}`).join(', ');
  tell(
    `${profile}: ${wrong}: found ${found}/${SEEDS.length} as ${clause}, by one fault ${single} (named: ${clauses})`,
  );
  if (Math.min(found, single) < WANTED * SEEDS.length) process.exitCode = 1;
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
