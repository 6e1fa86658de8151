import type { Level } from '../../src/verdict/clause.js';
import type {
  ClauseVerdict,
  ContractVerdict,
  Evidence,
  Outcome,
  OutcomeCounts,
  Verdict,
} from '../../src/verdict/verdict.js';
import type { Plain } from '../redaction/redacted.js';

/** One piece of evidence, complete; `overrides` replace its members. */
export function evidence(overrides: Plain<Partial<Evidence>> = {}): Evidence {
  return {
    finding: 'ES-09.the-password-is-wrong.accepted',
    scenario: 'The password is wrong',
    location: 'features/esignon/wrong-credentials.feature:12',
    expected: 'result_code "10" and no token',
    actual: 'result_code "00" with a token of 32 characters',
    exchanges: ['x-17'],
    request: 'POST /api/acme/login (the password is wrong)',
    answer: 'HTTP 200 {"header":{"result_code":"00"}}',
    times: 3,
    replay:
      "npx token-assay --target=http://127.0.0.1:8080 --profile=esignon-login --tags='@ES-09' --seed=42",
    ...overrides,
  } as Evidence;
}

/** One entry of a verdict; violated and waived ones get evidence. */
export function entry(
  id: string,
  outcome: Outcome,
  overrides: Partial<Omit<ClauseVerdict, 'id' | 'outcome'>> = {},
): ClauseVerdict {
  return {
    id,
    since: '2026-11',
    level: 'MUST',
    profile: 'esignon-login',
    statement: `What clause ${id} asks of a provider, in one sentence.`,
    source: 'Response',
    outcome,
    checks: outcome === 'not-checked' ? 0 : 4,
    ...(outcome === 'violated' || outcome === 'waived' ? { evidence: [evidence()] } : {}),
    ...(outcome === 'not-checked' ? { reason: 'fixture esignon.blockedCompany is not given' } : {}),
    ...overrides,
  };
}

/** One interaction of a consumer contract; failed ones get a mismatch, those not verified a reason. */
export function contract(
  outcome: ContractVerdict['outcome'],
  overrides: Plain<Partial<Omit<ContractVerdict, 'outcome'>>> = {},
): ContractVerdict {
  return {
    consumer: 'Trial client',
    provider: 'Login API',
    interaction: 'a login with a wrong password',
    source: 'pacts/trial.json',
    outcome,
    counts: true,
    mismatches:
      outcome === 'failed'
        ? [
            {
              path: '$.header.result_code',
              expected: '"10"',
              actual: '"0"',
              description: 'Expected "10" to be equal to "0"',
            },
          ]
        : [],
    exchanges: ['x-31'],
    ...(outcome === 'not-verified' ? { reason: 'no fixture fills the state «a blocked company»' } : {}),
    ...overrides,
  } as ContractVerdict;
}

/** A whole verdict of a run that ended with code 0; counts follow from the clauses. */
export function verdict(clauses: readonly ClauseVerdict[], overrides: Plain<Partial<Verdict>> = {}): Verdict {
  return {
    tool: { name: 'token-assay', version: '0.1.0' },
    target: 'http://127.0.0.1:8080/base',
    seed: 42,
    fuzzRuns: 100,
    startedAt: '2026-01-02T03:04:05.678Z',
    durationMs: 2_345,
    strict: false,
    edition: { name: '2026-12', digest: 'a'.repeat(64) },
    profiles: [
      { name: 'esignon-login', served: true, how: 'answers like the profile (HTTP 200, result_code "00")' },
      { name: 'ckstack-token', served: false, how: 'HTTP 404' },
    ],
    conformant: true,
    complete: clauses.every((clause) => clause.outcome !== 'not-checked'),
    exitCode: 0,
    reason: null,
    error: null,
    counts: { MUST: count(clauses, 'MUST'), SHOULD: count(clauses, 'SHOULD') },
    exchanges: 412,
    scenarios: { run: 213, passed: 210, failed: 2, skipped: 1 },
    clauses,
    skipped: [],
    waivers: [],
    contracts: [],
    warnings: [],
    ...overrides,
  } as Verdict;
}

