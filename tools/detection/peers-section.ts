import type { Level } from '../../src/verdict/clause.js';
import type { Figures, KillFigures } from './figures.js';

/** What `npm run bench:peers` writes to docs/peers.json. */
export interface PeersReport {
  /** Mutants that every peer was given. */
  readonly mutants: Readonly<Record<Level, number>>;
  /** Conforming providers that could be started. */
  readonly conforming: number;
  readonly tools: readonly PeerFigures[];
  /** Mutants that at least one of the tools kills. */
  readonly together: Readonly<Record<Level, number>>;
}

export interface PeerFigures {
  readonly name: string;
  readonly version: string;
  /** How the bench drives it, as the end of the sentence "It is driven …". */
  readonly how: string;
  readonly killed: Readonly<Record<Level, number>>;
  /** Conforming providers that it reports, by id. */
  readonly falseAlarms: readonly string[];
}

/**
 * The section of `docs/detection.md` on generic tools that are given the same job.
 * @param report null: the bench was never run
 * @param own the suite's own figures
 */
export function peersSection(report: PeersReport | null, own: Figures): readonly string[] {
  if (report === null) return [];
  const { mutants, conforming, tools, together } = report;
  const alarmed = tools.filter(({ falseAlarms }) => falseAlarms.length > 0);
  return [
    '## Peers on the same mutants',
    '',
    'What generic tools find, given the same documents, by `npm run bench:peers`: the OpenAPI description in',
    '`schemas/openapi.json`, or the consumer contracts in `pacts/`. A tool kills a mutant when it reports a failure that it',
    'does not report of the reference provider; it raises a false alarm when it does so of a conforming provider. For a',
    'SHOULD mutant the description is read strictly (`x-should`). Media types, which are a SHOULD here, are a MUST to the',
    'tools.',
    '',
    '| tool | MUST killed | SHOULD killed | conforming providers failed |',
    '| --- | --- | --- | --- |',
    `| token-assay | ${shareOf(own.MUST)} | ${shareOf(own.SHOULD)} | ${own.conforming.failed} of ${own.conforming.runs} runs |`,
    ...tools.map(
      ({ name, version, killed, falseAlarms }) =>
        `| ${name} ${version} | ${share(killed.MUST, mutants.MUST)} | ${share(killed.SHOULD, mutants.SHOULD)} | ${falseAlarms.length} of ${conforming} |`,
    ),
    `| ${tools.map(({ name }) => name).join(', ')} together | ${share(together.MUST, mutants.MUST)} | ${share(together.SHOULD, mutants.SHOULD)} | ${allAlarmed(tools)} of ${conforming} |`,
    '',
    ...tools.map(({ name, how }) => `- ${name} is driven ${how}.`),
    '',
    ...alarmed.map(
      ({ name, falseAlarms }) =>
        `False alarms of ${name}: ${falseAlarms.map((id) => `\`${id}\``).join(', ')}.`,
    ),
    ...(alarmed.length > 0 ? [''] : []),
  ];
}

function allAlarmed(tools: readonly PeerFigures[]): number {
  return new Set(tools.flatMap(({ falseAlarms }) => falseAlarms)).size;
}

function shareOf({ killed, runs }: KillFigures): string {
  return share(killed, runs);
}

function share(part: number, whole: number): string {
  const percent = whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)} %)`;
  return `${part} of ${whole}${percent}`;
}
