import { FORM_TYPE, MULTIPART_TYPE, multipartForm } from '../../login/form-body.js';
import type { Override } from '../../login/methods.js';
import { METHOD_PARAMETER, OTHER_METHODS, OVERRIDES, pathFor, withQuery } from '../../login/methods.js';
import type { CkstackDraft, CkstackLogin, CkstackVariation } from './login.js';
import { credentialsOf, draftOf, jsonBytes } from './login.js';

/** Right credentials by another method than POST (CK-22). GET and HEAD carry them in the query as well. */
export const CKSTACK_OTHER_METHODS: readonly CkstackVariation[] = OTHER_METHODS.map((method) => ({
  phrase: `with the method ${method}`,
  build: (login) => byMethod(login, method, `the method is ${method}`),
}));

/**
 * Right credentials by another method, while something in the request names POST as the one that is meant (CK-22). The
 * signature is of the method that is sent, or of POST: a server may compute it of either.
 */
export const CKSTACK_OVERRIDDEN_METHODS: readonly CkstackVariation[] = OVERRIDES.flatMap((override) => [
  overridden(override, override.words),
  overridden(override, `${override.words}, signed for POST`, { signedAs: { method: 'POST' } }),
]);

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
  return { ...draft, path: pathFor(method, draft.path, credentialsOf(login)) };
}

function overridden(
  override: Override,
  phrase: string,
  changes: Partial<CkstackDraft> = {},
): CkstackVariation {
  const { method, header } = override;
  return {
    phrase,
    build: (login) => {
      const draft = byMethod(login, method, phrase, {
        ...changes,
        ...(header ? { moreHeaders: [header] } : {}),
        ...bodyFor(override, login),
      });
      return override.in === 'query' ? { ...draft, path: withQuery(draft.path, METHOD_PARAMETER) } : draft;
    },
  };
}

function bodyFor({ in: place }: Override, login: CkstackLogin): Partial<CkstackDraft> {
  const named = { ...METHOD_PARAMETER, ...credentialsOf(login) };
  if (place === 'form') return { contentType: FORM_TYPE, body: formOf(named) };
  return place === 'json' ? { body: jsonBytes(named) } : {};
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
