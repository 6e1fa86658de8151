/**
 * Clause ids in a short form, sorted and without duplicates: `AB-01…AB-07, CD-09, CD-10`. Three or more consecutive
 * ones become a range, so that all clauses of a profile fit on one line.
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

/** Whether `next` has the same prefix and the next number. */
function follows(id: string, next: string): boolean {
  const [, family, number] = /^(.*-)(\d+)$/.exec(id) ?? [];
  return (
    family !== undefined &&
    next === `${family}${String(Number(number) + 1).padStart(number?.length ?? 0, '0')}`
  );
}
