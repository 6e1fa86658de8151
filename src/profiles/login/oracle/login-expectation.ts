import type { Fault, RefusalTable } from '../refusals.js';
import { type Expectation, expectationOf, type Open } from './expectation.js';
import { mediaTypeOpen, sizeOpen } from './http-open.js';
import type { JsonTree } from './json-tree.js';
import { type KnownMembers, readingsOf, unknownMembersOpen } from './members.js';
import { isNestedDeep, type RequestText } from './request-text.js';
import type { SentRequest } from './sent-request.js';

/** What is wrong with a part of a request, and what of it the contract leaves open. */
export interface Findings {
  readonly faults: readonly Fault[];
  readonly open: readonly Open[];
}

/** What the oracle of a profile knows of its requests. */
export interface LoginRules {
  readonly refusals: RefusalTable;
  readonly known: KnownMembers;
  /** The faults of a body that was read, each known name once or not at all; what it leaves open is added to `open`. */
  readonly bodyFaults: (tree: JsonTree, open: Set<Open>) => readonly Fault[];
  /** What is wrong with path and headers, or left open. */
  readonly around: Findings;
}

/**
 * Which outcomes the contract allows for a login, by the bytes that are sent.
 * @param text its body; `null`: it is not JSON at all
 */
export function loginExpectation(
  sent: SentRequest,
  text: RequestText | null,
  { refusals, known, bodyFaults, around }: LoginRules,
): Expectation {
  const open = new Set<Open>([...mediaTypeOpen(sent), ...sizeOpen(sent), ...around.open]);
  if (text === null) {
    // A reader with a limit of depth comes to it before it comes to what is missing at the end.
    if (isNestedDeep(sent.body)) open.add('depth');
    return expectationOf(refusals, [['not-json', ...around.faults]], open);
  }
  for (const one of text.open) open.add(one);
  const readings = text.trees.flatMap((tree) => {
    const ways = readingsOf(tree, known);
    for (const one of unknownMembersOpen(tree, known)) open.add(one);
    if (ways.duplicates) open.add('duplicate members');
    return ways.readings.map(({ tree: read, isFolded }) => [
      ...text.faults,
      ...(isFolded ? (['name-in-another-case'] as const) : []),
      ...bodyFaults(read, open),
      ...around.faults,
    ]);
  });
  return expectationOf(refusals, readings, open);
}
