import type { Envelope } from './envelope.js';

/** Every cucumber run sends its own; the merged stream has one of each. */
const ONCE = ['meta', 'testRunStarted'] as const;

/**
 * Merges the messages of several cucumber runs into those of one run: one start, one end, each feature once although
 * its scenarios ran in parts, and only the scenarios that were run.
 *
 * @param envelopes of one or more runs, interleaved as they came
 */
export function mergeRuns(envelopes: readonly Envelope[]): readonly Envelope[] {
  const ran = new Set(envelopes.map(({ testCase }) => testCase?.pickleId));
  const ends = envelopes.flatMap(({ testRunFinished }) => testRunFinished ?? []);
  const seen = new Set<string>();
  /** Ids of the nodes of each feature file, in order, as in the first run. */
  const nodes = new Map<string, readonly string[]>();
  const renamed = new Map<string, string>();
  const rename = (id: string) => renamed.get(id) ?? id;

  const merged = envelopes.filter((envelope) => {
    const { gherkinDocument, pickle, testRunFinished } = envelope;
    if (testRunFinished !== undefined) return false;
    if (pickle !== undefined) return ran.has(pickle.id);
    if (gherkinDocument !== undefined) {
      const uri = gherkinDocument.uri ?? '';
      const ids = idsIn(gherkinDocument);
      const first = nodes.get(uri);
      if (first === undefined) nodes.set(uri, ids);
      if (first?.length !== ids.length) return true;
      ids.forEach((id, at) => {
        renamed.set(id, first[at] ?? id);
      });
      return false;
    }
    const key = keyOf(envelope);
    const isNew = key === null || !seen.has(key);
    if (key !== null) seen.add(key);
    return isNew;
  });
  const end = {
    timestamp: ends.at(-1)?.timestamp ?? { seconds: 0, nanos: 0 },
    success: ends.every(({ success }) => success),
  };
  return [
    ...merged.map(({ pickle, ...others }) =>
      pickle === undefined ? others : { pickle: renamePickle(pickle, rename) },
    ),
    { testRunFinished: end },
  ];
}

type Pickle = NonNullable<Envelope['pickle']>;

function renamePickle(pickle: Pickle, rename: (id: string) => string): Pickle {
  return {
    ...pickle,
    astNodeIds: pickle.astNodeIds.map(rename),
    steps: pickle.steps.map((step) => ({ ...step, astNodeIds: step.astNodeIds.map(rename) })),
    tags: pickle.tags.map((tag) => ({ ...tag, astNodeId: rename(tag.astNodeId) })),
  };
}

/** Equal keys mark repeated messages; `null`: never repeated. */
function keyOf({ source, parameterType, stepDefinition, hook, ...others }: Envelope): string | null {
  const kind = ONCE.find((name) => others[name] !== undefined);
  if (kind !== undefined) return kind;
  if (source !== undefined) return `source ${source.uri}`;
  if (parameterType !== undefined) return `parameter type ${parameterType.name}`;
  const definition = stepDefinition ?? hook;
  return definition === undefined ? null : `definition ${definition.id}`;
}

/** The ids of all nodes of a document, in an order that depends on the file alone. */
function idsIn(node: unknown): readonly string[] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'id' && typeof value === 'string' ? [value] : idsIn(value),
  );
}
