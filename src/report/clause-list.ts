/**
 * Clause ids in a short form, sorted, each once: `CK-01…CK-07, ES-09, ES-10`. Three or more in a row become a
 * range, so that a whole family without its fixture takes one line.
 */
export function clauseList(ids: Iterable<string>): string {
  const runs: string[][] = [];
  for (const id of [...new Set(ids)].sort()) {
    const run = runs.at(-1);
    if (run !== undefined && follows(run.at(-1) ?? '', id)) run.push(id);
    else runs.push([id]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(', ') : `${run[0]}…${run.at(-1)}`)).join(', ');
}

/** Whether `next` is the same family and one number up. */
function follows(id: string, next: string): boolean {
  const [, family, number] = /^(.*-)(\d+)$/.exec(id) ?? [];
  return (
    family !== undefined &&
    next === `${family}${String(Number(number) + 1).padStart(number?.length ?? 0, '0')}`
  );
}
