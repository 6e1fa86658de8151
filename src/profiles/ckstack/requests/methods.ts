import { FORM_TYPE, MULTIPART_TYPE, multipartForm } from '../../login/form-body.js';
import {
  METHOD_PARAMETER,
  OVERRIDE_PLACES,
  type OverridePlace,
  SAFE_METHODS,
  UNSAFE_METHODS,
  withQuery,
} from '../../login/override-places.js';
import {
  type CkstackDraft,
  type CkstackLogin,
  type CkstackVariation,
  credentialsOf,
  draftOf,
  jsonBytes,
} from './login.js';

/** Methods whose requests often have no body. */
const IN_QUERY = ['GET', 'HEAD'];

/** Right credentials by another method than POST (CK-22). GET and HEAD carry them in the query as well. */
export const CKSTACK_OTHER_METHODS: readonly CkstackVariation[] = [
  ...['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'],
  ...['QUERY', 'SEARCH', 'PROPFIND', 'LOCK'],
].map((method) => ({
  phrase: `with the method ${method}`,
  build: (login) => byMethod(login, method, `the method is ${method}`),
}));

/**
 * Right credentials by another method, while something in the request names POST as the one that is meant (CK-22). The
 * signature is of the method that is sent, or of POST: a server may compute it of either.
 */
export const CKSTACK_OVERRIDDEN_METHODS: readonly CkstackVariation[] = [
  ...SAFE_METHODS,
  ...UNSAFE_METHODS,
].flatMap((method) =>
  OVERRIDE_PLACES.flatMap((place) => [
    overridden(method, place),
    overridden(method, place, { words: ', signed for POST', signedAs: { method: 'POST' } }),
  ]),
);

/** Right credentials in a body that is not sent as JSON (CK-34). */
export const CKSTACK_OTHER_MEDIA_TYPES: readonly CkstackVariation[] = [
  sentAs('sent as text/plain', 'text/plain', (login) => jsonBytes(credentialsOf(login))),
  sentAs('sent as a form', FORM_TYPE, (login) => formOf(credentialsOf(login))),
  sentAs('sent as a form in several parts', MULTIPART_TYPE, (login) =>
    Buffer.from(multipartForm(Object.entries(credentialsOf(login)))),
  ),
  sentAs('sent as JSON with the content type of a form', FORM_TYPE, (login) =>
    jsonBytes(credentialsOf(login)),
  ),
];

function byMethod(
  login: CkstackLogin,
  method: string,
  label: string,
  changes: Partial<CkstackDraft> = {},
): CkstackDraft {
  const draft = draftOf(login, { label, method, ...changes });
  return IN_QUERY.includes(method) ? { ...draft, path: withQuery(draft.path, credentialsOf(login)) } : draft;
}

function overridden(
  method: string,
  place: OverridePlace,
  { words, ...changes }: Partial<CkstackDraft> & { readonly words: string } = { words: '' },
): CkstackVariation {
  const phrase = `with the method ${method} and ${place.words}${words}`;
  return {
    phrase,
    build: (login) => {
      const draft = byMethod(login, method, phrase, {
        ...changes,
        ...(place.header ? { moreHeaders: [place.header] } : {}),
        ...bodyFor(place, login),
      });
      return place.in === 'query' ? { ...draft, path: withQuery(draft.path, METHOD_PARAMETER) } : draft;
    },
  };
}

function bodyFor(place: OverridePlace, login: CkstackLogin): Partial<CkstackDraft> {
  const named = { ...METHOD_PARAMETER, ...credentialsOf(login) };
  if (place.in === 'form') return { contentType: FORM_TYPE, body: formOf(named) };
  return place.in === 'json' ? { body: jsonBytes(named) } : {};
}

function sentAs(
  phrase: string,
  contentType: string,
  body: (login: CkstackLogin) => Uint8Array,
): CkstackVariation {
  return { phrase, build: (login) => draftOf(login, { label: phrase, contentType, body: body(login) }) };
}

function formOf(fields: Readonly<Record<string, string>>): Uint8Array {
  return Buffer.from(new URLSearchParams(fields).toString());
}
