import { isObject } from '../../../../../src/text/json-members.js';
/** The members of a value that a document has, at the places where it has them. */
export function withoutUnknown(value: unknown, document: unknown): unknown {
  if (!isObject(value) || !isObject(document)) return value;
  const known = Object.keys(document).filter((name) => Object.hasOwn(value, name));
  return Object.fromEntries(known.map((name) => [name, withoutUnknown(value[name], document[name])]));
}
