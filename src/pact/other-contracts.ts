import type { PactFile } from '../config/pact-files.js';
import { type ContractInteraction, interactionsOf } from './interactions.js';
import type { VerifiedInteraction } from './verified-interaction.js';

/**
 * Verifies the interactions of further contracts, in their order.
 * @param inTurn one after another, because their provider states may exclude each other
 */
export async function otherInteractions(
  files: readonly PactFile[],
  inTurn: boolean,
  verify: (interaction: ContractInteraction, file: string) => Promise<VerifiedInteraction>,
): Promise<readonly VerifiedInteraction[]> {
  const all = files.flatMap(({ document, shown }) =>
    interactionsOf(document).map((interaction) => ({ interaction, shown })),
  );
  if (!inTurn) return Promise.all(all.map(({ interaction, shown }) => verify(interaction, shown)));
  const verified: VerifiedInteraction[] = [];
  for (const { interaction, shown } of all) verified.push(await verify(interaction, shown));
  return verified;
}
