import { relative } from 'node:path';
import { parseConfig } from '../config/parse-config.js';
import type { RunConfig } from '../config/run-config.js';
import { joinObservers } from '../engine/join-observers.js';
import { type RunObserver, runSuite } from '../engine/run-suite.js';
import { UnwrittenVerdictError } from '../errors/unwritten-verdict-error.js';
import { colourEnabled } from '../report/colour.js';
import { consoleText } from '../report/console.js';
import { createProgress, type Progress, progressEnabled } from '../report/progress.js';
import { openReports } from '../report/run-reports.js';
import { listScenarios } from './list-scenarios.js';
import type { ProcessContext } from './main.js';

/**
 * Tests a target, or shows what would be tested, as the options say.
 * @returns the exit code
 * @throws {AssayError} for a mistake in options or files; nothing was sent
 */
export async function runCommand(argv: readonly string[], context: ProcessContext): Promise<number> {
  const invocation = await parseConfig(argv, context.env, context.cwd());
  switch (invocation.kind) {
    case 'help':
    case 'version':
      context.stdout.write(`${invocation.text.trimEnd()}\n`);
      return 0;
    case 'list':
      return listScenarios(invocation.config, context);
    case 'run':
      return runWithReports(invocation.config, context);
  }
}

/**
 * Runs the suite, shows its progress, writes the reports and prints the verdict.
 * @returns the exit code of the verdict; 3 instead of 0 where `verdict.json` could not be written
 * @throws {UnwritableReportsError} when the folder of the reports takes no file; nothing was sent
 */
async function runWithReports(config: RunConfig, context: ProcessContext): Promise<number> {
  const { stdout, env } = context;
  const reports = await openReports(config.reportsDir, { html: config.html, env });
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  context.once('SIGINT', interrupt);
  context.once('SIGTERM', interrupt);
  const { observer, stop } = progressOf(context);
  try {
    const verdict = await runSuite(config, joinObservers(reports.observer, observer), interruption.signal);
    stop();
    const { files, notes } = await reports.write(verdict);
    // Whoever reads it would find none.
    const lost = verdict.exitCode === 0 && !files.includes('verdict.json');
    stdout.write(
      consoleText(verdict, {
        colour: colourEnabled(env, stdout),
        columns: stdout.columns,
        rows: stdout.rows,
        reports: { dir: relative(context.cwd(), config.reportsDir ?? '') || '.', files },
        notes: lost ? [...notes, noteOf(new UnwrittenVerdictError())] : notes,
      }),
    );
    return lost ? 3 : verdict.exitCode;
  } finally {
    stop();
    await reports.close();
    context.off('SIGINT', interrupt);
    context.off('SIGTERM', interrupt);
  }
}

/** Shows how far a run is, once it is known how many scenarios there are. */
function progressOf({ stdout, env }: ProcessContext): { observer: RunObserver; stop: () => void } {
  let progress: Progress | undefined;
  const observer: RunObserver = {
    exchange: () => progress?.exchangeFinished(),
    planned: ({ total }) => {
      progress = createProgress(stdout, { enabled: progressEnabled(env, stdout), total });
    },
    scenarios: {
      started: ({ name, rule }, profile) => progress?.scenarioStarted({ profile, rule, scenario: name }),
      finished: (status) => progress?.scenarioFinished(status),
    },
    fuzz: (state) => progress?.fuzz(state),
  };
  return { observer, stop: () => progress?.stop() };
}

function noteOf({ code, message }: UnwrittenVerdictError): string {
  return `[${code}] ${message}`;
}
