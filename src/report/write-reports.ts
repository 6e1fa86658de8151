import { open, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Verdict } from '../verdict/verdict.js';
import { generateAllureHtml } from './allure/html.js';
import { writeAllureMetadata } from './allure/metadata.js';
import type { AllureSink } from './allure/sink.js';
import type { HarWriter } from './har.js';
import type { HtmlFallback } from './html-fallback.js';
import { junitXml } from './junit.js';
import { makeFolder } from './make-folder.js';
import { explainFailure, writeReportFile } from './report-file.js';
import { appendToStepSummary } from './step-summary.js';
import { summaryMarkdown } from './summary.js';
import { writeVerdictJson } from './verdict-json.js';

/** What the reports of a run are made from. */
export interface ReportOptions {
  /** Absolute; created if missing. */
  readonly dir: string;
  readonly env: NodeJS.ProcessEnv;
  /** The exchanges, still open; `null`: nothing was sent. */
  readonly har: HarWriter | null;
  /** The scenarios, still open; `null`: none ran. */
  readonly allure: AllureSink | null;
  /** The same scenarios, for machines without Java; `null` with `--no-html`: no HTML is written at all. */
  readonly fallback: HtmlFallback | null;
  /** Deadline of the Allure HTML; default 30 s. */
  readonly htmlTimeoutMs?: number;
}

export interface ReportsWritten {
  /** The reports that exist now, relative to `dir`, the most useful first. */
  readonly files: readonly string[];
  /** One sentence on each report that could not be written, and on what replaces the Allure HTML. */
  readonly notes: readonly string[];
}

const HTML_TIMEOUT_MS = 30_000;

/**
 * Writes every report of a run, each from the same verdict and independently of the others.
 *
 * @returns what was written, and a sentence on everything that was not; never rejects
 */
export async function writeReports(verdict: Verdict, options: ReportOptions): Promise<ReportsWritten> {
  const { dir, env, har } = options;
  const notes: string[] = [];
  const files: string[] = [];
  const attempt = async (name: string, write: () => unknown) => {
    try {
      await write();
      files.push(name);
    } catch (error) {
      notes.push(explainFailure(join(dir, name), error));
    }
  };
  try {
    makeFolder(dir);
  } catch (error) {
    notes.push(explainFailure(`The reports folder ${dir}`, error));
  }
  if (notes.length === 0) {
    // Java takes a second: the rest is written meanwhile.
    const html = writeScenarios(verdict, options);
    await attempt('verdict.json', () => writeVerdictJson(verdict, dir));
    await attempt('summary.md', () => writeReportFile(join(dir, 'summary.md'), summaryMarkdown(verdict)));
    await attempt('junit.xml', () => writeReportFile(join(dir, 'junit.xml'), junitXml(verdict)));
    if (har !== null) await attempt('exchanges.har', () => har.close());
    const scenarios = await html;
    files.push(...scenarios.files);
    notes.push(...scenarios.notes);
  } else {
    await har?.close().catch(() => {});
  }
  const unappended = await appendToStepSummary(verdict, env);
  return { files, notes: unappended === null ? notes : [...notes, unappended] };
}

/** Writes the Allure results, and the Allure HTML or what replaces it. */
async function writeScenarios(verdict: Verdict, options: ReportOptions): Promise<ReportsWritten> {
  const { dir, env, allure, fallback } = options;
  const resultsDir = join(dir, 'allure-results');
  const reportDir = join(dir, 'allure-report');
  const cucumberHtml = join(dir, 'cucumber.html');
  const notes: string[] = [];
  const files: string[] = [];
  if (allure !== null) {
    try {
      await allure.finish();
      writeAllureMetadata(verdict, resultsDir, env);
      files.push('allure-results');
    } catch (error) {
      notes.push(explainFailure(resultsDir, error));
    }
  }
  const timeoutMs = options.htmlTimeoutMs ?? HTML_TIMEOUT_MS;
  const outcome =
    allure === null || fallback === null
      ? null
      : await generateAllureHtml({ resultsDir, reportDir, env, timeoutMs });
  // A page of an earlier run would contradict the verdict of this one.
  if (outcome?.made !== true) await removeOwn(join(reportDir, 'index.html'), '<title>Allure Report</title>');
  await removeOwn(cucumberHtml, '<title>Cucumber</title>');
  if (outcome?.made === true) return { files: [relative(dir, outcome.file), ...files], notes };
  if (outcome === null || fallback === null) return { files, notes };
  const page: string[] = [];
  try {
    if (!fallback.isEmpty) {
      await fallback.write(cucumberHtml);
      page.push('cucumber.html');
    }
  } catch (error) {
    notes.push(explainFailure(cucumberHtml, error));
  }
  const instead = [...page, outcome.instead].join(' and ');
  return {
    files: [...page, ...files],
    notes: [`Allure HTML report skipped: ${outcome.reason}; see ${instead} instead.`, ...notes],
  };
}

/** Removes a page that an earlier run wrote; any other file of that name stays. */
async function removeOwn(file: string, mark: string): Promise<void> {
  try {
    const handle = await open(file, 'r');
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0);
    await handle.close();
    if (buffer.toString('latin1', 0, bytesRead).includes(mark)) await rm(file);
  } catch {
    // It does not exist, or is not ours.
  }
}
