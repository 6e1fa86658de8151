import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(
  JSON.parse(readFileSync(new URL('../../../schemas/verdict.schema.json', import.meta.url), 'utf8')),
);

/** What keeps a value, as it stands in verdict.json, from being a verdict of the schema; nothing: it is one. */
export function verdictProblems(value: unknown): readonly string[] {
  validate(JSON.parse(JSON.stringify(value)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
