/**
 * Gives generic tools the suite's job: the same mutants, and the same conforming providers. Writes docs/peers.json,
 * from which `npm run detection` takes its section on peers. Dredd and Prism are installed into a folder for temporary
 * files.
 *
 * `node dist/bench/peers/peers.js [text]`: with a text, only providers whose id contains it, and nothing is written
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PeersReport } from '../../tools/detection/peers-section.js';
import { startDredd } from './dredd.js';
import { examineAll } from './examination.js';
import { startPact } from './pact.js';
import type { Peer } from './peer.js';
import { startPrism } from './prism.js';
import { installPeers } from './scratch.js';

const REPORT = fileURLToPath(new URL('../../../docs/peers.json', import.meta.url));
const [only = ''] = process.argv.slice(2);

const peers: Peer[] = [];
try {
  const folder = installPeers();
  // One by one, so that those that were started are closed should another fail.
  for (const start of [startDredd, startPrism, startPact]) peers.push(await start(folder));
  const report = await examineAll(peers, only, (line) => process.stderr.write(`${line}\n`));
  tell(report);
  if (only === '') writeFileSync(REPORT, `${JSON.stringify(report, null, 2)}\n`);
} catch (error) {
  process.stderr.write(`The peers cannot be measured: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  await Promise.all(peers.map((peer) => peer.close()));
}

function tell({ mutants, conforming, tools, together }: PeersReport): void {
  const share = (part: number, whole: number) =>
    `${part}/${whole} ${whole === 0 ? '' : `(${((100 * part) / whole).toFixed(1)} %)`}`.padEnd(18);
  const row = (name: string, killed: PeersReport['together'], alarms: string) =>
    process.stdout.write(
      `${name.padEnd(16)} MUST ${share(killed.MUST, mutants.MUST)} SHOULD ${share(killed.SHOULD, mutants.SHOULD)} ${alarms}\n`,
    );
  for (const { name, version, killed, falseAlarms } of tools)
    row(`${name} ${version}`, killed, `conforming failed ${falseAlarms.length}/${conforming}`);
  row('together', together, '');
}
