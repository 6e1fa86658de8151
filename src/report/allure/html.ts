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
  /** `reason`: why, as the rest of a sentence; `instead`: what there is. */
  | { readonly made: false; readonly reason: string; readonly instead: string };

export interface HtmlOptions {
  readonly resultsDir: string;
  /** `index.html` and `history/` in it are replaced, nothing else is touched. */
  readonly reportDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** The child is killed after so long. */
  readonly timeoutMs: number;
}

/** Short-lived: compiling lightly and collecting simply halves the time. */
const JAVA_FLAGS = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-Duser.language=en'];
const MOST_OUTPUT = 20_000;
/** How long output may still come once the child is gone. */
const PIPES_MS = 500;

/**
 * Makes the Allure report: one `index.html` that opens from the disk, without a server, beside the history for
 * the next one. Nothing is sent anywhere (`ALLURE_NO_ANALYTICS`), nothing is written to the console.
 *
 * @returns never rejects: a report that was not made has its reason
 */
export async function generateAllureHtml(options: HtmlOptions): Promise<HtmlOutcome> {
  const { resultsDir, reportDir, env } = options;
  if (!hasResults(resultsDir)) {
    return { made: false, reason: 'there are no results to show', instead: 'summary.md' };
  }
  const instead = `the folder ${basename(resultsDir)} for an Allure elsewhere`;
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

/** @returns why there is no report in `draft`, or `null` */
async function runAllure(java: string, draft: string, options: HtmlOptions): Promise<string | null> {
  const home = join(
    dirname(createRequire(import.meta.url).resolve('allure-commandline/package.json')),
    'dist',
  );
  const classpath = [join(home, 'lib', '*'), join(home, 'lib', 'config')].join(delimiter);
  const dir = dirname(options.resultsDir);
  // The script that Allure ships adds a shell between us and Java, which would have to be killed as well.
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
  if (output.includes('UnsupportedClassVersionError')) return 'the Java found is too old for it';
  if (code === 0) return null;
  const [line = 'it said nothing'] = output.split('\n').filter((text) => text.trim() !== '');
  return `Java ended with code ${code}: ${plainLine(line)}`;
}

function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...env,
    ALLURE_NO_ANALYTICS: 'true',
    // Under another locale Java takes file names apart that are not ASCII.
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
    // A process that the child left behind may keep its pipes open for good.
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

/** A single-file report carries the files of a report in base64: `d('history/history.json','…')`. */
function historyIn(page: string, name: string): Buffer | null {
  const start = `d('history/${name}','`;
  const from = page.indexOf(start);
  if (from < 0) return null;
  const to = page.indexOf("'", from + start.length);
  return Buffer.from(page.slice(from + start.length, to), 'base64');
}
