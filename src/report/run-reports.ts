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
  /** Gets from the run what the reports are made from. */
  readonly observer: ReportObserver;
  /** Writes every report; never rejects. */
  write(verdict: Verdict): Promise<ReportsWritten>;
  /** Closes the files, whether or not they were written. */
  close(): Promise<void>;
}

/** The part of an observer of a run that reports need. */
interface ReportObserver {
  exchange?(exchange: RedactedExchange): void;
  planned?(
    plan: { readonly support: ISupportCodeLibrary },
    profiles: readonly { readonly name: string }[],
  ): void;
  envelope?(envelope: Envelope, profile: string): void;
}

/**
 * Prepares the reports of a run.
 *
 * @param dir absolute; `null`: nothing is ever written
 * @param html whether to write the scenarios as HTML, too
 * @throws {UnwritableReportsError} when the folder is not writable
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
      planned: ({ support }, profiles) => {
        const resultsDir = join(dir, 'allure-results');
        allure = createAllureSink({
          resultsDir,
          supportCodeLibrary: support,
          profiles: profiles.map(({ name }) => name),
        });
      },
      envelope: (envelope, profile) => {
        allure?.onEnvelope(envelope, profile);
        fallback?.onEnvelope(envelope, profile);
      },
    },
    write: (verdict) => writeReports(verdict, { dir, env, har, allure, fallback }),
    close: () => har.close().catch(() => {}),
  };
}
