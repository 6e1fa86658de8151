/** A header as it appears on the wire: name in its own case, value. */
export type HeaderField<Value extends string = string> = readonly [name: string, value: Value];

/** Headers of a list as Node has them, `rawHeaders`: name, value, name, value, … */
export function headerFields(raw: readonly string[]): readonly HeaderField[] {
  return Array.from({ length: raw.length / 2 }, (_, at) => [raw[at * 2] ?? '', raw[at * 2 + 1] ?? '']);
}

/**
 * The values of a header, in the order of its lines.
 * @param name in lower case
 */
export function headerValues<Value extends string>(
  fields: readonly HeaderField<Value>[],
  name: string,
): readonly Value[] {
  return fields.filter(([field]) => field.toLowerCase() === name).map(([, value]) => value);
}

/**
 * The value of a header, the first where there are several; `undefined`: there is none.
 * @param name in lower case
 */
export function headerValue<Value extends string>(
  fields: readonly HeaderField<Value>[],
  name: string,
): Value | undefined {
  return headerValues(fields, name)[0];
}

/** The names of headers, in lower case. */
export function headerNames(fields: readonly HeaderField[]): ReadonlySet<string> {
  return new Set(fields.map(([name]) => name.toLowerCase()));
}
