/** The members of a value that a document has, at the places where it has them. */
export function withoutUnknown(value: unknown, document: unknown): unknown {
  if (!isObject(value) || !isObject(document)) return value;
  const known = Object.keys(document).filter((name) => Object.hasOwn(value, name));
  return Object.fromEntries(known.map((name) => [name, withoutUnknown(value[name], document[name])]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
