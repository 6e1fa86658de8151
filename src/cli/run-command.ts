import { join, relative } from 'node:path';
import { packageVersion } from '../config/package-version.js';
import { parseConfig } from '../config/parse-config.js';
import type { RunConfig } from '../config/run-config.js';
import { runSuite } from '../engine/run-suite.js';
import { UnwritableReportsError } from '../errors/unwritable-reports-error.js';
import { UnwrittenVerdictError } from '../errors/unwritten-verdict-error.js';
import { type AllureSink, createAllureSink } from '../report/allure/sink.js';
import { colourEnabled } from '../report/colour.js';
import { consoleText } from '../report/console.js';
import { createHarWriter } from '../report/har.js';
import { harEntry } from '../report/har-entry.js';
import { createHtmlFallback } from '../report/html-fallback.js';
import { prepareReports } from '../report/prepare-reports.js';
import { createProgress, type Progress, progressEnabled } from '../report/progress.js';
import { writeReports } from '../report/write-reports.js';
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
 * Runs the suite, shows how it goes, writes the reports and says the verdict.
 * @returns the exit code of the verdict; 3 instead of 0 where `verdict.json` could not be written
 * @throws {UnwritableReportsError} when the folder of the reports takes no file; nothing was sent
 */
async function runWithReports(config: RunConfig, context: ProcessContext): Promise<number> {
  const { stdout, env } = context;
  const unwritable = await prepareReports(config.reportsDir);
  if (unwritable !== null) throw new UnwritableReportsError(unwritable);
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  context.once('SIGINT', interrupt);
  context.once('SIGTERM', interrupt);

  const har = createHarWriter(join(config.reportsDir, 'exchanges.har'), {
    creator: { name: 'token-assay', version: packageVersion() },
  });
  const fallback = config.html ? createHtmlFallback() : null;
  let progress: Progress | undefined;
  let allure: AllureSink | null = null;
  try {
    const verdict = await runSuite(
      config,
      {
        exchange: (exchange) => {
          har.add(harEntry(exchange));
          progress?.exchangeFinished();
        },
        planned: ({ support, total }) => {
          const resultsDir = join(config.reportsDir, 'allure-results');
          allure = createAllureSink({ resultsDir, supportCodeLibrary: support });
          progress = createProgress(stdout, { enabled: progressEnabled(env, stdout), total });
        },
        envelope: (envelope) => {
          allure?.onEnvelope(envelope);
          fallback?.onEnvelope(envelope);
        },
        scenarios: {
          started: ({ name, rule }, profile) => progress?.scenarioStarted({ profile, rule, scenario: name }),
          finished: (status) => progress?.scenarioFinished(status),
        },
        fuzz: (state) => progress?.fuzz(state),
      },
      interruption.signal,
    );
    progress?.stop();
    const { files, notes } = await writeReports(verdict, {
      dir: config.reportsDir,
      env,
      har,
      allure,
      fallback,
    });
    // Whoever reads it would find none.
    const lost = verdict.exitCode === 0 && !files.includes('verdict.json');
    stdout.write(
      consoleText(verdict, {
        colour: colourEnabled(env, stdout),
        columns: stdout.columns,
        rows: stdout.rows,
        reports: { dir: relative(context.cwd(), config.reportsDir) || '.', files },
        notes: lost ? [...notes, noteOf(new UnwrittenVerdictError())] : notes,
      }),
    );
    return lost ? 3 : verdict.exitCode;
  } finally {
    progress?.stop();
    await har.close().catch(() => {});
    context.off('SIGINT', interrupt);
    context.off('SIGTERM', interrupt);
  }
}

function noteOf({ code, message }: UnwrittenVerdictError): string {
  return `[${code}] ${message}`;
}
