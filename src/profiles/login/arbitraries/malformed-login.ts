import fc, { type Arbitrary } from 'fast-check';
import type { BaseRequest, GeneratedBody } from './base-request.js';
import { byteFault } from './byte-fault.js';
import { PLAIN_HEADERS } from './header-style.js';
import { writeJson } from './json-writer.js';
import type { Mutation } from './mutation.js';
import { pick } from './pick.js';
import { type StructureFault, structureFaults } from './structure-fault.js';

const body: Arbitrary<Mutation['body']> = pick<Mutation['body']>(
  [1, structureFaults.map((faults) => (base) => planted(base, faults))],
  [1, byteFault],
);

/** One login in five is a stranger's: those use up no real account's failed logins. */
const stranger: Arbitrary<boolean> = pick<boolean>([4, fc.constant(false)], [1, fc.constant(true)]);

/** Logins malformed by structure or by their bytes (ES-27, CK-29). */
export const malformedLogin: Arbitrary<Mutation> = fc
  .record({ stranger, body })
  .map((made) => ({ ...made, headers: PLAIN_HEADERS }));

function planted(base: BaseRequest, faults: readonly StructureFault[]): GeneratedBody {
  const words: string[] = [];
  let node = base.document;
  for (const fault of faults) {
    const done = fault.plant(node, base);
    node = done.node;
    if (done.words !== '') words.push(done.words);
  }
  return { words, bytes: Buffer.from(writeJson(node)) };
}
