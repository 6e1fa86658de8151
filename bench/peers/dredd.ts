import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Expectation, expectationsOf } from '../../test/schema/support/openapi.js';
import type { Complaint, Peer, Subject } from './peer.js';
import { PACKAGES } from './scratch.js';
import { openSwitch } from './switch.js';
import { trafficOf } from './traffic.js';

/** One run of Dredd, for its process. */
export interface DreddJob {
  readonly endpoint: string;
  readonly transactions: readonly DreddTransaction[];
}

export interface DreddTransaction extends Omit<Expectation, 'schema'> {
  /** JSON Schema of draft 7, the newest that Dredd knows. */
  readonly schema: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Its hooks, which Dredd loads by itself, call those of its process. */
const HOOKS = `const hooks = require('hooks');
hooks.beforeEach((transaction) => globalThis.peerHooks.before(transaction));
hooks.beforeEachValidation((transaction) => globalThis.peerHooks.beforeValidation(transaction));
`;

/**
 * Dredd in a process of its own, because it prints to the console. It does not read OpenAPI 3.1, nor several
 * examples of one operation: it gets a rendering in OpenAPI 2 with one path for each named example.
 * @param folder where Dredd is installed
 */
export async function startDredd(folder: string): Promise<Peer> {
  const front = await openSwitch();
  writeFileSync(join(folder, 'dredd-hooks.js'), HOOKS);
  const child = fork(fileURLToPath(new URL('dredd-child.js', import.meta.url)), [folder], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await once(child, 'message');
  return {
    name: 'Dredd',
    version: PACKAGES.dredd,
    how: 'with a rendering of the description in OpenAPI 2, the newest that it wholly reads, and hooks that put in credentials and signatures, take any status that the description allows, and validate by its schemas',
    async examine(subject) {
      front.aim({ url: subject.url });
      return run(child, { endpoint: front.url, transactions: await transactionsOf(subject) });
    },
    async close() {
      child.kill();
      await once(child, 'exit');
      await front.close();
    },
  };
}

/** @throws {Error} when the process ends instead of answering */
function run(child: ChildProcess, job: DreddJob): Promise<readonly Complaint[]> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error("Dredd's process ended"));
    child.once('exit', end);
    child.once('message', (complaints: readonly Complaint[]) => {
      child.off('exit', end);
      resolve(complaints);
    });
    child.send(job);
  });
}

async function transactionsOf(subject: Subject): Promise<readonly DreddTransaction[]> {
  const traffic = await trafficOf(subject);
  return expectationsOf(subject.profile, subject.strict).flatMap((expectation) => {
    const plain = traffic.find(({ name }) => name === expectation.name);
    if (!plain) return [];
    const { path, headers, body } = plain.request;
    return [
      {
        ...expectation,
        schema: JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...expectation.schema }),
        path,
        headers: Object.fromEntries(headers),
        body: body === null ? '' : Buffer.from(body).toString(),
      },
    ];
  });
}
