import { isObject, memberOf } from '../text/json-members.js';

/**
 * A JSON body with its members in the order that another has them. Contracts keep no order: the verifier sends members
 * by the alphabet, and a target that minds would be blamed for refusing logins, instead of for minding (ES-19, CK-24).
 *
 * @param model a body with the order of the document; members that it does not have come last
 * @returns the body as it is where one of the two is not JSON
 */
export function inOrderOf(body: Uint8Array | null, model: Uint8Array | null): Uint8Array | null {
  const [value, ordered] = [parsed(body), parsed(model)];
  if (body === null || value === undefined || ordered === undefined) return body;
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

function parsed(body: Uint8Array | null): unknown {
  try {
    return body === null ? undefined : JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}
