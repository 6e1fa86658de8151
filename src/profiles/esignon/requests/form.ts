import { multipartForm } from '../../login/form-body.js';
import { type EsignonLogin, envelopeOf } from './login.js';

/** The strings of a login as fields of a form: by their own names, and by names that say where they belong. */
export function formOf(login: EsignonLogin): string {
  return new URLSearchParams(fieldsOf(login)).toString();
}

/** The same fields as a form in several parts. */
export function multipartOf(login: EsignonLogin): string {
  return multipartForm(fieldsOf(login));
}

/** `memb_email`, and `body[memb_email]`, which many readers of forms take for a member of an object. */
function fieldsOf(login: EsignonLogin): [string, string][] {
  const { header, body } = envelopeOf(login);
  const flat = textsOf({ ...header, ...body });
  const nested = Object.entries({ header, body }).flatMap(([part, members]) =>
    textsOf(members).map(([name, value]): [string, string] => [`${part}[${name}]`, value]),
  );
  return [...flat, ...nested];
}

function textsOf(members: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(members).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}
