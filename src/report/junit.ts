import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { ClauseVerdict, Evidence, Verdict } from '../verify/verdict.js';
import { xmlText } from './escape/xml.js';
import { verdictSentence } from './verdict-sentence.js';
import { isCounted } from './violations.js';

type Result = 'passed' | 'failed' | 'skipped';

const MOST_EVIDENCE = 5;

/**
 * The verdict for CI servers: a suite for each profile, a case for each clause and level. What counts in the
 * verdict fails; what does not (waived, not checked, a SHOULD without `--strict`) is skipped and says why. A
 * verdict that no clause explains (no verdict at all, a profile not served) is a case in a suite of its own, so
 * that a run that did not end with 0 is never all green.
 *
 * @returns JUnit XML, as Jenkins, GitLab, GitHub reporters and Azure read it
 */
export function junitXml(verdict: Verdict): string {
  const suites = verdict.profiles
    .map(({ name }) => ({ name, entries: verdict.clauses.filter((entry) => entry.profile === name) }))
    .filter(({ entries }) => entries.length > 0);
  const failed = verdict.clauses.filter((entry) => isCounted(entry, verdict)).length;
  const own = verdict.exitCode === 3 || (verdict.exitCode === 1 && (failed === 0 || verdict.reason !== null));
  const seconds = (verdict.durationMs / 1_000).toFixed(3);
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name: 'token-assay',
    tests: verdict.clauses.length + (own ? 1 : 0),
    failures: failed + (own && verdict.exitCode === 1 ? 1 : 0),
    errors: own && verdict.exitCode === 3 ? 1 : 0,
    skipped: verdict.clauses.filter((entry) => resultOf(entry, verdict) === 'skipped').length,
    time: seconds,
    timestamp: xmlText(verdict.startedAt, 40),
  });
  for (const { name, entries } of suites) profileSuite(root, name, entries, verdict);
  if (own) verdictSuite(root, verdict);
  return `${root.end({ prettyPrint: true })}\n`;
}

function profileSuite(
  root: XMLBuilder,
  name: string,
  entries: readonly ClauseVerdict[],
  verdict: Verdict,
): void {
  const having = (result: Result) => entries.filter((entry) => resultOf(entry, verdict) === result).length;
  const suite = root.ele('testsuite', {
    name,
    tests: entries.length,
    failures: having('failed'),
    errors: 0,
    skipped: having('skipped'),
    timestamp: xmlText(verdict.startedAt, 40),
  });
  properties(suite, verdict);
  for (const entry of entries) clauseCase(suite, entry, verdict);
}

function properties(suite: XMLBuilder, verdict: Verdict): void {
  const { headline, rest } = verdictSentence(verdict);
  const values: Readonly<Record<string, string>> = {
    target: verdict.target,
    seed: String(verdict.seed),
    version: verdict.tool.version,
    verdict: headline + rest,
    strict: String(verdict.strict),
  };
  const parent = suite.ele('properties');
  for (const [name, value] of Object.entries(values)) parent.ele('property', { name, value: xmlText(value) });
}

function clauseCase(suite: XMLBuilder, entry: ClauseVerdict, verdict: Verdict): void {
  const name = xmlText(`${entry.id} ${entry.level} ${entry.statement}`, 300);
  const testcase = suite.ele('testcase', { classname: entry.profile, name });
  const [first] = entry.evidence ?? [];
  const what = first === undefined ? '' : `expected ${first.expected}; actual ${first.actual}`;
  switch (resultOf(entry, verdict)) {
    case 'failed':
      testcase
        .ele('failure', {
          message: xmlText(what || entry.statement, 600),
          type: `${entry.level} ${entry.id}`,
        })
        .txt((entry.evidence ?? []).slice(0, MOST_EVIDENCE).map(proof).join('\n\n'));
      return;
    case 'skipped':
      testcase.ele('skipped', { message: xmlText(skippedBecause(entry, what), 900) });
      return;
    case 'passed':
  }
}

function skippedBecause(entry: ClauseVerdict, what: string): string {
  if (entry.outcome === 'waived') return `waived: ${what}`;
  if (entry.outcome === 'violated') return `SHOULD, not met; does not count without --strict: ${what}`;
  return `not checked: ${entry.reason ?? 'no reason was given'}`;
}

function proof(evidence: Evidence): string {
  const fields: Readonly<Record<string, string>> = {
    expected: evidence.expected,
    actual: evidence.actual,
    request: evidence.request,
    answer: evidence.answer,
    exchanges: evidence.exchanges.slice(0, 10).join(', '),
    seen: String(evidence.times),
    scenario: evidence.scenario,
    where: evidence.location,
    replay: evidence.replay,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${xmlText(value)}`)
    .join('\n');
}

function verdictSuite(root: XMLBuilder, verdict: Verdict): void {
  const { headline, rest } = verdictSentence(verdict);
  const isError = verdict.exitCode === 3;
  const count = { tests: 1, failures: isError ? 0 : 1, errors: isError ? 1 : 0, skipped: 0 };
  const suite = root.ele('testsuite', {
    name: 'verdict',
    ...count,
    timestamp: xmlText(verdict.startedAt, 40),
  });
  properties(suite, verdict);
  const testcase = suite.ele('testcase', {
    classname: 'verdict',
    name: 'The run comes to a verdict of conformance',
  });
  testcase.ele(isError ? 'error' : 'failure', { message: xmlText(headline + rest), type: headline });
}

function resultOf(entry: ClauseVerdict, verdict: Verdict): Result {
  if (entry.outcome === 'held') return 'passed';
  return isCounted(entry, verdict) ? 'failed' : 'skipped';
}
