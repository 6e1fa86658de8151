/** The process in which Dredd runs: jobs come over the IPC channel, complaints go back. Its output is ignored. */
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DreddJob, DreddTransaction } from './dredd.js';
import type { Complaint } from './peer.js';

/** What of a transaction of Dredd's the hooks read and set. */
interface Transaction {
  readonly id: string;
  readonly request: { uri: string; headers: Record<string, string>; body: string };
  readonly expected: { statusCode: string; headers: Record<string, string>; bodySchema?: string };
  readonly real: { readonly statusCode: number; readonly headers: Readonly<Record<string, string>> };
  readonly origin: { readonly resourceName: string };
  skip: boolean;
  fullPath: string;
}

const [, , folder = ''] = process.argv;
const Dredd = createRequire(join(folder, 'package.json'))('dredd');

process.on('message', async (job: DreddJob) => process.send?.(await run(job)));
process.on('disconnect', () => process.exit());
process.send?.('ready');

function run({ endpoint, transactions }: DreddJob): Promise<readonly Complaint[]> {
  const complaints: Complaint[] = [];
  const known = ({ origin }: { readonly origin: Transaction['origin'] }): DreddTransaction => {
    const found = transactions.find(({ name }) => origin.resourceName === `/${name}`);
    if (!found) throw new Error(`no transaction of ${origin.resourceName}`);
    return found;
  };
  Object.assign(globalThis, {
    peerHooks: {
      before: (transaction: Transaction) => prepare(transaction, known(transaction)),
      beforeValidation: (transaction: Transaction) => allow(transaction, known(transaction)),
    },
  });
  const emitter = new EventEmitter();
  emitter.on('test fail', (test) => complaints.push({ about: known(test).name, text: String(test.message) }));
  emitter.on('test error', (error, test) =>
    complaints.push({ about: known(test).name, text: String(error) }),
  );
  const dredd = new Dredd({
    endpoint,
    emitter,
    path: [],
    apiDescriptions: [{ location: 'rendering.json', content: JSON.stringify(rendering(transactions)) }],
    loglevel: 'silent',
    hookfiles: [join(folder, 'dredd-hooks.js')],
  });
  return new Promise((resolve) => {
    dredd.run((error: Error | null, { tests, skipped }: Readonly<Record<'tests' | 'skipped', number>>) => {
      if (error) complaints.push({ about: 'the run', text: error.message });
      else if (tests - skipped !== transactions.length) {
        complaints.push({ about: 'the run', text: `${tests - skipped} of ${transactions.length} tests` });
      }
      resolve(complaints);
    });
  });
}

/** The examples in OpenAPI 2, each at a path of its own, which the hooks replace. */
function rendering(transactions: readonly DreddTransaction[]): object {
  const paths = transactions.map(({ name, status, example }) => [
    `/${name}`,
    { post: { responses: { [status]: { description: name, examples: { 'application/json': example } } } } },
  ]);
  return {
    swagger: '2.0',
    info: { title: 'Examples of the description', version: '1' },
    consumes: ['application/json'],
    produces: ['application/json'],
    paths: Object.fromEntries(paths),
  };
}

function prepare(transaction: Transaction, { path, headers, body, schema }: DreddTransaction): void {
  // By default Dredd leaves out whatever is not 2xx.
  transaction.skip = false;
  transaction.fullPath = path;
  Object.assign(transaction.request, { uri: path, headers: { ...headers }, body });
  transaction.expected.bodySchema = schema;
}

/** Dredd knows one status and one spelling of a media type; what else the description allows is no failure. */
function allow({ expected, real }: Transaction, { statuses }: DreddTransaction): void {
  const status = String(real.statusCode);
  if (statuses.includes(status) || statuses.includes(`${status[0]}XX`)) expected.statusCode = status;
  const type = real.headers['content-type'] ?? '';
  if (/^application\/json *(;|$)/i.test(type)) expected.headers = { 'Content-Type': type };
}