/** Why a verdict is none, or not the one that its clauses make. */
export function because(reason: string): Pick<Verdict, 'reason' | 'error'> {
  return { reason, error: { code: 'ASSAY_CUT_OFF', message: `${reason}; run it again.` } };
}

/** `count` held MUST clauses of the login profile, `ES-01` and on. */
export function held(count: number): readonly ClauseVerdict[] {
  return Array.from({ length: count }, (_, at) => entry(`ES-${String(at + 1).padStart(2, '0')}`, 'held'));
}

/** What a target might send to break a report, each way of breaking one at least once. */
export const HOSTILE = [
  '<img src=x onerror="window.pwned=1"></script><script>window.pwned=2</script>',
  '\u001b[2J\u001b]8;;javascript:alert(1)\u0007click\u001b]8;;\u0007\u009b31m',
  'line one\r\n::error file=app.js,line=1::owned\n##vso[task.setvariable variable=x]y',
  '\n##teamcity[testFailed name=x]\nsection_start:1:x\r\u001b[0K##[error]x',
  '\u202eevil\u2066\u200b\ufeff\u00ad\ud800\udc00\ud800 \udfff\ufffe\uffff\u0000\u0008',
  '| a | b |\n|---|---|\n`code` ``` ~~~ **bold** [link](javascript:x) ![i](http://evil.example.com/i.png)',
  '@everyone #1 www.evil.example.com http://evil.example.com mailto:x@example.com $x$',
  ']]> &amp; &#x1b; <!-- --> <![CDATA[ <!ENTITY x "y"> \'"',
].join(' ');

/** A verdict with every foreign or free text hostile, and an entry of every outcome. */
export function hostileVerdict(overrides: Plain<Partial<Verdict>> = {}): Verdict {
  const poisoned = evidence({
    scenario: HOSTILE,
    location: HOSTILE,
    expected: HOSTILE,
    actual: `${HOSTILE} ${'A'.repeat(100_000)}`,
    exchanges: [HOSTILE],
    request: HOSTILE,
    answer: HOSTILE,
    replay: HOSTILE,
  });
  const clauses = [
    entry('ES-01', 'violated', {
      statement: HOSTILE,
      source: HOSTILE,
      reading: HOSTILE,
      evidence: [poisoned],
    }),
    entry('ES-02', 'held', { statement: HOSTILE, reason: HOSTILE }),
    entry('ES-03', 'not-checked', { statement: HOSTILE, reason: HOSTILE }),
    entry('ES-04', 'waived', { statement: HOSTILE, evidence: [poisoned] }),
    entry('ES-11', 'violated', { level: 'SHOULD', statement: HOSTILE, evidence: [poisoned] }),
  ];
  return verdict(clauses, {
    target: `http://127.0.0.1/${HOSTILE}`,
    profiles: [{ name: 'esignon-login', served: true, how: HOSTILE }],
    conformant: false,
    exitCode: 1,
    reason: HOSTILE,
    error: { code: 'ASSAY_CUT_OFF', message: HOSTILE },
    skipped: [
      {
        scenario: HOSTILE,
        location: HOSTILE,
        profile: 'esignon-login',
        clauses: ['ES-03'],
        reason: HOSTILE,
        cause: 'fixture',
      },
    ],
    waivers: [{ clause: 'ES-04', reason: HOSTILE, until: HOSTILE, ticket: HOSTILE, status: 'applied' }],
    contracts: [
      contract('failed', {
        consumer: HOSTILE,
        provider: HOSTILE,
        interaction: HOSTILE,
        source: HOSTILE,
        mismatches: [{ path: HOSTILE, expected: HOSTILE, actual: HOSTILE, description: HOSTILE }],
        exchanges: [HOSTILE],
      }),
      contract('not-verified', { reason: HOSTILE }),
    ],
    warnings: [HOSTILE],
    ...overrides,
  });
}

function count(clauses: readonly ClauseVerdict[], level: Level): OutcomeCounts {
  const of = clauses.filter((clause) => clause.level === level);
  const having = (outcome: Outcome) => of.filter((clause) => clause.outcome === outcome).length;
  return {
    total: of.length,
    held: having('held'),
    violated: having('violated'),
    waived: having('waived'),
    notChecked: having('not-checked'),
  };
}
