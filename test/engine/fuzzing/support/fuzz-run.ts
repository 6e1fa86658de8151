import { tmpdir } from 'node:os';
import { parseConfig } from '../../../../src/config/parse-config.js';
import type { RunConfig } from '../../../../src/config/run-config.js';
import { PropertyRun } from '../../../../src/engine/fuzzing/property-run.js';
import { nonceOf } from '../../../../src/engine/nonce.js';
import type { RunContext } from '../../../../src/engine/run-context.js';
import { TargetSession } from '../../../../src/engine/target-session.js';
import { TestUsers } from '../../../../src/engine/test-users.js';
import { TokenHolders } from '../../../../src/engine/token-comparison.js';
import { ViolationError } from '../../../../src/engine/violation-error.js';
import { NotChecked } from '../../../../src/errors/not-checked.js';
import { createClient } from '../../../../src/http/client.js';
import type { Exchange } from '../../../../src/http/exchange.js';
import type { ProfileName } from '../../../../src/profiles/documents.js';
import { EMBEDDED_FIXTURES } from '../../../../src/provider/embedded-fixtures.js';
import { startProvider } from '../../../../src/provider/listen.js';
import type { ProviderOptions } from '../../../../src/provider/provider-options.js';
import { createRedactor, type Redactor } from '../../../../src/redaction/redactor.js';
import type { Violation } from '../../../../src/verdict/check.js';
import type { Level } from '../../../../src/verdict/clause.js';
import { Ledger } from '../../../../src/verdict/ledger.js';
import { Waivers } from '../../../../src/verdict/waivers.js';
import { clausesOf, evaluateExchange, openProfile, profileOf } from '../../../support/profiles.js';

export interface FuzzOptions {
  readonly profile: ProfileName;
  readonly kinds: readonly string[];
  readonly seed: number;
  readonly runs: number;
  readonly concurrency?: number;
  /** Base URL of a provider that runs already; else one with these options is started. */
  readonly url?: string;
  readonly provider?: ProviderOptions;
  readonly maxFailedLogins?: number;
  readonly fixtures?: typeof EMBEDDED_FIXTURES;
  readonly onExchange?: (exchange: Exchange, redactor: Redactor) => void;
}

export interface FuzzResult {
  readonly violations: readonly Violation[];
  readonly reports: readonly string[];
  readonly exchanges: number;
  /** What a run would have skipped its scenario for. */
  readonly notChecked: readonly string[];
  readonly checks: (clause: string, level?: Level) => number;
}

/** Which kinds of generated logins a profile has. */
export function kindsOf(profile: ProfileName): readonly string[] {
  return profileOf(profile).properties.map(({ kind }) => kind);
}

/** Fuzzes a provider as a run does, without the scenarios around it. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const provider = options.url === undefined ? await startProvider(options.provider) : null;
  const baseUrl = options.url ?? provider?.url ?? '';
  const redactor = createRedactor();
  const config = await configOf(options, baseUrl);
  const fixtures = options.fixtures ?? EMBEDDED_FIXTURES;
  let exchanges = 0;
  const client = createClient({
    baseUrl,
    timeoutMs: config.timeoutMs,
    rate: null,
    maxInFlight: Math.max(16, config.concurrency),
    headers: [],
    ca: null,
    insecure: false,
    userAgent: 'token-assay/test',
    redactor: {
      ...redactor,
      redact(exchange) {
        options.onExchange?.(exchange, redactor);
        return redactor.redact(exchange);
      },
    },
    onExchange: () => {
      exchanges += 1;
    },
    signal: new AbortController().signal,
  });
  const open = openProfile(options.profile, fixtures, {
    nonce: nonceOf(config.seed),
    pathPrefix: new URL(baseUrl).pathname.replace(/\/$/, ''),
  });
  const part = fixtures[open.profile.family as keyof typeof fixtures];
  for (const secret of open.profile.fixtures.secrets(part)) redactor.addSecret(secret);
  const session = new TargetSession({
    client,
    evaluate: evaluateExchange,
    goodLogin: async () => undefined,
    maxFailedLogins: config.maxFailedLogins,
  });
  const ledger = new Ledger(redactor);
  const run = {
    id: 'fuzz',
    config,
    served: [open],
    session,
    users: new TestUsers(),
    waivers: new Waivers(config.waivers, new Date()),
    ledger,
    redactor,
    shared: new Map(),
    tokens: new TokenHolders(),
    suiteErrors: [],
  } as unknown as RunContext;
  const reports: string[] = [];
  const notChecked: string[] = [];
  try {
    await Promise.all(
      options.kinds.map(async (kind) => {
        const property = open.profile.properties.find((each) => each.kind === kind);
        if (!property) throw new TypeError(`${options.profile} has no property of ${kind}`);
        const propertyRun = new PropertyRun(run, open, scenarioOf(kind), property);
        await propertyRun.run();
        try {
          propertyRun.conclude();
        } catch (error) {
          if (error instanceof NotChecked) notChecked.push(error.message);
          else if (!(error instanceof ViolationError)) throw error;
        }
        reports.push(...propertyRun.reports);
      }),
    );
    await session.drain();
  } finally {
    await client.close();
    await provider?.close();
  }
  return {
    reports,
    notChecked,
    exchanges,
    violations: clausesOf(options.profile).flatMap(({ id, level }) =>
      ledger.of(options.profile, id, level).violations.map(({ violation }) => violation),
    ),
    checks: (clause, level = 'MUST') => ledger.of(options.profile, clause, level).checks,
  };
}

async function configOf(
  { profile, seed, runs, concurrency = 8, maxFailedLogins = 3 }: FuzzOptions,
  target: string,
): Promise<RunConfig> {
  const argv = [`--target=${target}`, `--profile=${profile}`, `--seed=${seed}`, `--fuzz-runs=${runs}`];
  argv.push(`--concurrency=${concurrency}`, `--max-failed-logins=${maxFailedLogins}`);
  const invocation = await parseConfig(argv, {}, tmpdir());
  if (invocation.kind !== 'run') throw new Error('not a run');
  return invocation.config;
}

function scenarioOf(kind: string) {
  return {
    name: `${kind} are generated`,
    rule: 'a rule',
    feature: 'Generated logins',
    location: 'features/fuzzing/test.feature:1',
    tags: ['@fuzzing'],
  };
}
