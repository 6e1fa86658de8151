/** What the contract calls not quite JSON, for the readings of the clauses on it (ES-12, CK-17). */
export const NOT_QUITE_JSON =
  'Not quite JSON are comments, single quotes, escapes that JSON does not have, unquoted names, trailing commas and elisions, `NaN` and `Infinity`, numbers with a plus sign, leading zeros or in hexadecimal, raw control characters in strings, text after a complete document, ill-formed UTF-8, UTF-16 and UTF-32, alone or together: RFC 8259 section 9 allows a parser to accept them.';

/** What gateways may answer, for the readings of the clauses on attacks (ES-26, CK-26). */
export const GATEWAYS =
  'A request that carries an attack or a text like one (markup, patterns, encodings), a NUL or another control character, or more than 8 KiB of body or headers, may be answered 403, 406, 411, 413, 414, 429 or 431 in any form, as web application firewalls and proxies do, but without a token or a secret.';
