import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { slug } from '../text/slug.js';

/** How an answer breaks the shape that a clause asks for. */
export interface ShapeViolation {
  /** "header.result_msg is a string", in the words of the schema. */
  readonly expected: string;
  /** The value found there, as JSON; "missing". */
  readonly actual: string;
  /** `header-result-msg-missing`, `company-groups-wrong-type`: without the numbers of items. */
  readonly kind: string;
}

const FILES = {
  esignon: 'esignon.response.schema.json',
  ckstack: 'ckstack-token.response.schema.json',
} as const;

/** A family of profiles whose answers have a schema. */
export type ShapeFamily = keyof typeof FILES;

/**
 * Answers come from targets and may be of any size: validation stops at the first error (`allErrors` would
 * collect millions from a hostile answer).
 */
const ajv = new Ajv2020({
  allErrors: false,
  verbose: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  ownProperties: true,
});
for (const file of Object.values(FILES)) {
  const schema: object = JSON.parse(
    readFileSync(new URL(`../../../schemas/${file}`, import.meta.url), 'utf8'),
  );
  ajv.addSchema(schema, file);
}

/** Most characters of a value that are kept; it is masked and shortened further where it is shown. */
const MAX_SHOWN = 64 * 1024;

/**
 * Checks an answer against the definition of a clause in the response schema of the profile's family.
 *
 * @param clause name of a definition, mostly the id of a clause (`ES-02`, `CK-08-SHOULD`)
 * @param value the answer's JSON
 * @returns the first violation; `null` where the answer has the shape
 * @throws {TypeError} when the schema has no such definition: a fault of the project
 */
export function violationOf(family: ShapeFamily, clause: string, value: unknown): ShapeViolation | null {
  const validate = validatorOf(family, clause);
  if (validate(value)) return null;
  const error = validate.errors?.[0];
  return error ? explain(error) : null;
}

const compiled = new Map<string, ValidateFunction>();

function validatorOf(family: ShapeFamily, clause: string): ValidateFunction {
  const reference = `${FILES[family]}#/$defs/${clause}`;
  const known = compiled.get(reference);
  if (known) return known;
  const validate = ajv.getSchema(reference);
  if (!validate) throw new TypeError(`no definition ${reference}`);
  compiled.set(reference, validate);
  return validate;
}

function explain(error: ErrorObject): ShapeViolation {
  const place = pathOf(error.instancePath);
  if (error.keyword === 'required') {
    const missing = place ? `${place}.${error.params.missingProperty}` : error.params.missingProperty;
    return { expected: `${missing} is there`, actual: 'missing', kind: kindOf(missing, 'missing') };
  }
  return {
    expected: `${place || 'the answer'} ${wish(error)}`,
    actual: shown(error.data),
    kind: kindOf(place || 'answer', KINDS[error.keyword] ?? 'other-form'),
  };
}

const KINDS: Readonly<Record<string, string>> = {
  type: 'wrong-type',
  minLength: 'empty',
  not: 'of-success',
  const: 'other-value',
};

function kindOf(place: string, fault: string): string {
  return `${slug(place.replaceAll(/\[\d+\]/g, ''))}-${fault}`;
}

function wish({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'type') {
    const types: string[] = Array.isArray(params.type) ? params.type : [params.type];
    return `is of the type ${types.join(' or ')}`;
  }
  if (keyword === 'minLength') return 'is not empty';
  if (keyword === 'not') return 'is not the code of success';
  return message ?? 'has another form';
}

/** `/company/0/groups` → `company[0].groups`. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part, at) => (/^\d+$/.test(part) ? `[${part}]` : `${at === 0 ? '' : '.'}${part}`))
    .join('');
}

function shown(value: unknown): string {
  try {
    return JSON.stringify(value)?.slice(0, MAX_SHOWN) ?? 'missing';
  } catch {
    return 'a value nested too deep to show';
  }
}
