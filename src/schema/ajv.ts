import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';

/** An error as ajv reports it, with its schema and data (`verbose`). */
export type SchemaError = ErrorObject;

/** The errors of a value against a schema; none: the value is valid. */
export type Validator = (value: unknown) => readonly SchemaError[];

const SCHEMAS = new URL('../../../schemas/', import.meta.url);

/** For our own files, which are bounded: every error is collected. Answers of targets stop at the first. */
const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: true,
  strictTypes: false,
  ownProperties: true,
});
ajvFormats.default(ajv);
/** An annotation of ours: a noun phrase for the form that a `pattern` or a `format` asks for. */
ajv.addKeyword({ keyword: 'x-form', schemaType: 'string' });

const validators = new Map<string, Validator>();

/**
 * Compiles a JSON Schema (draft 2020-12); a file only once, however often it is asked for.
 *
 * @param schema the schema, or the name of a file in the project's `schemas/` folder
 * @returns a validator that reports every error of a value
 * @throws {Error} when the file is not there, or is not a valid schema: a fault of the project
 */
export function compile(schema: string | object): Validator {
  if (typeof schema !== 'string') return validatorOf(schema);
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const validator = validatorOf(JSON.parse(readFileSync(new URL(schema, SCHEMAS), 'utf8')));
  validators.set(schema, validator);
  return validator;
}

function validatorOf(schema: object): Validator {
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : [...(validate.errors ?? [])]);
}
