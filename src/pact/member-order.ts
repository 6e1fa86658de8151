import { isObject, jsonValue, memberOf } from '../text/json-members.js';

/**
 * A JSON body with its members in the order of another. Contracts keep no order: the verifier sorts members by name,
 * and a target that objects to that order would be blamed for refusing the login.
 *
 * @param model a body in the order of the document; members that it does not have come last
 * @returns the body unchanged where one of the two is not JSON
 */
export function inOrderOf(body: Uint8Array | null, model: Uint8Array | null): Uint8Array | null {
  if (body === null || model === null) return body;
  const [value, ordered] = [body, model].map((bytes) => jsonValue(Buffer.from(bytes).toString()));
  if (value === undefined || ordered === undefined) return body;
  return Buffer.from(JSON.stringify(arranged(value, ordered)));
}

function arranged(value: unknown, model: unknown): unknown {
  if (!isObject(value) || !isObject(model)) return value;
  const known = Object.keys(model).filter((name) => Object.hasOwn(value, name));
  const others = Object.keys(value).filter((name) => !known.includes(name));
  return Object.fromEntries(
    [...known, ...others].map((name) => [name, arranged(value[name], memberOf(model, name))]),
  );
}
