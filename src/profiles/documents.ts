import { CKSTACK_TOKEN } from './ckstack/document.js';
import { LOGIN, STARTSIMPLE } from './esignon/documents.js';

/** Names of the documented profiles. */
export type ProfileName = (typeof DOCUMENTS)[number]['name'];

/** The endpoints of the three documents, in the order of the contract. */
export const DOCUMENTS = [STARTSIMPLE, LOGIN, CKSTACK_TOKEN] as const;

export const PROFILE_NAMES: readonly ProfileName[] = DOCUMENTS.map(({ name }) => name);
