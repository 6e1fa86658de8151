import { type EsignonLogin, envelopeOf } from './login.js';

/** The strings of a login as fields of a form. */
export function formOf(login: EsignonLogin): string {
  const { header, body } = envelopeOf(login);
  const fields = Object.entries({ ...header, ...body }).filter(([, value]) => typeof value === 'string');
  return new URLSearchParams(fields as [string, string][]).toString();
}
