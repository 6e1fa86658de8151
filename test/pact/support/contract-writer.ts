import './no-tracking.js';
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PactV4 } from '@pact-foundation/pact';
import { ownContractFile } from '../../../src/pact/own-contracts.js';
import type { ProfileName } from '../../../src/profiles/documents.js';
import { contractProfile } from './contract-profiles.js';

/** A contract while its tests write it, into a folder of its own. */
export interface ContractWriter {
  readonly pact: PactV4;
  /**
   * Compares what was written with the contract in `pacts/`; with ASSAY_WRITE_PACTS=yes puts it there first.
   * Takes the folder away.
   */
  finish(): Promise<void>;
}

/** Begins the contract of the token client with one profile. */
export async function contractWriter(profile: ProfileName): Promise<ContractWriter> {
  const dir = await mkdtemp(join(tmpdir(), 'token-assay-pacts-'));
  const committed = ownContractFile(contractProfile(profile));
  const pact = new PactV4({
    consumer: 'token-client',
    provider: profile,
    dir,
    logLevel: 'error',
    // An answer to OPTIONS that is nobody's.
    cors: false,
  });
  return {
    pact,
    async finish() {
      const written = `${(await readFile(join(dir, basename(committed)), 'utf8')).trimEnd()}\n`;
      await rm(dir, { recursive: true });
      if (process.env.ASSAY_WRITE_PACTS === 'yes') await writeFile(committed, written);
      assert.equal(
        await readFile(committed, 'utf8').catch(() => ''),
        written,
        `pacts/${basename(committed)} is not what its tests write: npm run pacts`,
      );
    },
  };
}
