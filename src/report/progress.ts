import { terminalCell } from '../text/escape/terminal.js';

/** What progress writes to: a terminal, or something like one. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressOptions {
  /** See {@link progressEnabled}; `false`: nothing is written. */
  readonly enabled: boolean;
  /** Scenarios that will run; `null`: unknown. */
  readonly total: number | null;
  /** Milliseconds, for tests. */
  readonly now?: () => number;
}

interface StartedScenario {
  readonly profile: string;
  readonly rule: string;
  readonly scenario: string;
}

/** The progress line of a run. Every method may be called at any time and never throws. */
export interface Progress {
  scenarioStarted(started: StartedScenario): void;
  scenarioFinished(status: 'passed' | 'failed' | 'skipped'): void;
  /** One more exchange has finished. */
  exchangeFinished(): void;
  /** `done` of the `total` requests of a property have been generated and evaluated. */
  fuzz(state: { readonly property: string; readonly done: number; readonly total: number }): void;
  /** Clears the progress line; nothing is written afterwards. */
  stop(): void;
}

const REDRAW_MS = 100;
/** Back to the first column, clear to the end of the line. */
const CLEAR = '\r\u001b[2K';

/** Whether to show a progress line: on a terminal that can clear lines, and not in the log of a CI job. */
export function progressEnabled(env: NodeJS.ProcessEnv, stream: ProgressStream): boolean {
  return stream.isTTY === true && env.TERM !== 'dumb' && !isSet(env.CI);
}

/**
 * A line that shows how far the run is: seconds, scenarios done of all, exchanges, profile and rule. It is redrawn at
 * most ten times a second and never wider than the terminal.
 */
export function createProgress(stream: ProgressStream, options: ProgressOptions): Progress {
  if (!options.enabled) return SILENT;
  const now = options.now ?? Date.now;
  const startedAt = now();
  const count = { passed: 0, failed: 0, skipped: 0, exchanges: 0 };
  let doing = '';
  let drawnAt = Number.NEGATIVE_INFINITY;
  let stopped = false;

  const write = (text: string) => {
    try {
      stream.write(text);
    } catch {
      stopped = true;
    }
  };
  const line = () => {
    const done = count.passed + count.failed + count.skipped;
    const parts = [
      `${Math.floor((now() - startedAt) / 1_000)} s`,
      options.total === null ? `${done} scenarios` : `${done}/${options.total} scenarios`,
      count.failed > 0 ? `${count.failed} failed` : '',
      `${count.exchanges} exchanges`,
      doing,
    ];
    // Some terminals wrap a line that fills all columns.
    const columns = Math.max(20, (stream.columns ?? 80) - 1);
    return terminalCell(parts.filter((part) => part !== '').join('  '), columns);
  };
  const draw = () => {
    if (stopped || now() - drawnAt < REDRAW_MS) return;
    drawnAt = now();
    write(CLEAR + line());
  };
  const ticking = setInterval(draw, 500);
  ticking.unref();

  return {
    scenarioStarted: ({ profile, rule, scenario }) => {
      doing = `${profile}: ${rule || scenario}`;
      draw();
    },
    scenarioFinished: (status) => {
      count[status] += 1;
      draw();
    },
    exchangeFinished: () => {
      count.exchanges += 1;
      draw();
    },
    fuzz: ({ property, done, total }) => {
      doing = `${property} ${done}/${total}`;
      draw();
    },
    stop: () => {
      clearInterval(ticking);
      if (!stopped && drawnAt !== Number.NEGATIVE_INFINITY) write(CLEAR);
      stopped = true;
    },
  };
}

const SILENT: Progress = {
  scenarioStarted: () => {},
  scenarioFinished: () => {},
  exchangeFinished: () => {},
  fuzz: () => {},
  stop: () => {},
};

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
