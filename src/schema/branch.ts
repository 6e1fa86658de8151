import type { SchemaError } from './ajv.js';

interface Form {
  readonly title?: string;
  readonly required?: readonly string[];
}

/**
 * Keeps the helpful errors of a `oneOf` that failed: those of the form that the value was meant to have. A form is
 * known by the first member that it requires.
 *
 * @param errors all errors of a value
 * @returns the errors without those of forms not meant; without the `oneOf` error itself where a form was meant
 */
export function keepMeantBranches(errors: readonly SchemaError[]): readonly SchemaError[] {
  let kept = errors;
  for (const failed of errors.filter((error) => error.keyword === 'oneOf')) {
    const meant = meantForm(failed);
    const meantPath = meant === null ? null : `${failed.schemaPath}/${meant}/`;
    kept = kept.filter((error) => {
      if (error === failed) return meant === null;
      if (!error.schemaPath.startsWith(`${failed.schemaPath}/`)) return true;
      return meantPath !== null && error.schemaPath.startsWith(meantPath);
    });
  }
  return kept;
}

/** What a `oneOf` offers, by the titles of its forms. */
export function formTitles(error: SchemaError): readonly string[] {
  return formsOf(error).flatMap(({ title }) => title ?? []);
}

function meantForm(error: SchemaError): number | null {
  const { data } = error;
  if (typeof data !== 'object' || data === null) return null;
  const meant = formsOf(error).flatMap(({ required }, index) => {
    const mark = required?.[0];
    return mark !== undefined && Object.hasOwn(data, mark) ? [index] : [];
  });
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

function formsOf(error: SchemaError): readonly Form[] {
  return Array.isArray(error.schema) ? error.schema : [];
}
