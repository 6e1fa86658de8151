import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { TestContext } from 'node:test';
import { main, type ProcessContext } from '../../../src/cli/main.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import type { Verdict } from '../../../src/verdict/verdict.js';
import type { Fixtures } from '../../support/profiles.js';
import { verdictProblems } from '../../verdict/verdict-schema.js';

/** A program that has ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Working folder; its reports are in `reports`. */
  readonly cwd: string;
}

/** One that came to a verdict. */
export interface Judged extends Ended {
  readonly verdict: Verdict;
}

export interface RunOptions {
  /** Files of the working folder. Default: the fixtures of the reference provider. */
  readonly files?: Readonly<Record<string, unknown>>;
  /** Default: the environment of the tests without anything of ours, and without colours. */
  readonly env?: NodeJS.ProcessEnv;
  /** Default: a new folder with a blank in its name, which goes with the test. */
  readonly cwd?: string;
  /** Gets what sends signals to the program. */
  readonly signals?: (emitter: EventEmitter) => void;
}

/** The fixtures of the reference provider, as the file of a user. */
export const FIXTURES_FILE: Readonly<Record<string, Fixtures>> = { 'assay.fixtures.json': EMBEDDED_FIXTURES };

/** A new working folder with these files: text as it is, anything else as JSON. */
export async function workingFolder(
  context: TestContext,
  files: Readonly<Record<string, unknown>> = FIXTURES_FILE,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay run '));
  context.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

/** The environment of the tests, without what would steer a program of ours. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:ASSAY_|FORCE_COLOR|GITHUB_STEP_SUMMARY|HTTPS?_PROXY|ALL_PROXY|NODE_TEST)/i.test(name),
  );
  return { ...Object.fromEntries(own), NO_COLOR: '1' };
}

/** Runs the program in this process. */
export async function runMain(
  test: TestContext,
  argv: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const cwd = options.cwd ?? (await workingFolder(test, options.files));
  const [stdout, stderr, signals] = [new Capture(), new Capture(), new EventEmitter()];
  options.signals?.(signals);
  const context = {
    env: options.env ?? plainEnvironment(),
    stdout,
    stderr,
    cwd: () => cwd,
    once: signals.once.bind(signals),
    off: signals.off.bind(signals),
  };
  const code = await main(argv, context as unknown as ProcessContext);
  assert.equal(signals.listenerCount('SIGINT'), 0, 'it listens no more');
  return { code, stdout: stdout.text, stderr: stderr.text, cwd };
}

/** The same for a run that is to come to a verdict: with its verdict.json, which is one of the schema. */
export async function judge(
  context: TestContext,
  argv: readonly string[],
  options: RunOptions = {},
): Promise<Judged> {
  const ended = await runMain(context, ['--no-html', ...argv], options);
  assert.equal(ended.stderr, '');
  return { ...ended, verdict: await readVerdict(ended) };
}

/** The verdict of a run, checked against its schema and the exit code. */
export async function readVerdict({ code, cwd }: Pick<Ended, 'code' | 'cwd'>): Promise<Verdict> {
  const verdict: Verdict = JSON.parse(await readFile(join(cwd, 'reports/verdict.json'), 'utf8'));
  assert.deepEqual(verdictProblems(verdict), []);
  assert.equal(verdict.exitCode, code);
  return verdict;
}

/** The violated MUST clauses of a verdict, each once, in the order of the catalogue. */
export function violatedClauses({ clauses }: Verdict): readonly string[] {
  const violated = clauses.filter(({ outcome, level }) => outcome === 'violated' && level === 'MUST');
  return [...new Set(violated.map(({ id }) => id))];
}

class Capture extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(Buffer.from(chunk));
    done();
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString();
  }
}
