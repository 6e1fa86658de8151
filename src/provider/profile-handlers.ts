import type { ProfileName } from '../profiles/documents.js';
import { ckstackHandler } from './ckstack/handler.js';
import { CKSTACK_STAGES } from './ckstack/stages.js';
import { esignonHandler } from './esignon/handler.js';
import { LOGIN_STAGES, STARTSIMPLE_STAGES } from './esignon/stages.js';
import type { ProfileHandler, StageChange } from './http/profile-handler.js';
import type { ProviderOptions } from './provider-options.js';

/** The handler of each profile: the reference's stages with the changes that the options ask for. */
export function profileHandlers(
  changes: ProviderOptions['stages'] = {},
): Record<ProfileName, ProfileHandler> {
  return {
    'esignon-startsimple': esignonHandler(changed(STARTSIMPLE_STAGES, changes['esignon-startsimple'])),
    'esignon-login': esignonHandler(changed(LOGIN_STAGES, changes['esignon-login'])),
    'ckstack-token': ckstackHandler(changed(CKSTACK_STAGES, changes['ckstack-token'])),
  };
}

function changed<Stages extends object>(reference: Stages, change?: StageChange<Stages>): Stages {
  return change ? { ...reference, ...change(reference) } : reference;
}
