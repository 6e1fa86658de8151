import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { devNull } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { VerifierOptions } from '@pact-foundation/pact-core';
import { isVerifierMessage, type VerifyRequest } from './verifier-messages.js';

/** What became of a job: the native core's report, or why there is none. */
export type JobOutcome = { readonly report: string } | { readonly fault: string };

/**
 * The native verifier in a process of its own. It is started once, and takes any number of jobs at a time.
 */
export interface Verifier {
  /** Never rejects. */
  verify(options: VerifierOptions): Promise<JobOutcome>;
  /** Something happened that shows that it is alive. */
  sign(): void;
  /** Why it does not work any more; `null`: it does. */
  readonly fault: string | null;
  /** Ends it, whatever it is doing. */
  close(): Promise<void>;
}

export interface VerifierSetting {
  /** Whether it waits for us just now: then its silence says nothing. */
  readonly isBusy?: () => boolean;
  /** How long it may be silent with work to do. */
  readonly silenceMs?: number;
  /** Whether it talks to others than us: then it needs the certificates of the system. */
  readonly trustsSystem?: boolean;
  /** The module that runs in it. */
  readonly module?: URL;
}

const MODULE = new URL('verifier-child.js', import.meta.url);
const SILENCE_MS = 30_000;
/** Counted in steps, so that a process of ours that stood still for long does not blame the other one. */
const STEPS = 20;

/** Starts the process; jobs may be given to it at once. */
export function startVerifier(setting: VerifierSetting = {}): Verifier {
  const { isBusy = () => false, silenceMs = SILENCE_MS, module = MODULE, trustsSystem = false } = setting;
  const waiting: VerifyRequest[] = [];
  const open = new Map<number, (outcome: JobOutcome) => void>();
  let child: ChildProcess | null = null;
  let ready = false;
  let fault: string | null = null;
  let jobs = 0;
  let silence = 0;

  const breakDown = (cause: string) => {
    fault ??= cause;
    clearInterval(watch);
    for (const settle of open.values()) settle({ fault });
    open.clear();
    child?.kill('SIGKILL');
  };
  const watch = setInterval(() => {
    silence = open.size === 0 || isBusy() ? 0 : silence + 1;
    if (silence >= STEPS) breakDown(`it did nothing for ${silenceMs / 1000} s`);
  }, silenceMs / STEPS);
  watch.unref();

  const settle = (job: number, outcome: JobOutcome) => {
    open.get(job)?.(outcome);
    open.delete(job);
  };
  // A process that ends does not take it any more; what it said before, or its end, says why.
  const give = (request: VerifyRequest) => child?.send(request, () => {});
  const hear = (message: unknown) => {
    silence = 0;
    if (!isVerifierMessage(message)) breakDown('it sent something that is no result');
    else if (message.kind === 'verified') settle(message.job, { report: message.report });
    else if (message.kind === 'broken' && message.job !== null)
      settle(message.job, { fault: message.message });
    else if (message.kind === 'broken') breakDown(`it could not be loaded: ${firstLine(message.message)}`);
    else {
      ready = true;
      for (const request of waiting.splice(0)) give(request);
    }
  };
  try {
    child = fork(fileURLToPath(module), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env: childEnvironment(process.env, trustsSystem),
    });
    child.on('message', hear);
    child.on('error', (error) => breakDown(`it could not be started: ${firstLine(error.message)}`));
    // Unlike `exit`, it comes behind the last message.
    child.on('close', (code, signal) =>
      breakDown(signal === null ? `it ended by itself (exit code ${code})` : `it was ended by ${signal}`),
    );
  } catch (error) {
    breakDown(`it could not be started: ${firstLine(String(error))}`);
  }

  return {
    get fault() {
      return fault;
    },
    sign() {
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
        if (ready) give(request);
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

/**
 * The process gets our environment, but for what would change what is verified (`PACT_…`), and without what
 * the core sends home. Our own loopback server is never reached through a proxy.
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
    // Each of the core's many clients reads all of the system's certificates, which takes longer than all it
    // does.
    ...(trustsSystem ? {} : { SSL_CERT_FILE: devNull, SSL_CERT_DIR: devNull }),
  };
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
