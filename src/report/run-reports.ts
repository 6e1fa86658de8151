import { join } from 'node:path';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import { packageVersion } from '../config/package-version.js';
import { UnwritableReportsError } from '../errors/unwritable-reports-error.js';
import type { RedactedExchange } from '../redaction/redacted-exchange.js';
import type { Verdict } from '../verdict/verdict.js';
import { type AllureSink, createAllureSink } from './allure/sink.js';
import type { Envelope } from './envelope.js';
import { createHarWriter } from './har.js';
import { harEntry } from './har-entry.js';
import { createHtmlFallback } from './html-fallback.js';
import { prepareReports } from './prepare-reports.js';
import { type ReportsWritten, writeReports } from './write-reports.js';

/** The reports of one run, from before it begins. */
export interface RunReports {
  /** Hears of the run what the reports are made from. */
  readonly observer: ReportObserver;
  /** Writes every report; never rejects. */
  write(verdict: Verdict): Promise<ReportsWritten>;
  /** Lets go of the files, whether or not they were written. */
  close(): Promise<void>;
}

/** As much of a run's observer as reports need. */
export interface ReportObserver {
  exchange?(exchange: RedactedExchange): void;
  planned?(plan: { readonly support: ISupportCodeLibrary }): void;
  envelope?(envelope: Envelope): void;
}

/**
 * Prepares the reports of a run.
 *
 * @param dir absolute; `null`: nothing is ever written
 * @param html whether scenarios are written as HTML, too
 * @throws {UnwritableReportsError} when the folder takes no file
 */
export async function openReports(
  dir: string | null,
  { html, env }: { readonly html: boolean; readonly env: NodeJS.ProcessEnv },
): Promise<RunReports> {
  if (dir === null) {
    return { observer: {}, write: async () => ({ files: [], notes: [] }), close: async () => {} };
  }
  const unwritable = await prepareReports(dir);
  if (unwritable !== null) throw new UnwritableReportsError(unwritable);
  const har = createHarWriter(join(dir, 'exchanges.har'), {
    creator: { name: 'token-assay', version: packageVersion() },
  });
  const fallback = html ? createHtmlFallback() : null;
  let allure: AllureSink | null = null;
  return {
    observer: {
      exchange: (exchange) => har.add(harEntry(exchange)),
      planned: ({ support }) => {
        const resultsDir = join(dir, 'allure-results');
        allure = createAllureSink({ resultsDir, supportCodeLibrary: support });
      },
      envelope: (envelope) => {
        allure?.onEnvelope(envelope);
        fallback?.onEnvelope(envelope);
      },
    },
    write: (verdict) => writeReports(verdict, { dir, env, har, allure, fallback }),
    close: () => har.close().catch(() => {}),
  };
}
