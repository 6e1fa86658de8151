import { FORM_TYPE, MULTIPART_TYPE } from '../../login/form-body.js';
import type { Override } from '../../login/methods.js';
import { METHOD_PARAMETER, OTHER_METHODS, OVERRIDES, pathFor, withQuery } from '../../login/methods.js';
import { formOf, multipartOf } from './form.js';
import type { EsignonLogin, EsignonVariation } from './login.js';
import { envelopeOf, headersOf, pathOf, requestOf } from './login.js';

/** Right credentials by another method than POST (ES-22). GET and HEAD carry them in the query as well. */
export const ESIGNON_OTHER_METHODS: readonly EsignonVariation[] = OTHER_METHODS.map((method) => ({
  phrase: `with the method ${method}`,
  build: (login) =>
    requestOf(login, { label: `the method is ${method}`, method, path: pathBy(method, login) }),
}));

/** Right credentials by another method, while something in the request names POST as the one that is meant (ES-22). */
export const OVERRIDDEN_METHODS: readonly EsignonVariation[] = OVERRIDES.map((override) => ({
  phrase: override.words,
  build: (login) => {
    const { words: label, method, header } = override;
    const path = pathBy(method, login);
    const headers = headersOf(login.profile, override.in === 'form' ? FORM_TYPE : 'application/json');
    return requestOf(login, {
      label,
      method,
      path: override.in === 'query' ? withQuery(path, METHOD_PARAMETER) : path,
      headers: header ? [...headers, header] : headers,
      body: bodyFor(override, login),
    });
  },
}));

/** Right credentials in a body that is not sent as JSON (ES-31). */
export const OTHER_MEDIA_TYPES: readonly EsignonVariation[] = [
  sentAs('sent as text/plain', 'text/plain', (login) => envelopeOf(login)),
  sentAs('sent as a form', FORM_TYPE, formOf),
  sentAs('sent as a form in several parts', MULTIPART_TYPE, multipartOf),
  sentAs('sent as JSON with the content type of a form', FORM_TYPE, (login) => envelopeOf(login)),
];

function pathBy(method: string, login: EsignonLogin): string {
  return pathFor(method, pathOf(login), { memb_email: login.email, memb_pwd: login.password });
}

function bodyFor({ in: place }: Override, login: EsignonLogin): unknown {
  if (place === 'form') return `${new URLSearchParams(METHOD_PARAMETER)}&${formOf(login)}`;
  return place === 'json' ? { ...METHOD_PARAMETER, ...envelopeOf(login) } : envelopeOf(login);
}

function sentAs(phrase: string, type: string, body: (login: EsignonLogin) => unknown): EsignonVariation {
  return {
    phrase,
    build: (login) =>
      requestOf(login, { label: phrase, headers: headersOf(login.profile, type), body: body(login) }),
  };
}
