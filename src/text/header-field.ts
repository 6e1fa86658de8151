/** A header as it stands on the wire: name in its own case, value. */
export type HeaderField = readonly [name: string, value: string];
