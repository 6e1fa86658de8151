/** What the contract calls not quite JSON, for the readings of the clauses on it (ES-12, CK-17). */
export const NOT_QUITE_JSON =
  'Not quite JSON are comments, single quotes, escapes that JSON does not have, unquoted names, trailing commas and elisions, `NaN` and `Infinity`, numbers with a plus sign, leading zeros or in hexadecimal, raw control characters in strings, text after a complete document, ill-formed UTF-8, UTF-16 and UTF-32, alone or together: RFC 8259 section 9 allows a parser to accept them.';
