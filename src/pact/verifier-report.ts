import { isObject, jsonValue, memberOf } from '../text/json-members.js';
import { type Mismatch, readFailure } from './mismatch.js';

/** What the native core says of one interaction. */
export interface InteractionResult {
  readonly description: string;
  /** Empty where the report does not say. */
  readonly consumer: string;
  readonly kept: boolean;
  /** A failure of it does not count. */
  readonly pending: boolean;
  readonly mismatches: readonly Mismatch[];
  /** Why nothing could be compared; `null`: it was. */
  readonly error: string | null;
}

const HEADING = 'Verifying a pact between ';
const ESCAPE = '\u001b';
const BOLD = `${ESCAPE}[1m`;

interface Failure {
  readonly title: string;
  readonly pending: boolean;
  readonly mismatches: readonly Mismatch[];
  readonly error: string | null;
}

/** A whole report. */
export interface Report {
  /** In the order in which they were verified. */
  readonly interactions: readonly InteractionResult[];
  /** What else went wrong: a broker that does not answer, a contract that cannot be read. */
  readonly errors: readonly string[];
}

/**
 * Reads the report of a verification.
 * @param text JSON of the native core
 * @returns `null`: it is not a report, or one that contradicts itself
 */
export function readReport(text: string): Report | null {
  const report = jsonValue(text);
  const results = memberOf(report, 'interactionResults');
  if (!isObject(report) || typeof report.result !== 'boolean' || !Array.isArray(results)) return null;
  const failures = [...failuresOf(report.errors, false), ...failuresOf(report.pendingErrors, true)];
  const consumers = consumersOf(report.output, results.length);
  const interactions = results.map((result, at) => resultOf(result, consumers[at] ?? '', failures));
  const errors = failures.map(({ error, mismatches }) => error ?? mismatches[0]?.description ?? '');
  const failed = errors.length > 0 || interactions.some(({ kept, pending }) => !kept && !pending);
  return report.result === failed ? null : { interactions, errors };
}

/** @param failures the one of this interaction is removed */
function resultOf(result: unknown, consumer: string, failures: Failure[]): InteractionResult {
  const description = String(memberOf(result, 'description') ?? '');
  if (memberOf(result, 'result') === 'OK') {
    return { description, consumer, kept: true, pending: false, mismatches: [], error: null };
  }
  const own = failures.findIndex(
    ({ title }) =>
      title.endsWith(` - ${description}`) && (consumer === '' || title.includes(` ${consumer} `)),
  );
  const [failure] = own < 0 ? [] : failures.splice(own, 1);
  const { pending = false, mismatches = [], error = 'the verifier does not say why' } = failure ?? {};
  return { description, consumer, kept: false, pending, mismatches, error };
}

function failuresOf(errors: unknown, pending: boolean): Failure[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error) => ({
    title: String(memberOf(error, 'interaction') ?? ''),
    pending,
    ...readFailure(memberOf(error, 'mismatch')),
  }));
}

/** The consumer of each interaction. The results do not name it; the text for people does, in the same order. */
function consumersOf(output: unknown, count: number): readonly string[] {
  if (!Array.isArray(output)) return [];
  let consumer = '';
  const consumers: string[] = [];
  for (const line of output.map(String)) {
    if (line.trimStart().startsWith(HEADING)) consumer = consumerIn(line);
    if (/ \(.* loading, .* verification\)$/s.test(line)) consumers.push(consumer);
  }
  return consumers.length === count ? consumers : [];
}

/** Names are in bold, so that one that contains "and" is recognised. */
function consumerIn(line: string): string {
  const [, bold] = line.split(BOLD);
  if (bold !== undefined) return bold.split(ESCAPE)[0] ?? '';
  return line.trim().slice(HEADING.length).split(' and ')[0] ?? '';
}
