import fc, { type Arbitrary } from 'fast-check';
import { CARELESS_FUNCTIONS, type CarelessFunction } from '../near/careless-functions.js';
import { among } from './pick.js';

/** A change to the right text that a careless comparison does not notice. */
export interface NearText {
  /** Continues "a value that is ": `right once letter case is ignored`. */
  readonly words: string;
  /** @returns the text itself where there is nothing to confuse */
  readonly apply: (right: string) => string;
}

/** Texts near to a right password, of the kinds that have to be refused (ES-09, CK-12, ES-26). */
export const nearSecret: Arbitrary<NearText> = nearText(({ level }) => level.secret === 'MUST');

/** Texts near to a known e-mail or user id, likewise (ES-10, CK-13). The oracle decides by the bytes which are wrong. */
export const nearName: Arbitrary<NearText> = nearText(({ level }) => level.name === 'MUST');

function nearText(covers: (careless: CarelessFunction) => boolean): Arbitrary<NearText> {
  return fc
    .record({ careless: among(...CARELESS_FUNCTIONS.filter(covers)), choice: fc.nat({ max: 9_999 }) })
    .map(({ careless: { once, confuse }, choice }) => ({
      words: `right once ${once}`,
      apply: (right) => confuse(right, choice) ?? right,
    }));
}
