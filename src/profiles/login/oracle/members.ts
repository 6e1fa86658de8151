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

/** Whether two names differ in nothing but letter case. */
function sameButForCase(one: string, other: string): boolean {
  return one.toUpperCase().toLowerCase() === other.toUpperCase().toLowerCase();
}

/** The names of an object that differ from the known one in letter case only. */
function otherCasesOf(members: ReadonlyMap<string, unknown>, known: string): readonly string[] {
  return [...members.keys()].filter((name) => name !== known && sameButForCase(name, known));
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
      [...object.members.keys()].some(
        (member) => !known.get(name)?.some((one) => sameButForCase(one, member)),
      ),
  );
  return unknown ? ['unknown members'] : [];
}

/** Ways to choose among doubled members that are considered at most. */
const MOST_READINGS = 64;

/** A tree as one reader takes it. */
interface MemberReading {
  /** It holds every known name once, or not at all. */
  readonly tree: JsonTree;
  /** A member whose name is in another letter case was taken for the known one. */
  readonly isFolded: boolean;
}

/** The ways to read a tree, the strictest first. */
export interface MemberReadings {
  readonly readings: readonly [MemberReading, ...MemberReading[]];
  /** A known name is there twice, in two spellings of its letter case perhaps. */
  readonly duplicates: boolean;
}

/**
 * Every way to read a tree: of doubled known members whichever value is taken, and a member whose name differs from a
 * known one in letter case only either as that one or as unknown (readers of Go and .NET fold it).
 */
export function readingsOf(tree: JsonTree, known: KnownMembers, at = ''): MemberReadings {
  if (tree.kind !== 'object') return { readings: [{ tree, isFolded: false }], duplicates: false };
  let duplicates = false;
  let readings: readonly (MemberReading & { readonly members: ReadonlyMap<string, readonly JsonTree[]> })[] =
    [{ tree, isFolded: false, members: tree.members }];
  for (const name of known.get(at) ?? []) {
    const exact = tree.members.get(name) ?? [];
    const others = otherCasesOf(tree.members, name).flatMap((other) => tree.members.get(other) ?? []);
    if (exact.length + others.length === 0) continue;
    duplicates ||= exact.length + others.length > 1;
    const inner = at === '' && known.has(name) ? name : null;
    const choices = [
      ...(exact.length === 0 ? [null] : exact.map((value) => ({ value, isFolded: false }))),
      ...others.map((value) => ({ value, isFolded: true })),
    ].flatMap((choice) => {
      if (choice === null || inner === null) return [choice && { ...choice }];
      const within = readingsOf(choice.value, known, inner);
      duplicates ||= within.duplicates;
      return within.readings.map((one) => ({ value: one.tree, isFolded: choice.isFolded || one.isFolded }));
    });
    readings = readings
      .flatMap((reading) =>
        choices.map((choice) => {
          if (choice === null) return reading;
          const members = new Map([...reading.members, [name, [choice.value]]]);
          const folded = reading.isFolded || choice.isFolded;
          return { tree: { kind: 'object' as const, members }, isFolded: folded, members };
        }),
      )
      .slice(0, MOST_READINGS);
  }
  const [first = { tree, isFolded: false }, ...rest] = readings;
  return { readings: [first, ...rest], duplicates };
}
