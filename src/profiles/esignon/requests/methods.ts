import { FORM_TYPE, MULTIPART_TYPE } from '../../login/form-body.js';
import {
  METHOD_PARAMETER,
  OVERRIDE_PLACES,
  type OverridePlace,
  SAFE_METHODS,
  UNSAFE_METHODS,
  withQuery,
} from '../../login/override-places.js';
import { formOf, multipartOf } from './form.js';
import {
  type EsignonLogin,
  type EsignonVariation,
  envelopeOf,
  headersOf,
  pathOf,
  requestOf,
} from './login.js';

/** Methods whose requests often have no body. */
const IN_QUERY = ['GET', 'HEAD'];

/** Right credentials by another method than POST (ES-22). GET and HEAD carry them in the query as well. */
export const OTHER_METHODS: readonly EsignonVariation[] = [
  ...['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'],
  ...['QUERY', 'SEARCH', 'PROPFIND', 'LOCK'],
].map((method) => ({
  phrase: `with the method ${method}`,
  build: (login) =>
    requestOf(login, { label: `the method is ${method}`, method, path: pathFor(method, login) }),
}));

/** Right credentials by another method, while something in the request names POST as the one that is meant (ES-22). */
export const OVERRIDDEN_METHODS: readonly EsignonVariation[] = [...SAFE_METHODS, ...UNSAFE_METHODS].flatMap(
  (method) => OVERRIDE_PLACES.map((place) => overridden(method, place)),
);

/** Right credentials in a body that is not sent as JSON (ES-31). */
export const OTHER_MEDIA_TYPES: readonly EsignonVariation[] = [
  sentAs('sent as text/plain', 'text/plain', (login) => envelopeOf(login)),
  sentAs('sent as a form', FORM_TYPE, formOf),
  sentAs('sent as a form in several parts', MULTIPART_TYPE, multipartOf),
  sentAs('sent as JSON with the content type of a form', FORM_TYPE, (login) => envelopeOf(login)),
];

function pathFor(method: string, login: EsignonLogin): string {
  if (!IN_QUERY.includes(method)) return pathOf(login);
  return withQuery(pathOf(login), { memb_email: login.email, memb_pwd: login.password });
}

function overridden(method: string, place: OverridePlace): EsignonVariation {
  const phrase = `with the method ${method} and ${place.words}`;
  return {
    phrase,
    build: (login) => {
      const path = pathFor(method, login);
      const headers = headersOf(login.profile, place.in === 'form' ? FORM_TYPE : 'application/json');
      return requestOf(login, {
        label: phrase,
        method,
        path: place.in === 'query' ? withQuery(path, METHOD_PARAMETER) : path,
        headers: place.header ? [...headers, place.header] : headers,
        body: bodyFor(place, login),
      });
    },
  };
}

function bodyFor(place: OverridePlace, login: EsignonLogin): unknown {
  if (place.in === 'form') return `${new URLSearchParams(METHOD_PARAMETER)}&${formOf(login)}`;
  return place.in === 'json' ? { ...METHOD_PARAMETER, ...envelopeOf(login) } : envelopeOf(login);
}

function sentAs(phrase: string, type: string, body: (login: EsignonLogin) => unknown): EsignonVariation {
  return {
    phrase,
    build: (login) =>
      requestOf(login, { label: phrase, headers: headersOf(login.profile, type), body: body(login) }),
  };
}
