/**
 * Values that a careless implementation mistakes for the right credential, as JSON text: operators of query
 * languages, wildcards, things that coerce (ES-26, CK-26). `of` gets the right credential.
 */
export interface AttackValue {
  readonly words: string;
  readonly json: (right: string) => string;
}

/** How deep the nested value goes: far beyond any honest client, within the limits of parsers. */
const DEPTH = 1000;
const LONG = 64 * 1024;

export const ATTACK_VALUES: readonly AttackValue[] = [
  { words: 'the operator {"$ne":null}', json: () => '{"$ne":null}' },
  { words: 'the operator {"$gt":""}', json: () => '{"$gt":""}' },
  { words: 'the operator {"$regex":".*"}', json: () => '{"$regex":".*"}' },
  { words: 'the right one in an array', json: (right) => JSON.stringify([right]) },
  { words: 'the right one in an object', json: (right) => JSON.stringify({ value: right }) },
  { words: "the SQL text ' OR '1'='1", json: () => JSON.stringify("' OR '1'='1") },
  { words: 'the SQL text " OR "1"="1', json: () => JSON.stringify('" OR "1"="1') },
  { words: 'the right one followed by a SQL comment', json: (right) => JSON.stringify(`${right}'-- `) },
  { words: 'the LDAP filter *)(uid=*', json: () => JSON.stringify('*)(uid=*') },
  { words: 'the wildcard *', json: () => '"*"' },
  { words: 'the wildcard %', json: () => '"%"' },
  { words: 'the right one followed by a NUL', json: (right) => JSON.stringify(`${right}\u0000`) },
  {
    words: 'the right one followed by a NUL and more text',
    json: (right) => JSON.stringify(`${right}\u0000more`),
  },
  { words: 'the object {"__proto__":{}}', json: () => '{"__proto__":{}}' },
  { words: 'the text __proto__', json: () => '"__proto__"' },
  { words: 'the text constructor', json: () => '"constructor"' },
  {
    words: 'the right one followed by 64 KiB of text',
    json: (right) => JSON.stringify(right + 'a'.repeat(LONG)),
  },
  { words: '64 KiB long', json: () => JSON.stringify('a'.repeat(LONG)) },
  { words: 'an array nested 1000 levels deep', json: () => '['.repeat(DEPTH) + ']'.repeat(DEPTH) },
];
