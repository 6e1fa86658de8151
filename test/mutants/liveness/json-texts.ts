/** Ways to spoil a JSON text; each takes a good one. */
export const SPOILT: readonly ((json: string) => string | Uint8Array)[] = [
  () => '',
  () => 'hello',
  (json) => json.slice(0, -1),
  (json) => json.slice(0, -2),
  (json) => json.slice(0, json.length >> 1),
  (json) => `${json}}`,
  (json) => `${json} more`,
  (json) => json.replaceAll('"', "'"),
  (json) => json.replace(/"(\w+)":/g, '$1:'),
  (json) => json.replace('{', '{/* comment */'),
  (json) => json.replaceAll('}', ',}'),
  (json) => json.replace('":"', '":"\n'),
  (json) => json.replace('":', '":\u0000'),
  (json) => json.replace('{', '{"n":007,'),
  (json) => json.replace('{', '{"n":NaN,'),
  (json) => json.replace('{', '{"n":"a\tb",'),
  (json) => json.replace('{', '{// comment\n'),
  (json) => json.replace('{', '{# comment\n'),
  (json) => json.replace('{', '{"n":+1,'),
  (json) => json.replace('{', '{"n":True,'),
  (json) => json.replace('{', '{"n":"a\\\'b",'),
  () => ' \n\t',
  (json) => Buffer.from(json, 'utf16le'),
  (json) => json.replace(/"(?:memb_pwd|password)"/, (name) => name.toUpperCase()),
  (json) => `{"data":${json}}`,
  (json) => `login=${json}`,
  (json) => json.replace('"header"', '"swap"').replace('"body"', '"header"').replace('"swap"', '"body"'),
  (json) => Buffer.from(json.replace('@', '@\u0001')).map((byte) => (byte === 1 ? 0xff : byte)),
  (json) => Buffer.from(json.replace(/"(?=\}+$)/, '\u0001"')).map((byte) => (byte === 1 ? 0xff : byte)),
];

/** Other spellings of a JSON text. */
export const RESPELT: readonly ((json: string) => string)[] = [
  (json) => ` \n${json}\n`,
  (json) => json.replace(/([{}:,])(?=["{])/g, '$1\t\r\n'),
  (json) => json.replace(/"(\w+)":/g, '"$1" :'),
  (json) => json.replaceAll(':', ':\r'),
  (json) => json.replaceAll(':', ':      '),
  (json) => json.replace('@', '\\u0040'),
  (json) => json.replace('m', '\\u006D'),
  (json) => json.replace(/"(\w)(\w+)":/g, (_, first, rest) => `"${escaped(first)}${escaped(rest)}":`),
  (json) => JSON.stringify(reversed(JSON.parse(json))),
  (json) => json.replace('{', '{"path":"a\\/b",'),
  (json) => json.replace('{', '{"face":"\\ud83d\\ude00",'),
  (json) => json.replace('{', '{"big":1e3,'),
  (json) => json.replace('{', `{"deep":${'['.repeat(600)}${']'.repeat(600)},`),
];

/** Values that are no text, or no ordinary one, as JSON. */
export const ODD_VALUES = (right: string): readonly string[] => [
  'null',
  'true',
  'false',
  '12345678',
  '0',
  '-1.5',
  '""',
  '{}',
  '[]',
  '{"$ne":null}',
  '{"$gt":""}',
  '{"$regex":".*"}',
  JSON.stringify([right]),
  JSON.stringify({ value: right }),
  JSON.stringify("' OR '1'='1"),
  '"*"',
  '"%"',
  '"*)(uid=*"',
  JSON.stringify(`${right}\u0000`),
  JSON.stringify(`${right}😀`),
  JSON.stringify(`${right}\\`),
  JSON.stringify('a'.repeat(300)),
  JSON.stringify('a'.repeat(20_000)),
];

function escaped(text: string): string {
  return [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([name, member]) => [name, reversed(member)]));
}
