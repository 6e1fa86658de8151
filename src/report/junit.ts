import { xmlText } from '../text/escape/xml.js';
import { isOfEdition } from '../verdict/edition.js';
import { isGating } from '../verdict/gating.js';
import type {
  ClauseVerdict,
  ContractMismatch,
  ContractVerdict,
  Evidence,
  Verdict,
} from '../verdict/verdict.js';
import { verdictSentence } from './verdict-sentence.js';
import { type XmlElement, xmlDocument, xmlElement } from './xml-element.js';

type Result = 'passed' | 'failed' | 'skipped';

const MOST_EVIDENCE = 5;
const MOST_MISMATCHES = 20;

/**
 * The verdict for CI servers: a suite for each profile with a case for each clause and level, and a suite with a case
 * for each interaction of a consumer contract. Gating violations are failures; anything else that did not hold
 * (waived, not checked, a SHOULD without `--strict`) is skipped with its reason. A verdict that no clause explains (no
 * verdict at all, a profile not served) gets a suite and a case of its own, so that a run that did not end with 0 is
 * never all green.
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
    edition: verdict.edition.name,
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
  const hint = first?.hint === undefined ? '' : `${first.hint}; `;
  const what = first === undefined ? '' : `${hint}expected ${first.expected}; actual ${first.actual}`;
  switch (resultOf(entry, verdict)) {
    case 'passed':
      return [];
    case 'failed': {
      const message = xmlText(what || entry.statement, 600);
      const text = evidence.slice(0, MOST_EVIDENCE).map(proof).join('\n\n');
      return [xmlElement('failure', { message, type: `${entry.level} ${entry.id}` }, text)];
    }
    case 'skipped':
      return [xmlElement('skipped', { message: xmlText(skippedBecause(entry, what, verdict), 900) })];
  }
}

function skippedBecause(entry: ClauseVerdict, what: string, { edition }: Verdict): string {
  if (entry.outcome === 'waived') return `waived: ${what}`;
  if (entry.outcome === 'violated' && !isOfEdition(entry, edition.name)) {
    return `not met, of the later edition ${entry.since} (ignored): ${what}`;
  }
  if (entry.outcome === 'violated') return `SHOULD not met (ignored unless --strict): ${what}`;
  return `not checked: ${entry.reason ?? 'no reason was given'}`;
}

function proof(evidence: Evidence): string {
  const fields: Readonly<Record<string, string>> = {
    ...(evidence.hint === undefined ? {} : { first: evidence.hint }),
    expected: evidence.expected,
    actual: evidence.actual,
    request: evidence.request,
    answer: evidence.answer,
    exchanges: evidence.exchanges.slice(0, 10).join(', '),
    seen: String(evidence.times),
    finding: evidence.finding,
    scenario: evidence.scenario,
    where: evidence.location,
    replay: evidence.replay,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${xmlText(value)}`)
    .join('\n');
}

/** The result of the case on the verdict itself; `null`: the cases of the clauses explain the verdict. */
function ownResult(verdict: Verdict): 'error' | 'failure' | null {
  if (verdict.exitCode === 3) return 'error';
  const isExplained = verdict.reason === null && verdict.clauses.some((entry) => isGating(entry, verdict));
  return verdict.exitCode === 1 && !isExplained ? 'failure' : null;
}

function verdictSuite(own: 'error' | 'failure', verdict: Verdict): XmlElement {
  const { headline, rest } = verdictSentence(verdict);
  const result = xmlElement(own, { message: xmlText(headline + rest), type: headline });
  const name = 'The run reaches a verdict of conformance';
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

/** A case for an interaction of a consumer contract; a failure that does not count by itself is skipped. */
function contractCase(contract: ContractVerdict): XmlElement {
  const classname = xmlText(`contract of ${contract.consumer}`, 200);
  const name = xmlText(contract.interaction, 300);
  return xmlElement('testcase', { classname, name }, contractResult(contract));
}

function contractFails({ outcome, counts }: ContractVerdict): boolean {
  return outcome === 'failed' && counts;
}

function contractResult(contract: ContractVerdict): readonly XmlElement[] {
  const { outcome, mismatches, source, exchanges, reason = 'no reason was given' } = contract;
  if (outcome === 'verified') return [];
  if (outcome === 'not-verified') {
    return [xmlElement('skipped', { message: xmlText(`not verified: ${reason}`, 900) })];
  }
  const [first] = mismatches;
  const what = first === undefined ? 'the interaction failed' : difference(first);
  if (!contractFails(contract)) {
    return [xmlElement('skipped', { message: xmlText(`failed, does not count by itself: ${what}`, 900) })];
  }
  const text = [
    ...mismatches.slice(0, MOST_MISMATCHES).map((mismatch) => xmlText(difference(mismatch))),
    `contract: ${xmlText(source)}`,
    `exchanges: ${xmlText(exchanges.slice(0, 10).join(', '))}`,
  ].join('\n');
  return [xmlElement('failure', { message: xmlText(what, 600), type: 'contract' }, text)];
}

function difference({ path, expected, actual }: ContractMismatch): string {
  return `${path}: expected ${expected}; actual ${actual}`;
}
