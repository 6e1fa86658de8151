import type { Arbitrary } from 'fast-check';
import { ATTACK_TEXTS } from '../attack-texts.js';
import { among } from './pick.js';

/** Strings that a query, a filter, a template or a shell would not take as text. */
export const attackText: Arbitrary<string> = among<string>(...ATTACK_TEXTS);
