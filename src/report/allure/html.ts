import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { plainLine } from '../../text/escape/plain.js';
import { makeFolder } from '../make-folder.js';
import { writeReportFile } from '../report-file.js';
import { findJava } from './java.js';
import { carryHistory, HISTORY_FILES, hasResults } from './results-dir.js';

export type HtmlOutcome =
  | { readonly made: true; readonly file: string }
  /** `reason`: why, as the rest of a sentence; `instead`: where to look instead. */
  | { readonly made: false; readonly reason: string; readonly instead: string };

export interface HtmlOptions {
  readonly resultsDir: string;
  /** `index.html` and `history/` in it are replaced, nothing else is touched. */
  readonly reportDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** Java is killed after this time. */
  readonly timeoutMs: number;
}

/** For a short-lived process: light compilation and simple garbage collection halve its time. */
const JAVA_FLAGS = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-Duser.language=en'];
const MOST_OUTPUT = 20_000;
/** How long to wait for output once the process has exited. */
const PIPES_MS = 500;

/**
 * Generates the Allure report: one `index.html` that opens from disk without a server, and the history for the next
 * report. Sends nothing anywhere (`ALLURE_NO_ANALYTICS`) and writes nothing to the console.
 *
 * @returns the report, or the reason why there is none; never rejects
 */
export async function generateAllureHtml(options: HtmlOptions): Promise<HtmlOutcome> {
  const { resultsDir, reportDir, env } = options;
  if (!hasResults(resultsDir)) {
    return { made: false, reason: 'there are no results to show', instead: 'summary.md' };
  }
  const instead = `${basename(resultsDir)} (with Allure on another machine)`;
  const java = findJava(env);
  if (java === null) {
    return { made: false, reason: 'it needs Java, and neither JAVA_HOME nor PATH has one', instead };
  }
  let draft: string | null = null;
  try {
    carryHistory(reportDir, resultsDir);
    makeFolder(dirname(reportDir));
    draft = await mkdtemp(join(dirname(reportDir), `.${basename(reportDir)}-`));
    const reason = await runAllure(java, draft, options);
    if (reason !== null) return { made: false, reason, instead };
    const file = await moveReport(draft, reportDir);
    return { made: true, file };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { made: false, reason: plainLine(message, 300), instead };
  } finally {
    if (draft !== null) await rm(draft, { recursive: true, force: true }).catch(() => {});
  }
}

/** @returns `null`, or why there is no report in `draft` */
async function runAllure(java: string, draft: string, options: HtmlOptions): Promise<string | null> {
  const home = join(
    dirname(createRequire(import.meta.url).resolve('allure-commandline/package.json')),
    'dist',
  );
  const classpath = [join(home, 'lib', '*'), join(home, 'lib', 'config')].join(delimiter);
  const dir = dirname(options.resultsDir);
  // Not by Allure's own script: its shell would have to be killed as well.
  const child = spawn(
    java,
    [
      ...JAVA_FLAGS,
      ...['-cp', classpath, 'io.qameta.allure.CommandLine', 'generate', basename(options.resultsDir)],
      ...['--single-file', '--clean', '-o', relative(dir, draft)],
    ],
    { cwd: dir, env: childEnvironment(options.env), stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true },
  );
  const { code, output, timedOut, error } = await ended(child, options.timeoutMs);
  if (error !== null) return `Java could not be started (${plainLine(error.message)})`;
  if (timedOut) return `Java took longer than ${options.timeoutMs / 1_000} s and was stopped`;
  if (output.includes('UnsupportedClassVersionError')) return 'the installed Java is too old for it';
  if (code === 0) return null;
  const [line = 'no output'] = output.split('\n').filter((text) => text.trim() !== '');
  return `Java ended with code ${code}: ${plainLine(line)}`;
}

function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...env,
    ALLURE_NO_ANALYTICS: 'true',
    // In other locales Java cannot read file names that are not ASCII.
    ...(process.platform === 'linux' ? { LC_ALL: 'C.UTF-8' } : {}),
  };
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly timedOut: boolean;
  readonly error: Error | null;
}

function ended(child: ChildProcess, timeoutMs: number): Promise<Ended> {
  return new Promise((resolve) => {
    let output = '';
    let timedOut = false;
    const keep = (chunk: Buffer) => {
      if (output.length < MOST_OUTPUT) output += chunk.toString();
    };
    child.stderr?.on('data', keep);
    child.stdout?.on('data', keep);
    const finish = (code: number | null, error: Error | null) => {
      clearTimeout(deadline);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve({ code, output, timedOut, error });
    };
    const deadline = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.once('error', (error) => finish(null, error));
    child.once('close', (code) => finish(code, null));
    // A process that it started may keep its pipes open forever.
    child.once('exit', (code) => setTimeout(finish, PIPES_MS, code, null));
  });
}

async function moveReport(draft: string, reportDir: string): Promise<string> {
  const page = await readFile(join(draft, 'index.html'));
  const text = page.toString();
  for (const name of HISTORY_FILES) {
    const data = historyIn(text, name);
    if (data !== null) await writeReportFile(join(reportDir, 'history', name), data);
  }
  const file = join(reportDir, 'index.html');
  await writeReportFile(file, page);
  return file;
}

/** A single-file report has the other files of a report in base64: `d('history/history.json','…')`. */
function historyIn(page: string, name: string): Buffer | null {
  const start = `d('history/${name}','`;
  const from = page.indexOf(start);
  if (from < 0) return null;
  const to = page.indexOf("'", from + start.length);
  return Buffer.from(page.slice(from + start.length, to), 'base64');
}
