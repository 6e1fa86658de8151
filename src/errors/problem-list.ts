import { fullStop } from '../text/full-stop.js';

/**
 * Words the problems of one file.
 *
 * @param file the file as the user named it
 * @param problems each a sentence without full stop, at least one
 * @param limit how many are shown
 * @returns one sentence for one problem, else a heading and a line for each, up to the limit
 */
export function problemList(file: string, problems: readonly string[], limit = 5): string {
  if (problems.length === 1) return fullStop(`${file}: ${problems[0]}`);
  const rest = problems.length - limit;
  const lines = problems.slice(0, limit).map((problem) => fullStop(`  ${problem}`));
  if (rest > 0) lines.push(`  … and ${rest} more.`);
  return [`${file} has ${problems.length} problems:`, ...lines].join('\n');
}
