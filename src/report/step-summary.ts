import { appendFile } from 'node:fs/promises';
import type { Verdict } from '../verdict/verdict.js';
import { explainFailure } from './report-file.js';
import { summaryMarkdown } from './summary.js';

/** GitHub drops a step's summary of more than 1 MiB, and other commands of the step may write to it as well. */
const MOST_BYTES = 512 * 1024;

/**
 * Appends the summary to the job summary of a GitHub Actions run (`$GITHUB_STEP_SUMMARY`), if there is one.
 *
 * @returns `null`, or one sentence on why it could not be appended
 */
export async function appendToStepSummary(verdict: Verdict, env: NodeJS.ProcessEnv): Promise<string | null> {
  const file = env.GITHUB_STEP_SUMMARY;
  if (file === undefined || file === '') return null;
  const summary = Buffer.from(summaryMarkdown(verdict));
  if (summary.length > MOST_BYTES) {
    return `The job summary ($GITHUB_STEP_SUMMARY) was not written: ${summary.length} bytes are too many.`;
  }
  try {
    await appendFile(file, `\n${summary.toString()}`);
    return null;
  } catch (error) {
    return explainFailure(`The job summary ($GITHUB_STEP_SUMMARY, ${file})`, error);
  }
}
