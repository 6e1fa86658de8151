import type { Open } from './expectation.js';
import type { JsonTree } from './json-tree.js';

/** The member names of a document's request: by object, the top level under `''`. */
export type KnownMembers = ReadonlyMap<string, readonly string[]>;

/** @param objects the members of each object at the top level */
export function knownMembers(objects: Readonly<Record<string, readonly string[]>>): KnownMembers {
  return new Map([['', Object.keys(objects)], ...Object.entries(objects)]);
}

/** The string member of an object; `undefined` for anything else. */
export function textAt(tree: JsonTree | undefined, name: string): string | undefined {
  const member = tree?.kind === 'object' ? tree.members.get(name)?.[0] : undefined;
  return member?.kind === 'value' && typeof member.value === 'string' ? member.value : undefined;
}

/** The string at a path; of a doubled member the last, as most parsers have it. `undefined` for anything else. */
export function textIn(tree: JsonTree | undefined, path: readonly string[]): string | undefined {
  let at = tree;
  for (const name of path) at = at?.kind === 'object' ? at.members.get(name)?.at(-1) : undefined;
  return at?.kind === 'value' && typeof at.value === 'string' ? at.value : undefined;
}

/** Leaves open how a request with members that no document names is answered. */
export function unknownMembersOpen(tree: JsonTree, known: KnownMembers): readonly Open[] {
  if (tree.kind !== 'object') return [];
  const objects: [string, JsonTree][] = [['', tree]];
  for (const name of known.keys()) {
    if (name !== '') for (const object of tree.members.get(name) ?? []) objects.push([name, object]);
  }
  const unknown = objects.some(
    ([name, object]) =>
      object.kind === 'object' &&
      [...object.members.keys()].some((member) => !known.get(name)?.includes(member)),
  );
  return unknown ? ['unknown members'] : [];
}

/** Ways to choose among doubled members that are considered at most. */
const MOST_READINGS = 64;

/**
 * Every way to read a tree in which known members are doubled: whichever value is taken. Each tree that comes back
 * holds every known name once; the tree itself where nothing is doubled.
 */
export function readingsOf(tree: JsonTree, known: KnownMembers, name = ''): readonly JsonTree[] {
  if (tree.kind !== 'object') return [tree];
  const own = known.get(name) ?? [];
  let readings: ReadonlyMap<string, readonly JsonTree[]>[] = [tree.members];
  for (const member of own) {
    const values = tree.members.get(member);
    if (!values) continue;
    const inner = name === '' && known.has(member) ? member : null;
    const choices = values.flatMap((value) => (inner === null ? [value] : readingsOf(value, known, inner)));
    readings = readings
      .flatMap((members) => choices.map((choice) => new Map([...members, [member, [choice]]])))
      .slice(0, MOST_READINGS);
  }
  return readings.map((members) => ({ kind: 'object', members }));
}
