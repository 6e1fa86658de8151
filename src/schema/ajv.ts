import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';

/** An error as ajv reports it, with its schema and data (`verbose`). */
export type SchemaError = ErrorObject;

/** The errors of a value against a schema; none: the value is valid. */
export type Validator = (value: unknown) => readonly SchemaError[];

const SCHEMAS = new URL('../../../schemas/', import.meta.url);

/** For our own files, which are bounded: every error is collected. Answers of targets stop at the first. */
const ajv = createAjv({ ownProperties: true });

const validators = new Map<string, Validator>();

/**
 * Compiles a JSON Schema (draft 2020-12); a file only once, however often it is asked for.
 *
 * @param schema the schema, or the name of a file in the project's `schemas/` folder
 * @returns a validator that reports every error of a value
 * @throws {Error} when the file is not there, or is not a valid schema: a fault of the project
 */
export function compile(schema: string | object): Validator {
  if (typeof schema !== 'string') return validatorOf(ajv, schema);
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const validator = validatorOf(ajv, schemaFile(schema));
  validators.set(schema, validator);
  return validator;
}

/**
 * Compiles the schema of an object that has these members and no others; all are optional.
 *
 * @param members JSON Schema of each, which may refer to its own definitions or to a file of `schemas/`
 * @param file of `schemas/`: the one that they may refer to
 * @throws {Error} when one of them is not a valid schema
 */
export function compileMembers(members: ReadonlyMap<string, object>, file: string): Validator {
  // Its own instance: the names of schemas are unique within one.
  const own = createAjv({ ownProperties: true });
  own.addSchema(schemaFile(file), file);
  for (const [name, schema] of members) own.addSchema(schema, name);
  const properties = Object.fromEntries([...members.keys()].map((name) => [name, { $ref: name }]));
  return validatorOf(own, { type: 'object', additionalProperties: false, properties });
}

/**
 * Compiles the schema of a value of a JavaScript module: members may be inherited, and `x-function` asks for a function.
 */
export function compileCode(schema: object): Validator {
  const own = createAjv({ ownProperties: false });
  own.addKeyword({
    keyword: 'x-function',
    schemaType: 'boolean',
    validate: (_: boolean, value: unknown) => typeof value === 'function',
    error: { message: 'must be a function' },
  });
  return validatorOf(own, schema);
}

function createAjv({ ownProperties }: { readonly ownProperties: boolean }): Ajv2020 {
  const created = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    ownProperties,
  });
  ajvFormats.default(created);
  /** An annotation of ours: a noun phrase for the form that a `pattern` or a `format` asks for. */
  created.addKeyword({ keyword: 'x-form', schemaType: 'string' });
  return created;
}

function schemaFile(name: string): object {
  return JSON.parse(readFileSync(new URL(name, SCHEMAS), 'utf8'));
}

function validatorOf(instance: Ajv2020, schema: object): Validator {
  const validate = instance.compile(schema);
  return (value) => (validate(value) ? [] : [...(validate.errors ?? [])]);
}
