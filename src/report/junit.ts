import { xmlText } from '../text/escape/xml.js';
import type { ClauseVerdict, Evidence, Verdict } from '../verdict/verdict.js';
import { contractCase, contractFails } from './junit-contracts.js';
import { verdictSentence } from './verdict-sentence.js';
import { isGating } from './violations.js';
import { type XmlElement, xmlDocument, xmlElement } from './xml-element.js';

type Result = 'passed' | 'failed' | 'skipped';

const MOST_EVIDENCE = 5;

/**
 * The verdict for CI servers: a suite for each profile, a case for each clause and level,
 * and one for each interaction of a consumer contract. What counts in the
 * verdict fails; what does not (waived, not checked, a SHOULD without `--strict`) is skipped and says why. A
 * verdict that no clause explains (no verdict at all, a profile not served) is a case in a suite of its own, so
 * that a run that did not end with 0 is never all green.
 *
 * @returns JUnit XML, as Jenkins, GitLab, GitHub reporters and Azure read it
 */
export function junitXml(verdict: Verdict): string {
  const profiles = verdict.profiles
    .map(({ name }) => ({ name, entries: verdict.clauses.filter((entry) => entry.profile === name) }))
    .filter(({ entries }) => entries.length > 0);
  const own = ownResult(verdict);
  const suites = profiles.map(({ name, entries }) => {
    const having = (result: Result) => entries.filter((entry) => resultOf(entry, verdict) === result).length;
    return suite(
      { name, tests: entries.length, failures: having('failed'), errors: 0, skipped: having('skipped') },
      entries.map((entry) => clauseCase(entry, verdict)),
      verdict,
    );
  });
  const all = [
    ...suites,
    ...(verdict.contracts.length > 0 ? [contractSuite(verdict)] : []),
    ...(own === null ? [] : [verdictSuite(own, verdict)]),
  ];
  const sum = (count: string) => all.reduce((total, { attributes }) => total + Number(attributes[count]), 0);
  return xmlDocument(
    xmlElement(
      'testsuites',
      {
        name: 'token-assay',
        tests: sum('tests'),
        failures: sum('failures'),
        errors: sum('errors'),
        skipped: sum('skipped'),
        time: (verdict.durationMs / 1_000).toFixed(3),
        timestamp: xmlText(verdict.startedAt, 40),
      },
      all,
    ),
  );
}

function suite(
  attributes: XmlElement['attributes'],
  cases: readonly XmlElement[],
  verdict: Verdict,
): XmlElement {
  const { headline, rest } = verdictSentence(verdict);
  const values: Readonly<Record<string, string>> = {
    target: verdict.target,
    seed: String(verdict.seed),
    version: verdict.tool.version,
    verdict: headline + rest,
    strict: String(verdict.strict),
  };
  const properties = Object.entries(values).map(([name, value]) =>
    xmlElement('property', { name, value: xmlText(value) }),
  );
  return xmlElement('testsuite', { ...attributes, timestamp: xmlText(verdict.startedAt, 40) }, [
    xmlElement('properties', {}, properties),
    ...cases,
  ]);
}

function contractSuite(verdict: Verdict): XmlElement {
  const { contracts } = verdict;
  const failures = contracts.filter(contractFails).length;
  const verified = contracts.filter(({ outcome }) => outcome === 'verified').length;
  const counts = {
    tests: contracts.length,
    failures,
    errors: 0,
    skipped: contracts.length - failures - verified,
  };
  return suite({ name: 'consumer contracts', ...counts }, contracts.map(contractCase), verdict);
}

function clauseCase(entry: ClauseVerdict, verdict: Verdict): XmlElement {
  const name = xmlText(`${entry.id} ${entry.level} ${entry.statement}`, 300);
  return xmlElement('testcase', { classname: entry.profile, name }, caseResult(entry, verdict));
}

function caseResult(entry: ClauseVerdict, verdict: Verdict): readonly XmlElement[] {
  const evidence = entry.evidence ?? [];
  const [first] = evidence;
  const what = first === undefined ? '' : `expected ${first.expected}; actual ${first.actual}`;
  switch (resultOf(entry, verdict)) {
    case 'passed':
      return [];
    case 'failed': {
      const message = xmlText(what || entry.statement, 600);
      const text = evidence.slice(0, MOST_EVIDENCE).map(proof).join('\n\n');
      return [xmlElement('failure', { message, type: `${entry.level} ${entry.id}` }, text)];
    }
    case 'skipped':
      return [xmlElement('skipped', { message: xmlText(skippedBecause(entry, what), 900) })];
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

/** What the suite of the verdict itself says: `null` where the clauses say it all. */
function ownResult(verdict: Verdict): 'error' | 'failure' | null {
  if (verdict.exitCode === 3) return 'error';
  const isExplained = verdict.reason === null && verdict.clauses.some((entry) => isGating(entry, verdict));
  return verdict.exitCode === 1 && !isExplained ? 'failure' : null;
}

function verdictSuite(own: 'error' | 'failure', verdict: Verdict): XmlElement {
  const { headline, rest } = verdictSentence(verdict);
  const result = xmlElement(own, { message: xmlText(headline + rest), type: headline });
  const name = 'The run comes to a verdict of conformance';
  const counts = {
    tests: 1,
    failures: own === 'failure' ? 1 : 0,
    errors: own === 'error' ? 1 : 0,
    skipped: 0,
  };
  return suite(
    { name: 'verdict', ...counts },
    [xmlElement('testcase', { classname: 'verdict', name }, [result])],
    verdict,
  );
}

function resultOf(entry: ClauseVerdict, verdict: Verdict): Result {
  if (entry.outcome === 'held') return 'passed';
  return isGating(entry, verdict) ? 'failed' : 'skipped';
}
