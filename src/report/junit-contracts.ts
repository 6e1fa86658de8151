import { xmlText } from '../text/escape/xml.js';
import type { ContractMismatch, ContractVerdict } from '../verdict/verdict.js';
import { type XmlElement, xmlElement } from './xml-element.js';

const MOST_MISMATCHES = 20;

/** A case for each interaction of a consumer contract; a failure that does not count by itself is skipped. */
export function contractCase(contract: ContractVerdict): XmlElement {
  const classname = xmlText(`contract of ${contract.consumer}`, 200);
  return xmlElement('testcase', { classname, name: xmlText(contract.interaction, 300) }, result(contract));
}

/** Whether the case of an interaction fails. */
export function contractFails({ outcome, counts }: ContractVerdict): boolean {
  return outcome === 'failed' && counts;
}

function result(contract: ContractVerdict): readonly XmlElement[] {
  const { outcome, mismatches, source, exchanges, reason = 'no reason was given' } = contract;
  if (outcome === 'verified') return [];
  if (outcome === 'not-verified') {
    return [xmlElement('skipped', { message: xmlText(`not verified: ${reason}`, 900) })];
  }
  const [first] = mismatches;
  const what = first === undefined ? 'the interaction failed' : difference(first);
  if (!contractFails(contract)) {
    return [xmlElement('skipped', { message: xmlText(`failed, does not count by itself: ${what}`, 900) })];
  }
  const text = [
    ...mismatches.slice(0, MOST_MISMATCHES).map((mismatch) => xmlText(difference(mismatch))),
    `contract: ${xmlText(source)}`,
    `exchanges: ${xmlText(exchanges.slice(0, 10).join(', '))}`,
  ].join('\n');
  return [xmlElement('failure', { message: xmlText(what, 600), type: 'contract' }, text)];
}

function difference({ path, expected, actual }: ContractMismatch): string {
  return `${path}: expected ${expected}; actual ${actual}`;
}
