import { NotChecked } from '../errors/not-checked.js';
import type { ContractInteraction } from './interactions.js';

/** What keeps an interaction from being verified before anything is tried; `null`: nothing does. */
export function unsupportedReason(interaction: ContractInteraction): NotChecked | null {
  const { isHttp, states, wantedValues, wantsLocation } = interaction;
  if (!isHttp) return new NotChecked('fixture', 'it is a message, and not a request over HTTP');
  if (wantsLocation) {
    return new NotChecked('fixture', 'it wants a Location, which the verifier follows and cannot compare');
  }
  if (states.length > 0 || wantedValues.length === 0) return null;
  return new NotChecked('fixture', `no provider state gives a value for ${wantedValues.join(', ')}`);
}
