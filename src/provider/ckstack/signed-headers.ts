import { type Call, headerOf } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import type { CkstackStages } from './stages.js';

/**
 * `H-Date` is an HTTP-date near enough to now (CK-20).
 * @throws {Refusal} `date`
 */
export function checkDate(call: Call, stages: CkstackStages): void {
  const date = stages.parseDate(headerOf(call, 'h-date'), call.now);
  if (!date || Math.abs(date.getTime() - call.now.getTime()) > call.dateToleranceMs) {
    throw new Refusal('date');
  }
}

/**
 * `Ck-Service` is the operator's value (CK-21).
 * @throws {Refusal} `service`
 */
export function checkService(call: Call): void {
  if (headerOf(call, 'ck-service') !== call.accounts.ckstack.service) throw new Refusal('service');
}

/**
 * `H-Authorization` has the scheme, a known key and the signature of this very request (CK-19). The three
 * faults are refused alike.
 * @throws {Refusal} `authorization`
 */
export function checkAuthorization(call: Call, stages: CkstackStages): void {
  const given = stages.parseAuthorization(headerOf(call, 'h-authorization'));
  const known = stages.sameSecret(given?.apiKey ?? '', call.accounts.ckstack.apiKey);
  const signed = stages.sameSignature(given?.signature ?? '', stages.signatureOf(call));
  if (!given || !known || !signed) throw new Refusal('authorization');
}
