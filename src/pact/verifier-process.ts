import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { devNull } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { VerifierOptions } from '@pact-foundation/pact-core';

/** What the run asks of its verifier process. */
export interface VerifyRequest {
  readonly job: number;
  readonly options: VerifierOptions;
}

/** What the process says: first that it is ready, then once for each job. */
export type VerifierMessage =
  | { readonly kind: 'ready' }
  /** `report`: JSON text of the native core. */
  | { readonly kind: 'verified'; readonly job: number; readonly report: string }
  /** The native core could not do it, or could not be loaded (`job` is null). */
  | { readonly kind: 'broken'; readonly job: number | null; readonly message: string };

/** What became of a job: the native core's report, or why there is none. */
type JobOutcome = { readonly report: string } | { readonly fault: string };

/** The native verifier in a process of its own. It is started once, and takes any number of jobs at a time. */
export interface VerifierProcess {
  /** Never rejects. */
  verify(options: VerifierOptions): Promise<JobOutcome>;
  /** Something happened that shows that it is alive. */
  noteActivity(): void;
  /** Ends it, whatever it is doing. */
  close(): Promise<void>;
}

export interface VerifierSetting {
  /** Whether it is waiting for us: then its silence says nothing. */
  readonly isBusy?: () => boolean;
  /** How long it may be silent with work to do. */
  readonly silenceMs?: number;
  /** Whether it talks to anybody except us: then it needs the certificates of the system. */
  readonly trustsSystem?: boolean;
  /** The module that runs in it. */
  readonly module?: URL;
}

const MODULE = new URL('verifier-child.js', import.meta.url);
const SILENCE_MS = 30_000;
/** Silence is counted in steps, so that a process of ours that was itself suspended does not blame the other one. */
const STEPS = 20;

/** Starts the process; jobs are accepted at once. */
export function startVerifierProcess(setting: VerifierSetting = {}): VerifierProcess {
  const { isBusy = () => false, silenceMs = SILENCE_MS, module = MODULE, trustsSystem = false } = setting;
  const waiting: VerifyRequest[] = [];
  const open = new Map<number, (outcome: JobOutcome) => void>();
  let child: ChildProcess | null = null;
  let ready = false;
  let fault: string | null = null;
  let jobs = 0;
  let silence = 0;

  const fail = (cause: string) => {
    fault ??= cause;
    clearInterval(watch);
    for (const settle of open.values()) settle({ fault });
    open.clear();
    child?.kill('SIGKILL');
  };
  const watch = setInterval(() => {
    silence = open.size === 0 || isBusy() ? 0 : silence + 1;
    if (silence >= STEPS) fail(`it did nothing for ${silenceMs / 1000} s`);
  }, silenceMs / STEPS);
  watch.unref();

  const settle = (job: number, outcome: JobOutcome) => {
    open.get(job)?.(outcome);
    open.delete(job);
  };
  // A process that ends no longer takes it; its last message, or its end, says why.
  const send = (request: VerifyRequest) => child?.send(request, () => {});
  const receive = (message: unknown) => {
    silence = 0;
    if (!isVerifierMessage(message)) fail('it sent something that is not a result');
    else if (message.kind === 'verified') settle(message.job, { report: message.report });
    else if (message.kind === 'broken' && message.job !== null)
      settle(message.job, { fault: message.message });
    else if (message.kind === 'broken') fail(`it could not be loaded: ${firstLine(message.message)}`);
    else {
      ready = true;
      for (const request of waiting.splice(0)) send(request);
    }
  };
  try {
    child = fork(fileURLToPath(module), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env: childEnvironment(process.env, trustsSystem),
    });
    child.on('message', receive);
    child.on('error', (error) => fail(`it could not be started: ${firstLine(error.message)}`));
    // Unlike `exit`, it comes after the last message.
    child.on('close', (code, signal) =>
      fail(signal === null ? `it ended by itself (exit code ${code})` : `it was ended by ${signal}`),
    );
  } catch (error) {
    fail(`it could not be started: ${firstLine(String(error))}`);
  }

  return {
    noteActivity() {
      silence = 0;
    },
    verify: (options) =>
      new Promise((resolve) => {
        if (fault !== null) {
          resolve({ fault });
          return;
        }
        jobs += 1;
        open.set(jobs, resolve);
        const request = { job: jobs, options };
        if (ready) send(request);
        else waiting.push(request);
      }),
    async close() {
      clearInterval(watch);
      for (const outcome of open.values()) outcome({ fault: 'it was stopped' });
      open.clear();
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      child.removeAllListeners('close');
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Whether something that came from the process is one of its messages. */
function isVerifierMessage(message: unknown): message is VerifierMessage {
  if (typeof message !== 'object' || message === null) return false;
  const { kind, job, report, message: text } = message as Record<string, unknown>;
  if (kind === 'ready') return true;
  if (kind === 'verified') return typeof job === 'number' && typeof report === 'string';
  return kind === 'broken' && (typeof job === 'number' || job === null) && typeof text === 'string';
}

/**
 * The environment of the process: ours without what would change what is verified (`PACT_…`), and with what keeps the
 * core from sending anything home. Our own loopback server is never reached through a proxy.
 */
function childEnvironment(env: NodeJS.ProcessEnv, trustsSystem: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('PACT_'));
  const direct = [env.NO_PROXY ?? env.no_proxy ?? '', '127.0.0.1'].filter(Boolean).join(',');
  return {
    ...Object.fromEntries(kept),
    NO_PROXY: direct,
    no_proxy: direct,
    // The value 1 has no effect.
    PACT_DO_NOT_TRACK: 'true',
    // Each of the core's many clients reads all of the system's certificates, which takes longer than all its work.
    ...(trustsSystem ? {} : { SSL_CERT_FILE: devNull, SSL_CERT_DIR: devNull }),
  };
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
