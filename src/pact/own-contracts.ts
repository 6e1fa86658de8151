import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SuiteError } from '../errors/suite-error.js';
import type { ContractProfile } from './contract-profile.js';
import { type ContractInteraction, interactionsOf } from './interactions.js';
import type { PactDocument } from './pact-document.js';

const PACKAGE = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the project's own contract with a profile is. */
export function ownContractFile({ contracts }: Pick<ContractProfile, 'contracts'>): string {
  return resolve(PACKAGE, contracts.file);
}

/**
 * The interactions of the own contract with a profile.
 * @throws {SuiteError} when the file is not there, or not JSON
 */
export async function ownInteractions(
  profile: Pick<ContractProfile, 'name' | 'contracts'>,
): Promise<readonly ContractInteraction[]> {
  try {
    return interactionsOf(JSON.parse(await readFile(ownContractFile(profile), 'utf8')) as PactDocument);
  } catch (error) {
    throw new SuiteError(`the contract with ${profile.name} cannot be read`, { cause: error });
  }
}
